using System.Buffers;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClaimTracker.Data.Copying;

namespace ClaimTracker.Api.Domain.Archives;

/// <summary>
/// Writes an archive: the manifest, a line for each row, table after table, and at the end the SHA-256 of all lines before. The same
/// content gives the same bytes on either engine. One row is in memory at a time.
/// </summary>
internal sealed class ArchiveWriter : IDisposable
{
    private const int FullBuffer = 256 * 1024;

    private const string HistorySql = """
        select f.hash as instance, l.seq, l.hash as head
        from events l
        join events f on f.seq = 1
        where l.seq <= @after
        order by l.seq desc
        limit 1
        """;

    private static readonly JsonWriterOptions Plain =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly Stream _file;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly ArrayBufferWriter<byte> _buffer = new(FullBuffer * 2);
    private readonly Utf8JsonWriter _json;

    private ArchiveWriter(Stream file) => (_file, _json) = (file, new Utf8JsonWriter(_buffer, Plain));

    /// <summary>Writes the archive of the state that a read sees.</summary>
    /// <param name="tx">The read.</param>
    /// <param name="file">Where to.</param>
    /// <param name="isPublic">Whether only what was published goes in.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<ArchiveManifest> WriteAsync(ReadTx tx, Stream file, bool isPublic, CancellationToken cancellation)
    {
        var tables = await WholeTables.OfAsync(tx);
        var tail = isPublic ? null : await LocalTail.FindAsync(tx);
        var parts = isPublic ? PublicRows.Of(tables.All) : ArchivedRows.All(tables.All, tail);
        var counts = new OrderedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            counts.Add(part.Table.Name, await tables.CountAsync(part.Table, part.Which));
        }

        var manifest = new ArchiveManifest
        {
            Application = ArchiveManifest.ThisApplication,
            Format = ArchiveManifest.ThisFormat,
            Schema = WholeTables.Schema,
            Public = isPublic,
            Importable = !isPublic,
            History = isPublic ? null : await tx.FirstAsync<ArchivedHistory>(HistorySql, new { after = tail?.After ?? long.MaxValue }),
            Tables = counts,
            LastIds = isPublic ? null : LastIds(await tables.LastIdsAsync(), counts, tail),
        };
        using var writer = new ArchiveWriter(file);
        writer.WriteManifest(manifest);
        foreach (var part in parts)
        {
            await foreach (var row in tables.ReadAsync(part.Table, part.Columns, part.Which).WithCancellation(cancellation))
            {
                writer.WriteRow(part, row);
                await writer.FlushAsync(FullBuffer, cancellation);
            }
        }

        await writer.EndAsync(cancellation);
        return manifest;
    }

    public void Dispose()
    {
        _json.Dispose();
        _hash.Dispose();
    }

    private static OrderedDictionary<string, long> LastIds(
        IReadOnlyDictionary<string, long> all, IReadOnlyDictionary<string, long> tables, LocalTail? tail)
    {
        var last = new OrderedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in tables.Keys.Where(all.ContainsKey))
        {
            last.Add(table, table == "users" && tail?.FirstUser is { } first ? first - 1 : all[table]);
        }

        return last;
    }

    private void WriteManifest(ArchiveManifest manifest)
    {
        _json.WriteStartObject();
        _json.WritePropertyName(ArchiveWords.Manifest);
        JsonSerializer.Serialize(_json, manifest, ApiJson.Options);
        EndLine();
    }

    private void WriteRow(ArchivedRows part, object?[] row)
    {
        _json.WriteStartObject();
        _json.WriteString(ArchiveWords.Table, part.Table.Name);
        _json.WriteStartObject(ArchiveWords.Row);
        for (var i = 0; i < row.Length; i++)
        {
            var column = part.Columns[i];
            var value = part.Mended is { } mended && mended.Column == column && row[i] is string json
                ? mended.Change(JsonNode.Parse(json)!).ToJsonString(ApiJson.Options)
                : row[i];
            WriteValue(column, value);
        }

        _json.WriteEndObject();
        EndLine();
    }

    // A column that is null is left out: one that a later version adds is no difference.
    private void WriteValue(string column, object? value)
    {
        switch (value)
        {
            case null:
                break;
            case string text:
                _json.WriteString(column, text);
                break;
            case long number:
                _json.WriteNumber(column, number);
                break;
            default:
                _json.WriteNumber(column, (double)value);
                break;
        }
    }

    private void EndLine()
    {
        _json.WriteEndObject();
        _json.Flush();
        _json.Reset();
        _buffer.Write("\n"u8);
    }

    private async Task EndAsync(CancellationToken cancellation)
    {
        await FlushAsync(from: 0, cancellation);
        _json.WriteStartObject();
        _json.WriteString(ArchiveWords.Sha256, Convert.ToHexStringLower(_hash.GetHashAndReset()));
        EndLine();
        await FlushAsync(from: 0, cancellation);
    }

    private async ValueTask FlushAsync(int from, CancellationToken cancellation)
    {
        if (_buffer.WrittenCount > from)
        {
            _hash.AppendData(_buffer.WrittenSpan);
            await _file.WriteAsync(_buffer.WrittenMemory, cancellation);
            _buffer.ResetWrittenCount();
        }
    }
}
