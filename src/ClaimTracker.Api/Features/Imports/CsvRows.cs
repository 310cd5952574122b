using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace ClaimTracker.Api.Features.Imports;

/// <summary>Reads rows from CSV: with commas, semicolons or tabs, with a byte order mark or without.</summary>
internal static class CsvRows
{
    private static readonly string[] Delimiters = [",", ";", "\t"];

    /// <summary>Reads the rows that begin after a line. Formulas that an export guarded are as they were.</summary>
    /// <exception cref="RowsRefusedException">It has no headings, no claims, or is no text in UTF-8.</exception>
    public static async IAsyncEnumerable<ImportItem> ReadAsync(
        Stream file, Headings headings, bool isGuarded, long after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var text = new StreamReader(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        var bad = false;
        using var parser = new CsvParser(text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            DetectDelimiter = true,
            DetectDelimiterValues = Delimiters,
            MaxFieldSize = Limits.ImportRowBytes,
            BadDataFound = _ => bad = true,
        });
        if (!await NextAsync(parser) || (IsSeparatorLine(parser.Record!) && !await NextAsync(parser)))
        {
            throw new RowsRefusedException(1, "The file has no line of headings.");
        }

        var columns = headings.ColumnsOf(parser.Record!);
        RowColumns.RequireClaim(columns, parser.Record!);
        for (var line = parser.RawRow + 1L; ; line = parser.RawRow + 1L)
        {
            cancellation.ThrowIfCancellationRequested();
            bad = false;
            if (!await NextAsync(parser))
            {
                break;
            }

            // Spreadsheets leave rows without a value behind the last.
            if (line > after && !parser.Record!.All(string.IsNullOrWhiteSpace))
            {
                yield return RowOf(line, columns, parser.Record!, isGuarded, bad);
            }
        }
    }

    // Some spreadsheets say in a first line what stands between cells.
    private static bool IsSeparatorLine(string[] cells) =>
        cells[0].StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && cells.Skip(1).All(string.IsNullOrEmpty);

    private static RawRow RowOf(long line, string?[] columns, string[] cells, bool isGuarded, bool isBad)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < Math.Min(columns.Length, cells.Length); i++)
        {
            if (columns[i] is { } column && cells[i].Length > 0)
            {
                values.TryAdd(column, isGuarded ? Web.Replies.CsvWriter.Unguard(cells[i]) : cells[i]);
            }
        }

        return new RawRow(line, values)
        {
            Fault = isBad ? "A quotation mark stands where none may stand."
                : cells.Length > columns.Length ? $"It has {cells.Length} cells under {columns.Length} headings."
                : cells.Sum(static cell => cell.Length) > Limits.ImportRowBytes ? $"It is longer than {Limits.ImportRowBytes:N0} bytes."
                : null,
        };
    }

    private static async Task<bool> NextAsync(CsvParser parser)
    {
        var line = parser.RawRow + 1L;
        try
        {
            return await parser.ReadAsync();
        }
        catch (DecoderFallbackException)
        {
            throw new RowsRefusedException(line, "The file is not in UTF-8, from about this line on: save it as CSV in UTF-8.");
        }
        catch (MaxFieldSizeException)
        {
            throw new RowsRefusedException(
                line, $"A cell is longer than {Limits.ImportRowBytes:N0} characters: a quotation mark may not be closed.");
        }
    }
}
