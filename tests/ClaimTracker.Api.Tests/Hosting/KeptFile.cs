namespace ClaimTracker.Api.Tests.Hosting;

/// <summary>A file that stands elsewhere, gone when the test is.</summary>
internal sealed class KeptFile(string path) : IAsyncDisposable
{
    public string Path => path;

    public static async Task<KeptFile> OfAsync(string text)
    {
        var file = new KeptFile(System.IO.Path.Combine(Scratch.NewFolder("kept").FullName, "kept.json"));
        await File.WriteAllTextAsync(file.Path, text);
        return file;
    }

    public ValueTask DisposeAsync()
    {
        Directory.GetParent(path)!.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
