using System.Text;
using System.Text.RegularExpressions;

namespace ClaimTracker.Api.Features.Help;

/// <summary>The guides of the repository, served in Markdown by the program itself: an index at /help, and one page a guide.</summary>
internal static partial class HelpPages
{
    public const string Address = "/help";

    /// <summary>Each guide by the last part of its address, with the folder of its file in the repository.</summary>
    private static readonly (string Name, string Folder)[] Guides =
        [("api", "http"), ("operations", "src/ClaimTracker.Api"), ("database", "db")];

    private static readonly Dictionary<string, string> Texts =
        Guides.ToDictionary(static guide => guide.Name, static guide => Read(guide.Name), StringComparer.Ordinal);

    public static void MapHelpPages(this IEndpointRouteBuilder app)
    {
        app.MapGet(Address, static () => Markdown(Index())).ExcludeFromDescription();
        app.MapGet(
            Address + "/{guide}",
            static (string guide) => Texts.TryGetValue(guide, out var text) ? Markdown(text) : Results.NotFound()).ExcludeFromDescription();
    }

    private static IResult Markdown(string text) => Results.Text(text, "text/markdown", Encoding.UTF8);

    private static string Index() => $"""
        # Help

        {string.Join('\n', Guides.Select(static guide => Entry(guide.Name)))}
        - [Reference](/scalar): every route with its parameters, body, answers and errors; as a document: [OpenAPI](/openapi/v1.json).

        The `type` of an error is the address of a page that explains it, such as [/problems/stale](/problems/stale).

        """;

    // A guide begins with its title, an empty line, and what it is about.
    private static string Entry(string name)
    {
        var lines = Texts[name].Split('\n');
        return $"- [{lines[0].TrimStart('#', ' ')}]({Address}/{name}): {lines[2]}";
    }

    private static string Read(string name)
    {
        using var stream = typeof(HelpPages).Assembly.GetManifestResourceStream($"Help/{name}.md")!;
        using var reader = new StreamReader(stream);
        return LinkToGuide().Replace(reader.ReadToEnd(), static link =>
            $"]({Address}/{Guides.Single(guide => guide.Folder == link.Groups["folder"].Value).Name}");
    }

    /// <summary>A link from one guide to another, as the repository has it.</summary>
    [GeneratedRegex(@"\]\((\.\./)+(?<folder>http|src/ClaimTracker\.Api|db)/README\.md", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LinkToGuide();
}
