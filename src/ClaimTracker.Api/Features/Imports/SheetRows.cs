using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using System.Xml;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace ClaimTracker.Api.Features.Imports;

/// <summary>Reads rows from the first sheet of a workbook (XLSX).</summary>
internal static class SheetRows
{
    private const string DayFormat = "yyyy-MM-dd";
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss";

    // The reader asks for code page 1252 before it knows what it reads.
    static SheetRows() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Reads the rows after a line. A line is the number of the row in the sheet.</summary>
    /// <exception cref="RowsRefusedException">It is no workbook, is too large when unpacked, or has no headings or no claims.</exception>
    public static async IAsyncEnumerable<ImportItem> ReadAsync(
        Stream file, Headings headings, bool isGuarded, long after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var sheet = Open(file);
        if (!Next(sheet, 1))
        {
            throw new RowsRefusedException(1, "The first sheet has no line of headings.");
        }

        string?[] first = [.. Enumerable.Range(0, sheet.FieldCount).Select(i => Text(sheet, i))];
        var columns = headings.ColumnsOf(first);
        RowColumns.RequireClaim(columns, first);
        for (var line = 2L; Next(sheet, line); line++)
        {
            if (line % 1_000 == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                await Task.Yield();
            }

            if (line > after && RowOf(sheet, line, columns, isGuarded) is { } row)
            {
                yield return row;
            }
        }
    }

    // What is unpacked can be a thousand times as long as the file, whatever the file says of it. Its texts are then held in memory.
    private static IExcelDataReader Open(Stream file)
    {
        try
        {
            using (var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true))
            {
                if (IsTooLong(zip))
                {
                    throw new RowsRefusedException(
                        null, $"Unpacked it is longer than {Limits.SheetBytes:N0} bytes: split it, or send CSV.");
                }
            }

            file.Position = 0;
            return ExcelReaderFactory.CreateOpenXmlReader(
                file, new ExcelReaderConfiguration { LeaveOpen = true, FallbackEncoding = Encoding.UTF8 });
        }
        catch (Exception broken) when (broken is InvalidDataException or ExcelReaderException or XmlException or NullReferenceException)
        {
            throw new RowsRefusedException(null, "It is no workbook that can be read: save it as XLSX, without a password, or as CSV.");
        }
    }

    private static bool IsTooLong(ZipArchive zip)
    {
        var (buffer, length) = (new byte[128 * 1024], 0L);
        foreach (var entry in zip.Entries)
        {
            using var unpacked = entry.Open();
            for (int read; (read = unpacked.Read(buffer)) > 0;)
            {
                if ((length += read) > Limits.SheetBytes)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool Next(IExcelDataReader sheet, long line)
    {
        try
        {
            return sheet.Read();
        }
        catch (Exception broken) when (broken is InvalidDataException or ExcelReaderException or XmlException or FormatException)
        {
            throw new RowsRefusedException(line, "The workbook is damaged at about this row.");
        }
    }

    // Rows without a value stand between blocks, and behind the last: a sheet may have a million.
    private static RawRow? RowOf(IExcelDataReader sheet, long line, string?[] columns, bool isGuarded)
    {
        var (values, length) = (new Dictionary<string, string>(StringComparer.Ordinal), 0);
        for (var i = 0; i < Math.Min(columns.Length, sheet.FieldCount); i++)
        {
            if (columns[i] is { } column && Text(sheet, i) is { } text)
            {
                length += text.Length;
                values.TryAdd(column, isGuarded ? Web.Replies.CsvWriter.Unguard(text) : text);
            }
        }

        return values.Values.All(string.IsNullOrWhiteSpace) ? null : new RawRow(line, values)
        {
            Fault = length > Limits.ImportRowBytes ? $"It is longer than {Limits.ImportRowBytes:N0} bytes." : null,
        };
    }

    private static string? Text(IExcelDataReader sheet, int column) => sheet.GetValue(column) switch
    {
        null => null,
        string text => text.Length == 0 ? null : text,
        DateTime at => at.ToString(at.TimeOfDay == TimeSpan.Zero ? DayFormat : TimeFormat, CultureInfo.InvariantCulture),
        bool truth => truth ? "True" : "False",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        var other => Convert.ToString(other, CultureInfo.InvariantCulture),
    };
}
