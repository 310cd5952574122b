using System.Text.RegularExpressions;
using ClaimTracker.Data.Copying;
using ClaimTracker.Data.Postgres;
using ClaimTracker.Data.Sqlite;

namespace ClaimTracker.Data.Backups;

/// <summary>
/// A backup that was read and found whole: a folder with the database as one SQLite file, whichever engine it comes from, with a
/// manifest, and with the checksums of both.
/// </summary>
public sealed partial class Backup
{
    /// <summary>The database.</summary>
    public const string DatabaseFile = "claimtracker.db";

    /// <summary>What it says of itself.</summary>
    public const string ManifestFile = "manifest.json";

    /// <summary>Checksums of the two, as sha256sum writes and checks them.</summary>
    public const string SumsFile = "SHA256SUMS";

    private readonly string _folder;

    private Backup(string folder, BackupManifest manifest) => (_folder, Manifest) = (folder, manifest);

    /// <summary>What it says of itself.</summary>
    public BackupManifest Manifest { get; }

    /// <summary>Reads a backup, every byte of it.</summary>
    /// <exception cref="DatabaseException">It is none, it is not whole, or it is of a newer program. The message says which.</exception>
    public static Backup Open(string folder)
    {
        folder = Path.GetFullPath(folder);
        foreach (var name in new[] { ManifestFile, SumsFile, DatabaseFile })
        {
            if (!File.Exists(Path.Combine(folder, name)))
            {
                throw Missing(folder, name);
            }
        }

        // The checksum of the manifest first: what is damaged is not asked what it is.
        var sums = SumsShape().Match(File.ReadAllText(Path.Combine(folder, SumsFile)));
        if (!sums.Success)
        {
            throw Damaged(folder, SumsFile, "it cannot be read");
        }

        if (DurableFiles.Hash(Path.Combine(folder, ManifestFile)) != sums.Groups["manifest"].Value)
        {
            throw Damaged(folder, ManifestFile, $"its SHA-256 is not the one in {SumsFile}");
        }

        var manifest = BackupManifest.Read(File.ReadAllText(Path.Combine(folder, ManifestFile)))
            ?? throw Damaged(folder, ManifestFile, "it cannot be read");
        if (manifest.Application != BackupManifest.ClaimTracker || manifest.Format > BackupManifest.CurrentFormat)
        {
            throw new DatabaseException(
                $"The backup {folder} is of {manifest.Application}, format {manifest.Format}, which this program does not know.");
        }

        var database = Path.Combine(folder, DatabaseFile);
        if (new FileInfo(database).Length != manifest.Database.Length)
        {
            throw Damaged(folder, DatabaseFile, $"it has {new FileInfo(database).Length:N0} bytes of {manifest.Database.Length:N0}");
        }

        if (DurableFiles.Hash(database) != manifest.Database.Sha256)
        {
            throw Damaged(folder, DatabaseFile, $"its SHA-256 is not the one in {ManifestFile}");
        }

        if (manifest.Database.Sha256 != sums.Groups["database"].Value)
        {
            throw Damaged(folder, SumsFile, $"it does not agree with {ManifestFile}");
        }

        Data.Migrations.RefuseNewer(
            manifest.Migrations.Select(static name => $"{Data.Migrations.Sqlite}{name}.sql"), $"The backup {folder}");
        return new Backup(folder, manifest);
    }

    /// <summary>
    /// Restores into a file that is not there yet, checks what is in it now, and brings it to the version of this program.
    /// </summary>
    /// <returns>The migrations that it lacked.</returns>
    /// <exception cref="DatabaseException">What came out is not what the manifest says.</exception>
    public async Task<IReadOnlyList<string>> RestoreAsync(string file)
    {
        DurableFiles.Copy(Path.Combine(_folder, DatabaseFile), file);
        if (SqliteContents.Read(file) is var there && !there.Is(Manifest))
        {
            throw new DatabaseException($"The backup {_folder} does not hold what its {ManifestFile} says.");
        }

        var ran = await new SqliteDatabase(file).MigrateAsync();
        DurableFiles.Flush(file);
        DurableFiles.FlushFolder(Path.GetDirectoryName(file)!);
        return ran;
    }

    /// <summary>Restores into an empty database on a server.</summary>
    /// <returns>The migrations that the backup lacked.</returns>
    /// <exception cref="DatabaseException">The database is not empty, or what came out is not what the manifest says.</exception>
    public async Task<IReadOnlyList<string>> RestoreAsync(PostgresDatabase server)
    {
        await server.RefuseUsedAsync();

        // The file of the backup is only read: a copy of it is migrated.
        var workshop = Directory.CreateTempSubdirectory("claimtracker-restore-");
        try
        {
            var copy = Path.Combine(workshop.FullName, DatabaseFile);
            var ran = await RestoreAsync(copy);
            await server.MigrateAsync();
            await DatabaseCopy.RunAsync(new SqliteDatabase(copy), server);
            return ran;
        }
        finally
        {
            workshop.Delete(recursive: true);
        }
    }

    internal static string Sums(string folder, BackupManifest manifest) =>
        $"{manifest.Database.Sha256}  {DatabaseFile}\n{DurableFiles.Hash(Path.Combine(folder, ManifestFile))}  {ManifestFile}\n";

    private static DatabaseException Missing(string folder, string name)
    {
        var backups = Directory.Exists(folder) ? BackupWriter.In(folder) : [];
        return new DatabaseException(
            !Directory.Exists(folder) ? $"There is no folder {folder} to restore from."
            : backups.Count > 0 ? $"The folder {folder} holds {backups.Count} backups: name one of them, such as {backups[^1]}."
            : $"The backup {folder} is not complete: it has no {name}. Nothing was restored.");
    }

    private static DatabaseException Damaged(string folder, string name, string how) =>
        new($"The backup {folder} is damaged in {name}: {how}. Nothing was restored.");

    [GeneratedRegex(
        @"^(?<database>[0-9a-f]{64})  claimtracker\.db\n(?<manifest>[0-9a-f]{64})  manifest\.json\n\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SumsShape();
}
