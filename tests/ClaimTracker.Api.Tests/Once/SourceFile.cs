namespace ClaimTracker.Api.Tests.Architecture;

/// <summary>A file of the source tree, for rules that the compiled code no longer shows.</summary>
internal sealed record SourceFile(string Path, string Text)
{
    /// <summary>The folder of the solution.</summary>
    public static readonly string Root = FindRoot();

    public static readonly IReadOnlyList<SourceFile> All = Read("src", "tests");

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public int Lines => Text.Count(static c => c == '\n');

    /// <summary>Paths are relative to the solution, with slashes.</summary>
    public static IReadOnlyList<SourceFile> Under(string folder) => [.. All.Where(file => file.Path.StartsWith(folder, StringComparison.Ordinal))];

    private static List<SourceFile> Read(params string[] folders) =>
    [
        .. from folder in folders
           from path in Directory.EnumerateFiles(System.IO.Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
           let relative = System.IO.Path.GetRelativePath(Root, path).Replace('\\', '/')
           where !relative.Contains("/obj/", StringComparison.Ordinal) && !relative.Contains("/bin/", StringComparison.Ordinal)
           select new SourceFile(relative, File.ReadAllText(path)),
    ];

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "ClaimTracker.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run below the solution.");
        }

        return folder.FullName;
    }
}
