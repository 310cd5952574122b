using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace ClaimTracker.Api.Web.Replies;

/// <summary>Writes CSV (RFC 4180, UTF-8, CRLF) that a spreadsheet can open without running formulas from texts of strangers.</summary>
/// <param name="output">Receives the bytes.</param>
/// <param name="rawFormulas">Whether formulas are written as they are, for machines.</param>
internal sealed class CsvWriter(IBufferWriter<byte> output, bool rawFormulas)
{
    /// <summary>Signs with which a formula begins in a spreadsheet, in each of their widths.</summary>
    private static readonly SearchValues<char> Signs = SearchValues.Create("=+-@＝＋－＠﹦﹢﹣﹫\u2212");

    /// <summary>Ends of a cell for a spreadsheet that takes another sign than the comma for the separator, as in a German locale.</summary>
    private static readonly SearchValues<char> Ends = SearchValues.Create(";\t\r\n");

    private static readonly SearchValues<char> Quoted = SearchValues.Create(",;\t\"\r\n");

    /// <summary>
    /// Words that a spreadsheet takes for truth values, in the languages that it comes in: a rating "True" would become TRUE, or WAHR.
    /// </summary>
    private static readonly HashSet<string> TruthValues = new(StringComparer.OrdinalIgnoreCase)
    {
        "true", "false", "wahr", "falsch", "vrai", "faux", "verdadero", "falso", "vero", "verdadeiro", "waar", "onwaar", "sant", "falskt",
        "sann", "usann", "sand", "falsk", "tosi", "epätosi", "prawda", "fałsz", "pravda", "nepravda", "igaz", "hamis", "истина", "ложь",
        "doğru", "yanlış",
    };

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> TruthValuesBySpan =
        TruthValues.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The length of the longest of them. A text of more signs, apostrophes apart, needs no look-up.</summary>
    private static readonly int LongestTruthValue = TruthValues.Max(static word => word.Length);

    public void WriteRow(params ReadOnlySpan<object?> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0)
            {
                output.Write(","u8);
            }

            WriteCell(cells[i]);
        }

        output.Write("\r\n"u8);
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
            case bool yes:
                output.Write(yes ? "true"u8 : "false"u8);
                break;
            case long number:
                WriteNumber(number);
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
        if (!guarded.AsSpan().ContainsAny(Quoted))
        {
            Write(guarded);
            return;
        }

        output.Write("\""u8);
        Write(guarded.Replace("\"", "\"\"", StringComparison.Ordinal));
        output.Write("\""u8);
    }

    private void WriteNumber(long number)
    {
        const int longest = 20; // -9223372036854775808
        Utf8Formatter.TryFormat(number, output.GetSpan(longest), out var written);
        output.Advance(written);
    }

    /// <summary>
    /// Puts an apostrophe before a truth value and before each formula: at the start of a text, or where a spreadsheet may see the start
    /// of a cell. A formula that
    /// already has apostrophes before it gets one more, so that a reader of the file can always remove exactly one.
    /// </summary>
    public static string Guard(string text)
    {
        if (IsTruthValue(text))
        {
            return '\'' + text;
        }

        StringBuilder? guarded = null;
        var written = 0;
        for (var start = 0; ;)
        {
            if (BeginsFormula(text.AsSpan(start), isFirst: start == 0))
            {
                guarded = (guarded ?? new StringBuilder()).Append(text, written, start - written).Append('\'');
                written = start;
            }

            var end = text.AsSpan(start).IndexOfAny(Ends);
            if (end < 0)
            {
                return guarded is null ? text : guarded.Append(text, written, text.Length - written).ToString();
            }

            start += end + 1;
        }
    }

    /// <summary>Takes off the apostrophes that <see cref="Guard"/> has put before formulas.</summary>
    public static string Unguard(string text)
    {
        if (!text.Contains('\'', StringComparison.Ordinal))
        {
            return text;
        }

        if (text[0] == '\'' && IsTruthValue(text))
        {
            return text[1..];
        }

        var plain = new StringBuilder(text.Length);
        for (var start = 0; ;)
        {
            var isGuarded = start < text.Length && text[start] == '\'' && BeginsFormula(text.AsSpan(start), isFirst: start == 0);
            var end = text.AsSpan(start).IndexOfAny(Ends);
            var from = isGuarded ? start + 1 : start;
            plain.Append(text, from, (end < 0 ? text.Length : start + end + 1) - from);
            if (end < 0)
            {
                return plain.ToString();
            }

            start += end + 1;
        }
    }

    private static bool IsTruthValue(string text)
    {
        var word = text.AsSpan().TrimStart('\'');
        return word.Length <= LongestTruthValue && TruthValuesBySpan.Contains(word);
    }

    private static bool BeginsFormula(ReadOnlySpan<char> text, bool isFirst)
    {
        if (!text.IsEmpty && char.IsAsciiLetterOrDigit(text[0]))
        {
            return false; // As nearly every text begins.
        }

        var start = text.TrimStart('\'');
        while (!start.IsEmpty && !Ends.Contains(start[0])
            && Rune.DecodeFromUtf16(start, out var rune, out var length) == OperationStatus.Done && IsPassedOver(rune))
        {
            start = start[length..];
        }

        return !start.IsEmpty && (Signs.Contains(start[0]) || (isFirst && start[0] is '\t' or '\r' or '\n'));
    }

    // Blanks and invisible characters, which a spreadsheet may drop, and quotes, which it takes for those around a cell.
    private static bool IsPassedOver(Rune rune) =>
        rune.Value == '"' || Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format;

    private void Write(string text) => Encoding.UTF8.GetBytes(text, output);
}
