using System.Text.RegularExpressions;

namespace ClaimTracker.Testing;

/// <summary>A folder that uses another one of the same project.</summary>
/// <param name="From">The folder that uses the other; "." is the root of the project.</param>
/// <param name="To">The folder that is used.</param>
/// <param name="Why">One of the reasons: "Reading.cs names DateReader".</param>
public sealed record FolderArrow(string From, string To, string Why)
{
    public override string ToString() => $"{From} -> {To} ({Why})";
}

/// <summary>
/// The arrows between the folders of a project, computed from the type names in its sources. Compiled code shows less: a constant leaves no
/// trace there. Usings show less too: an enclosing namespace needs none. A name counts where the compiler can see it as a type: its
/// namespace encloses the file, is imported, or is written before it. Comments and strings do not count, except the holes of the latter.
/// </summary>
public sealed partial class FolderArrows
{
    public const string Root = ".";

    private readonly List<Source> _sources;
    private readonly HashSet<string> _globalUsings;
    private readonly ILookup<string, (string Namespace, string Folder)> _types;
    private readonly ILookup<string, (string Namespace, string Folder)> _extensions;

    private FolderArrows(IEnumerable<(string Path, string Text)> files)
    {
        _sources = [.. files.Select(static file => Source.Of(file.Path, file.Text))];
        _globalUsings = [.. _sources.SelectMany(static source => source.GlobalUsings)];
        _types = Declared(TypeName());
        _extensions = Declared(ExtensionName());
        Folders = [.. _sources.Select(static source => source.Folder).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Arrows = [.. _sources.SelectMany(ArrowsOf).DistinctBy(static arrow => (arrow.From, arrow.To))];
    }

    /// <summary>Every folder with sources, as a path below the project.</summary>
    public IReadOnlyList<string> Folders { get; }

    /// <summary>One arrow for every pair of folders of which the first uses the second.</summary>
    public IReadOnlyList<FolderArrow> Arrows { get; }

    /// <summary>One line for each group of folders that use each other, with the arrows that tie them.</summary>
    public IReadOnlyList<string> Circles
    {
        get
        {
            var reach = Folders.ToDictionary(static folder => folder, Reach, StringComparer.Ordinal);
            return
            [
                .. Folders
                    .Where(folder => reach[folder].Contains(folder))
                    .Select(folder => Arrows.Where(arrow => Ties(folder, arrow.From) && Ties(folder, arrow.To)))
                    .Select(static arrows => string.Join("; ", arrows))
                    .Distinct(StringComparer.Ordinal),
            ];

            bool Ties(string folder, string other) => reach[folder].Contains(other) && reach[other].Contains(folder);
        }
    }

    /// <summary>Reads a project of the solution.</summary>
    /// <param name="project">Its folder, such as "src/ClaimTracker.Text".</param>
    public static FolderArrows Of(string project)
    {
        var home = Path.Combine(Repository.Root, project);
        return new FolderArrows(
            from path in Directory.EnumerateFiles(home, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            let relative = Path.GetRelativePath(home, path).Replace('\\', '/')
            where !relative.StartsWith("obj/", StringComparison.Ordinal) && !relative.StartsWith("bin/", StringComparison.Ordinal)
            select (relative, File.ReadAllText(path)));
    }

    /// <summary>Reads sources that are not on disk.</summary>
    public static FolderArrows Between(params ReadOnlySpan<(string Path, string Text)> files) => new(files.ToArray());

    private ILookup<string, (string Namespace, string Folder)> Declared(Regex name) => _sources
        .SelectMany(source => name.Matches(source.Code).Select(match => (match.Groups["name"].Value, source.Namespace, source.Folder)))
        .Distinct()
        .ToLookup(static found => found.Value, static found => (found.Namespace, found.Folder), StringComparer.Ordinal);

    private IEnumerable<FolderArrow> ArrowsOf(Source source)
    {
        foreach (Match chain in Chain().Matches(source.Code))
        {
            var names = chain.Value.Split('.', StringSplitOptions.TrimEntries);
            for (var i = 0; i < names.Length; i++)
            {
                var before = string.Join('.', names[..i]);
                var found = _types[names[i]].Concat(_types[names[i] + "Attribute"])
                    .Where(type => before.Length == 0 ? Sees(source, type.Namespace) : EndsWith(type.Namespace, before));
                foreach (var arrow in To(source, names[i], found))
                {
                    yield return arrow;
                }
            }
        }

        foreach (var name in Call().Matches(source.Code).Select(static call => call.Groups["name"].Value))
        {
            foreach (var arrow in To(source, name, _extensions[name].Where(type => Sees(source, type.Namespace))))
            {
                yield return arrow;
            }
        }
    }

    private static IEnumerable<FolderArrow> To(Source source, string name, IEnumerable<(string Namespace, string Folder)> found)
    {
        var folders = found.Select(static type => type.Folder).ToList();
        return folders.Contains(source.Folder)
            ? []
            : folders.Select(folder => new FolderArrow(source.Folder, folder, $"{source.Name} names {name}"));
    }

    private bool Sees(Source source, string space) =>
        space.Length == 0
        || $"{source.Namespace}.".StartsWith($"{space}.", StringComparison.Ordinal)
        || source.Usings.Contains(space)
        || _globalUsings.Contains(space);

    private static bool EndsWith(string space, string written) => $".{space}".EndsWith($".{written}", StringComparison.Ordinal);

    private HashSet<string> Reach(string folder)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([folder]);
        while (open.TryPop(out var from))
        {
            foreach (var arrow in Arrows.Where(arrow => arrow.From == from && reached.Add(arrow.To)))
            {
                open.Push(arrow.To);
            }
        }

        return reached;
    }

    // Only types that start a line: a nested type is named together with the one around it.
    [GeneratedRegex(
        @"^(?:(?:public|internal|file|static|sealed|abstract|readonly|ref|partial|unsafe) )*"
            + @"(?:class|record struct|record class|record|struct|interface|enum|delegate [\w<>\[\]?,. ]+?) (?<name>\w+)",
        RegexOptions.Multiline,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex TypeName();

    [GeneratedRegex(@"\bstatic [^;{}=]*?\b(?<name>\w+)(?:<[^>()]*>)?\(\s*this ", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ExtensionName();

    [GeneratedRegex(@"(?<![\w.]|\.\s+)[A-Za-z_]\w*(?:\s*\.\s*[A-Za-z_]\w*)*", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Chain();

    [GeneratedRegex(@"\.(?<name>\w+)(?:<[^>()]*>)?\(", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Call();

    private sealed partial record Source(
        string Folder, string Name, string Namespace, HashSet<string> Usings, HashSet<string> GlobalUsings, string Code)
    {
        public static Source Of(string path, string text)
        {
            var code = NoCode().Replace(text, static match => string.Join(' ', Hole().Matches(match.Groups["holes"].Value)));
            var usings = Using().Matches(code);
            return new Source(
                Path.GetDirectoryName(path) is { Length: > 0 } folder ? folder.Replace('\\', '/') : Root,
                Path.GetFileName(path),
                Space().Match(code).Groups["name"].Value,
                [.. usings.Where(static match => !match.Groups["global"].Success).Select(static match => match.Groups["name"].Value)],
                [.. usings.Where(static match => match.Groups["global"].Success).Select(static match => match.Groups["name"].Value)],
                Space().Replace(Using().Replace(code, ""), ""));
        }

        [GeneratedRegex(
            """
            \$*(?<quotes>"{3,})[\s\S]*?\k<quotes>                 # raw string
            | \$?@\$?"(?:""|[^"])*"                               # verbatim string
            | \$"(?<holes>(?:\\.|[^"\\\n])*)" | "(?:\\.|[^"\\\n])*"  # string
            | '(?:\\.|[^'\\\n])+'                                 # character
            | //[^\n]* | /\*[\s\S]*?\*/                           # comment
            """,
            RegexOptions.IgnorePatternWhitespace,
            matchTimeoutMilliseconds: 1000)]
        private static partial Regex NoCode();

        [GeneratedRegex(@"(?<=\{)[^{}""]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
        private static partial Regex Hole();

        [GeneratedRegex(@"^(?<global>global )?using (?<name>[\w.]+);", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
        private static partial Regex Using();

        [GeneratedRegex(@"^namespace (?<name>[\w.]+)", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
        private static partial Regex Space();
    }
}
