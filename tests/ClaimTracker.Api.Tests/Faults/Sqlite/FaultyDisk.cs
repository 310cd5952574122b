using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Faults.Sqlite;

/// <summary>Faults of a disk that begin and end while the service runs: faults.c, built once and preloaded.</summary>
internal sealed class FaultyDisk : IDisposable
{
    private static readonly Lazy<Task<string>> Library = new(BuildAsync);

    private readonly DirectoryInfo _faults = Directory.CreateTempSubdirectory("claimtracker-faults-");

    private FaultyDisk(string library) => Environment = new Dictionary<string, string>(ServiceProcess.Silent, StringComparer.Ordinal)
    {
        ["LD_PRELOAD"] = library,
        ["CLAIMTRACKER_FAULTS"] = _faults.FullName,
    };

    /// <summary>For the service that is to have them.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; }

    public static async Task<FaultyDisk> NewAsync() => new(await Library.Value);

    public void Begin(string fault) => File.Create(Path.Combine(_faults.FullName, fault)).Dispose();

    public void End(string fault) => File.Delete(Path.Combine(_faults.FullName, fault));

    public void Dispose() => _faults.Delete(recursive: true);

    private static async Task<string> BuildAsync()
    {
        var library = Path.Combine(Directory.CreateTempSubdirectory("claimtracker-shim-").FullName, "faults.so");
        await Shell.RunAsync("gcc", "-shared", "-fPIC", "-O2", "-o", library, Path.Combine(AppContext.BaseDirectory, "faults.c"), "-ldl");
        return library;
    }
}
