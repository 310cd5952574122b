using ClaimTracker.Data;

namespace ClaimTracker.Testing;

/// <summary>The database of a test, which ends with it.</summary>
public abstract class TestStore : IAsyncDisposable
{
    public abstract Database Database { get; }

    /// <summary>The data folder of a service on it.</summary>
    public abstract string Folder { get; }

    /// <summary>The setting that names it.</summary>
    public abstract KeyValuePair<string, string?> Setting { get; }

    /// <summary>The options of the command line that name it.</summary>
    public abstract IReadOnlyList<string> Arguments { get; }

    /// <summary>The first column of the first row, as another program would see it.</summary>
    public abstract string? Ask(string sql);

    public abstract ValueTask DisposeAsync();
}
