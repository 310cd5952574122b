using System.Text;
using System.Text.RegularExpressions;

namespace ClaimTracker.Api.Features.Help;

/// <summary>The guides of the repository, served in Markdown by the program itself: an index at /help, and one page a guide.</summary>
internal static partial class HelpPages
{
    public const string Address = "/help";

    /// <summary>Each guide by the last part of its address, with its file in the repository.</summary>
    private static readonly (string Name, string File)[] Guides =
    [
        ("api", "http/README.md"), ("conventions", "http/CONVENTIONS.md"), ("routes", "http/ROUTES.md"), ("limits", "http/LIMITS.md"),
        ("lists", "http/LISTS.md"), ("exports", "http/EXPORTS.md"), ("imports", "http/IMPORTS.md"),
        ("operations", "src/ClaimTracker.Api/README.md"), ("database", "db/README.md"), ("history", "db/HISTORY.md"),
        ("security", "src/ClaimTracker.Api/SECURITY.md"),
    ];

    private static readonly Dictionary<string, string> Texts =
        Guides.ToDictionary(static guide => guide.Name, static guide => Read(guide.Name, guide.File), StringComparer.Ordinal);

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

    private static string Read(string name, string file)
    {
        using var stream = typeof(HelpPages).Assembly.GetManifestResourceStream($"Help/{name}.md")!;
        using var reader = new StreamReader(stream);
        var here = new Uri("file:///" + file);
        return LinkToFile().Replace(reader.ReadToEnd(), link =>
        {
            var target = new Uri(here, link.Groups["file"].Value).AbsolutePath[1..];
            return Guides.FirstOrDefault(guide => guide.File == target) is { Name: { } guide } ? $"]({Address}/{guide}" : link.Value;
        });
    }

    /// <summary>A link from one page to another, as the repository has it.</summary>
    [GeneratedRegex(@"\]\((?<file>(\.\./)*[\w./]+\.md)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LinkToFile();
}
