using System.Text.Json;

namespace ClaimTracker.Api.Commands;

/// <summary>The folder that holds everything this instance keeps.</summary>
/// <param name="Path">Full path.</param>
internal sealed record DataFolder(string Path)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public string Database => System.IO.Path.Combine(Path, "claimtracker.db");

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

    /// <summary>The folder as it is; nothing is made.</summary>
    /// <exception cref="StartException">It has no database.</exception>
    public static DataFolder Find(string path)
    {
        var folder = new DataFolder(System.IO.Path.GetFullPath(path));
        return new FileInfo(folder.Database) is { Exists: true, Length: > 0 }
            ? folder
            : throw new StartException($"There is no database {folder.Database}.");
    }

    private void Prepare()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Path);
        }
        else
        {
            Directory.CreateDirectory(Path, OwnerOnly);
        }

        var database = new FileInfo(Database);
        if (database is { Exists: true, Length: > 0 })
        {
            return;
        }

        if (File.Exists(Instance))
        {
            throw new StartException(
                $"The database {Database} is missing or empty, though this folder has had one. Is its disk mounted? Nothing was changed.");
        }

        File.Create(Database).Dispose();
    }

    /// <summary>Marks the folder as one that has a database.</summary>
    public void MarkAsUsed()
    {
        if (!File.Exists(Instance))
        {
            File.WriteAllText(Instance, JsonSerializer.Serialize(new { application = "ClaimTracker", database = System.IO.Path.GetFileName(Database) }));
        }
    }
}

/// <summary>The program cannot start. The message is one sentence for the operator.</summary>
internal sealed class StartException(string message) : Exception(message);
