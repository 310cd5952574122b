namespace ClaimTracker.Data.Sqlite;

/// <summary>
/// The database file and its write-ahead log, as they were when they were opened. A process goes on writing into a file that was
/// deleted, and whatever it answers is gone when it ends.
/// </summary>
internal sealed class OpenFiles
{
    private readonly (string Path, FileIdentity? Opened)[] _files;

    /// <param name="file">The database file. It and its log are open.</param>
    public OpenFiles(string file) => _files = [.. new[] { file, file + "-wal" }.Select(static path => (path, FileIdentity.Of(path)))];

    /// <summary>Refuses to go on where a path no longer leads to the file that is open.</summary>
    /// <exception cref="FilesLostException">It leads nowhere, or to another file.</exception>
    public void Require()
    {
        foreach (var (path, opened) in _files)
        {
            if (opened is not null && FileIdentity.Of(path) != opened)
            {
                throw new FilesLostException(path);
            }
        }
    }
}
