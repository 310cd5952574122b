namespace ClaimTracker.Benchmarks.Measuring;

/// <summary>A folder for one run, removed at its end.</summary>
internal sealed class ScratchFolder : IDisposable
{
    public ScratchFolder(string parent) => Path = Directory.CreateDirectory(System.IO.Path.Combine(
        parent, $"claimtracker-benchmark-{Environment.ProcessId}-{Interlocked.Increment(ref _count)}")).FullName;

    private static int _count;
    private int _inside;

    public string Path { get; }

    /// <summary>The path of a folder in this one that is not there yet.</summary>
    public string Next() => System.IO.Path.Combine(Path, $"data-{++_inside}");

    /// <summary>Copies a data folder, of a service that does not run, into a folder of this one.</summary>
    public string Copy(string folder)
    {
        var copy = Next();
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
