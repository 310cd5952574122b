using System.Text.RegularExpressions;

namespace ClaimTracker.Api.Tests.Documents;

/// <summary>A page of the repository that tests execute.</summary>
/// <param name="Path">Its path from the root.</param>
internal sealed partial record DocumentPage(string Path)
{
    public static readonly DocumentPage Front = new("README.md");
    public static readonly DocumentPage Api = new("http/README.md");
    public static readonly DocumentPage Conventions = new("http/CONVENTIONS.md");
    public static readonly DocumentPage Routes = new("http/ROUTES.md");
    public static readonly DocumentPage Limits = new("http/LIMITS.md");
    public static readonly DocumentPage Lists = new("http/LISTS.md");
    public static readonly DocumentPage Imports = new("http/IMPORTS.md");
    public static readonly DocumentPage Operations = new("src/ClaimTracker.Api/README.md");
    public static readonly DocumentPage Database = new("db/README.md");
    public static readonly DocumentPage History = new("db/HISTORY.md");
    public static readonly DocumentPage Source = new("src/README.md");
    public static readonly DocumentPage Tests = new("tests/README.md");

    public static readonly IReadOnlyList<DocumentPage> All =
        [Front, Api, Conventions, Routes, Limits, Lists, Imports, Operations, Database, History, Source, Tests];

    public string Text { get; } = Repository.Read(Path);

    /// <summary>Targets of its links, as written.</summary>
    public IEnumerable<string> Links => Link().Matches(Text).Select(static m => m.Groups["target"].Value);

    /// <summary>Anchors of its headings, as GitHub makes them: lower case, hyphens for spaces, no punctuation.</summary>
    public IEnumerable<string> Anchors => Heading().Matches(Text).Select(static m => m.Groups["title"].Value.ToLowerInvariant())
        .Select(
            static title => string.Concat(title.Where(static c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')).Replace(' ', '-'));

    /// <summary>The text of a section, up to the next of its level.</summary>
    public string Section(string title) => Text.Split("\n## ").Single(part => part.StartsWith(title + "\n", StringComparison.Ordinal));

    public override string ToString() => Path;

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    [GeneratedRegex("^#+ (?<title>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Heading();
}
