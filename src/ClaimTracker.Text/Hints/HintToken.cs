using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text.Hints;

/// <summary>A word, a number or a mark of a sentence.</summary>
/// <param name="Span">Its place in the sentence.</param>
/// <param name="Shape">The kind of token.</param>
internal readonly record struct HintToken(CharSpan Span, TokenShape Shape)
{
    private const string Currencies = "$€£¥";

    public bool IsWord => Shape == TokenShape.Word;

    public bool IsNumber => Shape == TokenShape.Number;

    public static List<HintToken> AllOf(string text)
    {
        var tokens = new List<HintToken>();
        for (var i = 0; i < text.Length;)
        {
            var end = i + 1;
            if (char.IsAsciiDigit(text[i]) || (Currencies.Contains(text[i], StringComparison.Ordinal) && IsDigitAt(text, i + 1)))
            {
                while (end < text.Length && (char.IsLetterOrDigit(text[end]) || IsJoined(text, end)))
                {
                    end++;
                }

                tokens.Add(new HintToken(new CharSpan(i, end), TokenShape.Number));
            }
            else if (char.IsLetter(text[i]))
            {
                while (end < text.Length && (Marks.IsWord(text[end]) || IsJoined(text, end)))
                {
                    end++;
                }

                tokens.Add(new HintToken(new CharSpan(i, end), TokenShape.Word));
            }
            else if (!char.IsWhiteSpace(text[i]))
            {
                tokens.Add(new HintToken(new CharSpan(i, end), TokenShape.Mark));
            }

            i = end;
        }

        return tokens;
    }

    private static bool IsDigitAt(string text, int at) => at < text.Length && char.IsAsciiDigit(text[at]);

    /// <summary>The point of "4.2", the comma of "4,200", the hyphen of "12-year-old", the stop in "U.S.", the colon of "9:30".</summary>
    private static bool IsJoined(string text, int at) =>
        at + 1 < text.Length && (text[at] switch
        {
            ',' or ':' => char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]),
            '.' => (char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]))
                || (char.IsUpper(text[at - 1]) && char.IsUpper(text[at + 1])),
            '-' => char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at + 1]),
            _ => false,
        });
}

/// <summary>The kinds of tokens.</summary>
internal enum TokenShape
{
    Word,
    Number,
    Mark,
}
