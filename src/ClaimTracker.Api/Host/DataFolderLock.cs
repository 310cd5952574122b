using System.Text;
using ClaimTracker.Api.Host.Settings;

namespace ClaimTracker.Api.Host;

/// <summary>
/// Keeps other processes out of a data folder. The locks are the operating system's, on the folder and on a file in it, which can
/// be removed: they go when the process dies, however it dies.
/// While a service runs, the file says so; one that it still says so in was not stopped cleanly.
/// </summary>
internal sealed class DataFolderLock : IDisposable
{
    public const string FileName = "claimtracker.lock";

    private readonly FileStream _file;
    private readonly IDisposable _folder;

    private DataFolderLock(DataFolder folder, FileStream file, IDisposable lockOfFolder)
    {
        Folder = folder;
        _file = file;
        _folder = lockOfFolder;
        UncleanStop = file.Length > 0;
    }

    public DataFolder Folder { get; }

    /// <summary>Whether the service that ran here last was not stopped cleanly.</summary>
    public bool UncleanStop { get; }

    /// <exception cref="StartException">Another process has it, or the folder cannot be written.</exception>
    public static DataFolderLock Take(DataFolder folder)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var lockOfFolder = DurableFiles.TryLockFolder(folder.Path) ?? throw Held(folder);
        try
        {
            return new DataFolderLock(folder, new FileStream(Path.Combine(folder.Path, FileName), options), lockOfFolder);
        }
        catch (IOException held) when (IsHeld(held))
        {
            lockOfFolder.Dispose();
            throw Held(folder);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            lockOfFolder.Dispose();
            throw new StartException($"The data folder {folder.Path} cannot be used: it cannot be written ({refused.Message}).");
        }
    }

    /// <summary>Says that a service runs here, until it says that it stopped.</summary>
    public void MarkRunning(DateTimeOffset now)
    {
        _file.SetLength(0);
        _file.Write(Encoding.UTF8.GetBytes($"Process {Environment.ProcessId} serves this folder since {now:O}.\n"));
        _file.Flush(flushToDisk: true);
        DurableFiles.FlushFolder(Folder.Path);
    }

    /// <summary>Says that the service was stopped, and everything is in the database file.</summary>
    public void MarkStopped()
    {
        _file.SetLength(0);
        _file.Flush(flushToDisk: true);
    }

    public void Dispose()
    {
        _file.Dispose();
        _folder.Dispose();
    }

    private static StartException Held(DataFolder folder) => new(
        $"The data folder {folder.Path} is in use by another process of ClaimTracker: one at a time can serve or change it.");

    // EWOULDBLOCK on Linux and on the BSDs; ERROR_SHARING_VIOLATION.
    private static bool IsHeld(IOException failure) => failure.HResult is 11 or 35 or unchecked((int)0x80070020);
}
