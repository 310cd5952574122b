using System.Runtime.CompilerServices;
using System.Text.Json;
using ClaimTracker.Api.Domain.Archives;

namespace ClaimTracker.Api.Features.Imports;

/// <summary>Reads rows from JSON lines: an object on each, with the columns as members.</summary>
internal static class JsonRows
{
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 4 };

    /// <summary>Reads the rows after a line; blank lines are passed over.</summary>
    public static async IAsyncEnumerable<ImportItem> ReadAsync(
        Stream file, Headings headings, long after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var number = 0L;
        await foreach (var line in ArchiveLines.ReadAsync(file, cancellation))
        {
            var plain = ++number == 1 && line.Span.StartsWith(ByteOrderMark) ? line[ByteOrderMark.Length..] : line;
            if (number > after && !NdJson.IsBlank(plain.Span.TrimEnd((byte)'\n')))
            {
                yield return Read(number, plain, headings);
            }
        }
    }

    private static RawRow Read(long number, ReadOnlyMemory<byte> line, Headings headings)
    {
        if (line.Length > Limits.ImportRowBytes)
        {
            return Refused(number, $"It is longer than {Limits.ImportRowBytes:N0} bytes.");
        }

        try
        {
            using var json = JsonDocument.Parse(line, Strict);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                return Refused(number, "It is no JSON object.");
            }

            var values = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var member in json.RootElement.EnumerateObject())
            {
                if (headings.ColumnOf(member.Name, number) is { } column && TextOf(member.Value, column) is { Length: > 0 } text)
                {
                    values.TryAdd(column, text);
                }
            }

            return new RawRow(number, values);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return Refused(number, "It is no JSON object in UTF-8.");
        }
    }

    private static RawRow Refused(long number, string fault) =>
        new(number, new Dictionary<string, string>(StringComparer.Ordinal)) { Fault = fault };

    private static string? TextOf(JsonElement value, string column) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Array => string.Join(
            column == RowColumns.SourceUrls ? " " : RowReader.BetweenNames, value.EnumerateArray().Select(one => TextOf(one, column))),
        _ => value.GetRawText(),
    };
}
