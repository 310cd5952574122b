using System.Buffers;
using System.Globalization;
using System.Text;

namespace ClaimTracker.Api.Features.Exports;

/// <summary>Writes CSV (RFC 4180, UTF-8, CRLF) that a spreadsheet can open without running formulas from texts of strangers.</summary>
/// <param name="output">Receives the bytes.</param>
/// <param name="rawFormulas">Whether formulas are written as they are, for machines.</param>
internal sealed class CsvWriter(IBufferWriter<byte> output, bool rawFormulas)
{
    /// <summary>Characters with which a formula begins in a spreadsheet, including their full-width forms.</summary>
    private static readonly SearchValues<char> FormulaStarts = SearchValues.Create("=+-@\t\r\n＝＋－＠");

    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    public void WriteRow(IEnumerable<object?> cells)
    {
        var first = true;
        foreach (var cell in cells)
        {
            if (!first)
            {
                Write(",");
            }

            first = false;
            WriteCell(cell);
        }

        Write("\r\n");
    }

    private void WriteCell(object? cell)
    {
        switch (cell)
        {
            case null:
                break;
            case string text:
                WriteText(text);
                break;
            case IReadOnlyList<string> texts:
                WriteText(string.Join(' ', texts)); // Addresses have no spaces.
                break;
            case DateOnly date:
                Write(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case DateTimeOffset instant:
                Write(InstantConverter.Format(instant));
                break;
            default:
                Write(Convert.ToString(cell, CultureInfo.InvariantCulture)!);
                break;
        }
    }

    private void WriteText(string text)
    {
        var guarded = rawFormulas ? text : Guard(text);
        Write(guarded.AsSpan().ContainsAny(Quoted) ? $"\"{guarded.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : guarded);
    }

    /// <summary>
    /// Puts an apostrophe before a formula. A formula that already has apostrophes before it gets one more, so that a reader of the
    /// file can always remove exactly one.
    /// </summary>
    public static string Guard(string text)
    {
        var start = text.AsSpan().TrimStart('\'');
        return start.Length > 0 && FormulaStarts.Contains(start[0]) ? "'" + text : text;
    }

    private void Write(string text) => Encoding.UTF8.GetBytes(text, output);
}
