namespace ClaimTracker.Testing;

/// <summary>Finds the files of the checkout that the tests were built from.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot(new DirectoryInfo(AppContext.BaseDirectory));

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string FindRoot(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "ClaimTracker.sln")) ? folder.FullName : FindRoot(folder.Parent!);
}
