using System.Globalization;
using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text.Dates;

/// <summary>A run of letters or of digits in a line that may hold a date.</summary>
/// <param name="Span">Its place in the line.</param>
/// <param name="Number">The value of digits (<see cref="int.MaxValue"/> for more than six), -1 for letters.</param>
/// <param name="Month">1 to 12 for the name of a month, 13 to 24 for one of the Iranian calendar, else 0.</param>
internal readonly record struct DateToken(CharSpan Span, int Number, int Month)
{
    private const int MostDigits = 6;

    public bool IsYear => Span.Length == 4 && Number is >= 1800 and <= 2200;

    public bool IsDay => Span.Length <= 2 && Number is >= 1 and <= 31;

    public bool IsMonthNumber => Span.Length <= 2 && Number is >= 1 and <= 12;

    public bool IsNumber => Number >= 0;

    public static List<DateToken> AllOf(ReadOnlySpan<char> line)
    {
        var tokens = new List<DateToken>();
        for (var i = 0; i < line.Length;)
        {
            var end = i;
            if (char.IsDigit(line[i]))
            {
                var value = 0;
                while (end < line.Length && char.IsDigit(line[end]))
                {
                    value = end - i < MostDigits ? (value * 10) + CharUnicodeInfo.GetDecimalDigitValue(line[end]) : value;
                    end++;
                }

                tokens.Add(new DateToken(new CharSpan(i, end), end - i <= MostDigits ? value : int.MaxValue, 0));
            }
            else if (char.IsLetter(line[i]))
            {
                while (end < line.Length
                    && (char.IsLetter(line[end]) || char.GetUnicodeCategory(line[end]) is UnicodeCategory.NonSpacingMark
                        or UnicodeCategory.SpacingCombiningMark))
                {
                    end++;
                }

                // Some names have two parts: "كانون الثاني", "ม.ค.".
                if (tokens is [.., { IsNumber: false } last] && i - last.Span.End == 1 && line[i - 1] is ' ' or '.'
                    && MonthNames.Number(line[last.Span.Start..end]) is > 0 and var month)
                {
                    tokens[^1] = new DateToken(new CharSpan(last.Span.Start, end), -1, month);
                }
                else
                {
                    tokens.Add(new DateToken(new CharSpan(i, end), -1, MonthNames.Number(line[i..end])));
                }
            }
            else
            {
                end++;
            }

            i = end;
        }

        return tokens;
    }
}
