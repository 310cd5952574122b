using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace ClaimTracker.Api.Domain.History;

/// <summary>Takes checkpoints of the history.</summary>
/// <param name="db">The database.</param>
/// <param name="time">The clock.</param>
/// <param name="folder">The folder with the key and the daily files.</param>
internal sealed class Checkpoints(Db db, TimeProvider time, string folder) : IDisposable
{
    /// <summary>The header that carries the checkpoint of an export.</summary>
    public const string Header = "Claimtracker-Checkpoint";

    private const string KnownSql = "select 1 from events where subject = @subject limit 1";

    private const string TipSql = """
        select l.seq, l.hash as head, f.hash as instance
        from events l
        join events f on f.seq = 1
        order by l.seq desc
        limit 1
        """;

    private readonly Lazy<ECDsa> _key = new(() => CheckpointKey.Open(folder));
    private readonly Lock _signing = new();

    private string Folder => Path.Combine(folder, "checkpoints");

    /// <summary>Reads or makes the key, and records it in the history if that does not know it yet.</summary>
    public async Task PrepareAsync()
    {
        var publicKey = _key.Value.ExportSubjectPublicKeyInfo();
        var subject = Subject.CheckpointKey(Convert.ToHexStringLower(SHA256.HashData(publicKey))[..16]);
        await db.WriteAsync(async tx =>
        {
            if (!await tx.AnyAsync(KnownSql, new { subject = subject.ToString() }))
            {
                var said = new { publicKey = Convert.ToBase64String(publicKey) };
                await EventWriter.RecordAsync(
                    tx, ReservedNames.System, EventKind.CheckpointKeyCreated, subject, before: null, after: said, touched: []);
            }

            return true;
        });
    }

    /// <summary>Signs the present state of the history.</summary>
    public async Task<Checkpoint> TakeAsync(CancellationToken cancellation)
    {
        var tip = await db.AskAsync(static tx => tx.SingleAsync<(long Seq, string Head, string Instance)>(TipSql), cancellation);
        lock (_signing) // A key object is not thread-safe.
        {
            return Checkpoint.Sign(tip.Instance, tip.Seq, tip.Head, time.GetUtcNow(), _key.Value);
        }
    }

    /// <summary>Writes a checkpoint to the file of the day.</summary>
    public async Task WriteFileAsync(CancellationToken cancellation)
    {
        var checkpoint = await TakeAsync(cancellation);
        DurableFiles.CreateFolderIn(Folder);
        var path = Path.Combine(Folder, string.Create(CultureInfo.InvariantCulture, $"{checkpoint.At.UtcDateTime:yyyy-MM-dd}.json"));
        var made = $"{path}.{Path.GetRandomFileName()}";
        DurableFiles.Write(made, JsonSerializer.Serialize(checkpoint, ApiJson.Options) + "\n");
        File.Move(made, path, overwrite: true);
        DurableFiles.FlushFolder(Folder);
    }

    public void Dispose()
    {
        if (_key.IsValueCreated)
        {
            _key.Value.Dispose();
        }
    }
}
