using System.Globalization;
using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text.Dates;

/// <summary>A run of letters or of digits in a line that may hold a date.</summary>
/// <param name="Span">Its place in the line.</param>
/// <param name="Number">The value of digits (<see cref="int.MaxValue"/> for more than six), -1 for letters.</param>
/// <param name="Month">1 to 12 for the name of a month, else 0.</param>
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
            if (char.IsAsciiDigit(line[i]))
            {
                while (end < line.Length && char.IsAsciiDigit(line[end]))
                {
                    end++;
                }

                var number = end - i <= MostDigits ? int.Parse(line[i..end]) : int.MaxValue;
                tokens.Add(new DateToken(new CharSpan(i, end), number, 0));
            }
            else if (char.IsLetter(line[i]))
            {
                while (end < line.Length
                    && (char.IsLetter(line[end]) || char.GetUnicodeCategory(line[end]) is UnicodeCategory.NonSpacingMark))
                {
                    end++;
                }

                tokens.Add(new DateToken(new CharSpan(i, end), -1, MonthNames.Number(line[i..end])));
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
