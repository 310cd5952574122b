namespace ClaimTracker.Testing;

/// <summary>Temporary folders in memory, where a flush costs nothing and neither does a database that is made and dropped.</summary>
/// <remarks>
/// The engines flush as always. Only a loss of power could tell the difference, and the tests of that make disks of their own.
/// On ext4 a quarter of the time of the PostgreSQL suite went into finding inodes for the files of new databases.
/// </remarks>
public static class Scratch
{
    private const string Memory = "/dev/shm";

    /// <summary>Enough for every test. A container has 64 MB unless it is told otherwise.</summary>
    private const long MinimumBytes = 2L << 30;

    private static readonly Lazy<DirectoryInfo> Root = new(NewRoot);
    private static Action _beforeDelete = static () => { };

    /// <summary>A new, empty folder; on the disk where the machine has no such memory.</summary>
    public static DirectoryInfo NewFolder(string name) =>
        Directory.CreateDirectory(Path.Combine(Root.Value.FullName, $"{name}-{Path.GetRandomFileName()}"));

    /// <summary>Lets go of a folder before it is deleted, such as by ending a program that writes into it.</summary>
    public static void BeforeDelete(Action action) => _beforeDelete += action;

    /// <summary>Deletes every folder.</summary>
    public static void Delete()
    {
        if (Root.IsValueCreated && Root.Value.Exists)
        {
            _beforeDelete();
            Root.Value.Delete(recursive: true);
            Root.Value.Refresh();
        }
    }

    private static DirectoryInfo NewRoot()
    {
        var parent = Directory.Exists(Memory) && new DriveInfo(Memory).AvailableFreeSpace >= MinimumBytes ? Memory : Path.GetTempPath();
        return Directory.CreateDirectory(Path.Combine(parent, "claimtracker-tests-" + Path.GetRandomFileName()));
    }
}
