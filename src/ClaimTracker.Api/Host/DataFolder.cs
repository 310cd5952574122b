using System.Text.Json;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Host.Settings;

namespace ClaimTracker.Api.Host;

/// <summary>The folder that holds everything this instance keeps.</summary>
/// <param name="Path">Full path.</param>
internal sealed record DataFolder(string Path)
{
    private const string Application = "ClaimTracker";

    public string Database => System.IO.Path.Combine(Path, "claimtracker.db");

    // Says beside the folder that it was served: the folder is the mount point of a disk, and empty while that is not mounted.
    private string Served => System.IO.Path.Combine(
        System.IO.Path.GetDirectoryName(Path) ?? Path, $".{System.IO.Path.GetFileName(Path)}.claimtracker");

    // Says that a database belongs here: with it, and without a database, a disk was not mounted.
    private string Instance => System.IO.Path.Combine(Path, "instance.json");

    /// <summary>Opens the folder, makes it on the first start, and makes an empty database file in a new one.</summary>
    /// <exception cref="StartException">It cannot be used, or its database is gone.</exception>
    public static DataFolder Open(string path)
    {
        var folder = new DataFolder(System.IO.Path.GetFullPath(path));
        try
        {
            folder.Prepare();
            return folder;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StartException($"The data folder {folder.Path} cannot be used: {refused.Message}");
        }
    }

    /// <summary>The folder as it is, to read its database.</summary>
    /// <exception cref="StartException">It has none.</exception>
    public static DataFolder Existing(string path)
    {
        var folder = new DataFolder(System.IO.Path.GetFullPath(path));
        return new FileInfo(folder.Database) is { Exists: true, Length: > 0 }
            ? folder
            : throw new StartException($"There is no database {folder.Database}.");
    }

    /// <summary>
    /// A folder that has nothing, to restore into. From now on it is one that has had a database: a restore that does not end is not
    /// served.
    /// </summary>
    /// <exception cref="StartException">It has something, or cannot be used.</exception>
    public static DataFolder Empty(string path)
    {
        var folder = new DataFolder(System.IO.Path.GetFullPath(path));
        try
        {
            DurableFiles.CreateFolder(folder.Path);
            if (folder.Entries().FirstOrDefault() is { } entry)
            {
                throw new StartException($"The data folder {folder.Path} is not empty (it has {entry}). Nothing was restored.");
            }

            folder.MarkAsUsed();
            return folder;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StartException($"The data folder {folder.Path} cannot be used: {refused.Message}");
        }
    }

    /// <summary>Takes away what a restore that failed has made.</summary>
    public void Clear(bool keepFolder)
    {
        if (keepFolder)
        {
            foreach (var file in Directory.GetFiles(Path, "claimtracker.*").Append(Instance))
            {
                File.Delete(file);
            }
        }
        else
        {
            Directory.Delete(Path, recursive: true);
        }
    }

    /// <summary>What of the folder and its database other users of the machine can read, and the mode that takes that away.</summary>
    public IEnumerable<(string Path, string Mode)> OpenToOthers()
    {
        if (!OperatingSystem.IsWindows())
        {
            const UnixFileMode others =
                UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
            foreach (var (path, mode) in new[]
            {
                (Path, "700"), (Database, "600"), (System.IO.Path.Combine(Path, CheckpointKey.FileName), "600"),
            })
            {
                if (System.IO.Path.Exists(path) && (File.GetUnixFileMode(path) & others) != UnixFileMode.None)
                {
                    yield return (path, mode);
                }
            }
        }
    }

    private void Prepare()
    {
        if (Directory.Exists(Path) && File.Exists(Served) && !Directory.EnumerateFileSystemEntries(Path).Any())
        {
            throw new StartException(
                $"The data folder {Path} has been served before and is empty now. Is its disk mounted? To begin anew, remove {Served}.");
        }

        DurableFiles.CreateFolder(Path);
        var database = new FileInfo(Database);
        if (File.Exists(Instance))
        {
            RefuseForeign();
            if (database is not { Exists: true, Length: > 0 })
            {
                throw new StartException(
                    $"The database {Database} is missing or empty, though this folder has had one. "
                    + "Is its disk mounted? Nothing was changed.");
            }
        }
        else if (!database.Exists)
        {
            DurableFiles.Create(Database).Dispose();
        }
    }

    private void RefuseForeign()
    {
        try
        {
            if (JsonNode.Parse(File.ReadAllText(Instance)) is JsonObject instance && (string?)instance["application"] == Application)
            {
                return;
            }
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // It is refused below.
        }

        throw new StartException($"The file {Instance} is not one of ClaimTracker, or is damaged. Nothing was changed.");
    }

    // Without our own lock, what a file system puts into its root, and hidden files, which nobody keeps as data.
    private IEnumerable<string> Entries() =>
        Directory.EnumerateFileSystemEntries(Path).Select(static entry => System.IO.Path.GetFileName(entry))
        .Where(static name => name is not (DataFolderLock.FileName or "lost+found") && !name.StartsWith('.'));

    /// <summary>Marks the folder as one that has a database.</summary>
    public void MarkAsUsed()
    {
        if (!File.Exists(Instance))
        {
            DurableFiles.Write(
                Instance,
                JsonSerializer.Serialize(new { application = Application, database = System.IO.Path.GetFileName(Database) }));
        }

        try
        {
            if (!File.Exists(Served))
            {
                DurableFiles.Write(Served, "");
            }
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // The folder around it belongs to somebody else: then an empty folder is taken for a new one.
        }
    }
}
