namespace ClaimTracker.Api.Tests.Architecture;

/// <summary>A file of the source tree, for rules that the compiled code no longer shows.</summary>
internal sealed record SourceFile(string Path, string Text)
{
    public static readonly IReadOnlyList<SourceFile> All = Read("src", "tests");

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public int Lines => Text.Count(static c => c == '\n');

    /// <summary>Paths are relative to the solution, with slashes.</summary>
    public static IReadOnlyList<SourceFile> Under(string folder) =>
        [.. All.Where(file => file.Path.StartsWith(folder, StringComparison.Ordinal))];

    private static List<SourceFile> Read(params string[] folders) =>
    [
        .. from folder in folders
           from path in Directory.EnumerateFiles(System.IO.Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories)
           let relative = System.IO.Path.GetRelativePath(Repository.Root, path).Replace('\\', '/')
           where !relative.Contains("/obj/", StringComparison.Ordinal) && !relative.Contains("/bin/", StringComparison.Ordinal)
           select new SourceFile(relative, File.ReadAllText(path)),
    ];
}
