namespace ClaimTracker.Benchmarks.Measuring;

/// <summary>A folder for one run, removed at its end.</summary>
internal sealed class ScratchFolder : IDisposable
{
    public ScratchFolder(string parent) => Path = Directory.CreateDirectory(System.IO.Path.Combine(
        parent, $"claimtracker-benchmark-{Environment.ProcessId}-{Interlocked.Increment(ref _count)}")).FullName;

    private static int _count;

    public string Path { get; }

    /// <summary>Copies a data folder, of a service that does not run, into a folder of this one.</summary>
    public string Copy(string folder, string name)
    {
        var copy = System.IO.Path.Combine(Path, name);
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var target = System.IO.Path.Combine(copy, System.IO.Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
