using System.Globalization;
using ClaimTracker.Data.Copying;
using ClaimTracker.Data.Postgres;
using ClaimTracker.Data.Sqlite;

namespace ClaimTracker.Data.Backups;

/// <summary>Writes backups, while the service runs: it reads the database in one snapshot, and no write waits for it.</summary>
public static class BackupWriter
{
    // A folder that ends so was never finished. The last step takes the ending off.
    private const string Unfinished = ".part";

    private const string NameFormat = "yyyy-MM-dd'T'HH-mm-ss.fff'Z'";

    /// <summary>Writes one into a folder of its own, named by its instant.</summary>
    /// <param name="source">The database. It is not migrated.</param>
    /// <param name="directory">Where backups are kept; it is made where it is not there.</param>
    /// <param name="time">The clock that names it.</param>
    /// <returns>Its folder, and what it holds.</returns>
    /// <exception cref="DatabaseException">It could not be written, or is not sound; then nothing is left of it.</exception>
    public static async Task<(string Folder, BackupManifest Manifest)> WriteAsync(Database source, string directory, TimeProvider time)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var finished = Path.Combine(Path.GetFullPath(directory), now.ToString(NameFormat, CultureInfo.InvariantCulture));
        var folder = finished + Unfinished;
        if (Directory.Exists(finished) || Directory.Exists(folder))
        {
            throw new DatabaseException($"There is a backup of this very instant, {finished}. Nothing was written.");
        }

        DurableFiles.CreateFolder(directory);
        DurableFiles.CreateFolder(folder);
        try
        {
            var file = Path.Combine(folder, Backup.DatabaseFile);
            await CopyAsync(source, file);
            var manifest = Describe(file, now);
            DurableFiles.Write(Path.Combine(folder, Backup.ManifestFile), manifest.Write());
            DurableFiles.Write(Path.Combine(folder, Backup.SumsFile), Backup.Sums(folder, manifest));
            DurableFiles.FlushFolder(folder);
            Directory.Move(folder, finished);
            DurableFiles.FlushFolder(directory);
            return (finished, manifest);
        }
        catch
        {
            foreach (var left in new[] { folder, finished }.Where(Directory.Exists))
            {
                Directory.Delete(left, recursive: true);
            }

            throw;
        }
    }

    /// <summary>The backups of a folder by name, the newest last.</summary>
    internal static IReadOnlyList<string> In(string directory) =>
        [.. Directory.GetDirectories(directory)
            .Select(static path => Path.GetFileName(path))
            .Where(static name => DateTime.TryParseExact(name, NameFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            .Order(StringComparer.Ordinal)];

    private static async Task CopyAsync(Database source, string file)
    {
        if (source is SqliteDatabase embedded)
        {
            embedded.CopyInto(file);
            return;
        }

        // A file that was filled row by row, and once more without its gaps: the same form as a backup of SQLite.
        await ((PostgresDatabase)source).RefuseOtherVersionAsync();
        var filled = file + Unfinished;
        await DurableFiles.Create(filled).DisposeAsync();
        var copy = new SqliteDatabase(filled);
        await copy.MigrateAsync();
        await DatabaseCopy.RunAsync(source, copy);
        copy.CopyInto(file);
        foreach (var left in Directory.GetFiles(Path.GetDirectoryName(file)!, Path.GetFileName(filled) + "*"))
        {
            File.Delete(left);
        }
    }

    private static BackupManifest Describe(string file, DateTime now)
    {
        DurableFiles.Flush(file);
        var contents = SqliteContents.Read(file);
        return new BackupManifest
        {
            Application = BackupManifest.ClaimTracker,
            Format = BackupManifest.CurrentFormat,
            Created = now.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            Database = new BackupFile(Backup.DatabaseFile, new FileInfo(file).Length, DurableFiles.Hash(file)),
            Migrations = contents.Migrations,
            History = contents.History,
            Counts = contents.Counts,
        };
    }
}
