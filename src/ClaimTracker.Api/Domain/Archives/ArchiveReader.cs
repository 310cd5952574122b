using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClaimTracker.Data.Copying;

namespace ClaimTracker.Api.Domain.Archives;

/// <summary>An archive that was read once to its end: its bytes are those that were written, and it has every line that it says.</summary>
/// <param name="Manifest">Its first line.</param>
/// <param name="Sha256">The SHA-256 of its lines.</param>
/// <param name="Lines">The number of its lines.</param>
internal sealed record CheckedArchive(ArchiveManifest Manifest, string Sha256, long Lines);

/// <summary>Reads archives, and says on which line one is not what was written.</summary>
internal static class ArchiveReader
{
    private static readonly byte[] LastLine = "{\"sha256\":"u8.ToArray();

    /// <summary>Reads an archive to its end before anything is done with it.</summary>
    /// <exception cref="ArchiveException">It is none, was cut off or changed, or is none that this program can import.</exception>
    public static async Task<CheckedArchive> CheckAsync(Stream file, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (number, manifest, sha256) = (0L, (ArchiveManifest?)null, (string?)null);
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        await foreach (var line in ArchiveLines.ReadAsync(file, cancellation))
        {
            number++;
            if (sha256 is not null)
            {
                throw new ArchiveException(number, "Nothing may follow the line with the SHA-256.");
            }

            if (line.Span[^1] != '\n')
            {
                throw new ArchiveException(number, "The archive was cut off in this line.");
            }

            if (line.Span.StartsWith(LastLine))
            {
                sha256 = ReadSha256(number, line, Convert.ToHexStringLower(hash.GetHashAndReset()));
                continue;
            }

            hash.AppendData(line.Span);
            if (manifest is null)
            {
                manifest = ReadManifest(line);
                continue;
            }

            var table = TableOf(number, line.Span);
            counts[table] = counts.GetValueOrDefault(table) + 1;
        }

        if (sha256 is null)
        {
            throw new ArchiveException(number, "The archive was cut off after this line: the line with its SHA-256 is missing.");
        }

        RequireCounts(manifest!, counts);
        return new CheckedArchive(manifest!, sha256, number);
    }

    /// <summary>Reads the rows of an archive that was checked, in their order.</summary>
    /// <exception cref="ArchiveException">A line is no row.</exception>
    public static async IAsyncEnumerable<(long Line, string Table, JsonObject Row)> RowsAsync(
        Stream file, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var number = 0L;
        await foreach (var line in ArchiveLines.ReadAsync(file, cancellation))
        {
            if (++number > 1 && !line.Span.StartsWith(LastLine))
            {
                var read = ReadLine(number, line.Span);
                yield return (number, (string)read[ArchiveWords.Table]!, read[ArchiveWords.Row]!.AsObject());
            }
        }
    }

    /// <summary>A value of a row in the form that the tables take.</summary>
    public static object? Value(JsonNode? value) => value?.GetValueKind() switch
    {
        null or JsonValueKind.Null => null,
        JsonValueKind.String => value.GetValue<string>(),
        JsonValueKind.Number when value.ToJsonString() is var text =>
            long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) && text != "-0"
                ? whole
                : double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
        _ => throw new FormatException("It is neither a text nor a number."),
    };

    private static ArchiveManifest ReadManifest(ReadOnlyMemory<byte> line)
    {
        ArchiveManifest manifest;
        try
        {
            manifest = JsonNode.Parse(line.Span)?[ArchiveWords.Manifest].Deserialize<ArchiveManifest>(ApiJson.Options)
                ?? throw new JsonException("null");
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or ArgumentException)
        {
            throw new ArchiveException(1, "It is no manifest of an archive that this version can read.");
        }

        if (manifest.Application != ArchiveManifest.ThisApplication || manifest.Format != ArchiveManifest.ThisFormat
            || string.CompareOrdinal(manifest.Schema, WholeTables.Schema) > 0)
        {
            throw new ArchiveException(
                1,
                $"The archive was written by a newer version (schema {manifest.Schema}, here {WholeTables.Schema}), or another program.");
        }

        return manifest is { Importable: true, History: not null, LastIds: not null }
            ? manifest
            : throw new ArchiveException(
                1, "The archive holds only what was published: it has no history, and an instance cannot be made of it.");
    }

    private static string ReadSha256(long number, ReadOnlyMemory<byte> line, string actual)
    {
        var said = line.Span[LastLine.Length..].Trim("\"}\n"u8);
        return said.SequenceEqual(System.Text.Encoding.ASCII.GetBytes(actual))
            ? actual
            : throw new ArchiveException(
                number, $"The archive was changed: its lines have the SHA-256 {actual}, which is not that of this line.");
    }

    private static void RequireCounts(ArchiveManifest manifest, Dictionary<string, long> counts)
    {
        foreach (var table in manifest.Tables.Keys.Union(counts.Keys, StringComparer.Ordinal))
        {
            var (said, found) = (manifest.Tables.GetValueOrDefault(table), counts.GetValueOrDefault(table));
            if (said != found)
            {
                throw new ArchiveException(1, $"The manifest has {said:N0} rows of {table}, and the archive {found:N0}.");
            }
        }
    }

    // Its row is read when it is written.
    private static string TableOf(long number, ReadOnlySpan<byte> line)
    {
        try
        {
            var reader = new Utf8JsonReader(line);
            reader.Read();
            reader.Read();
            if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals(ArchiveWords.Table) && reader.Read()
                && reader.GetString() is { } table)
            {
                return table;
            }
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // It is refused below.
        }

        throw new ArchiveException(number, "It is no row of a table.");
    }

    private static JsonObject ReadLine(long number, ReadOnlySpan<byte> line)
    {
        try
        {
            if (JsonNode.Parse(line) is JsonObject { Count: 2 } read
                && read[ArchiveWords.Table] is JsonValue && read[ArchiveWords.Row] is JsonObject row && row.Count > 0)
            {
                return read;
            }
        }
        catch (Exception broken) when (broken is JsonException or ArgumentException)
        {
            // It is refused below.
        }

        throw new ArchiveException(number, "It is no row of a table.");
    }
}
