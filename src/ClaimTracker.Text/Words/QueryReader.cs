using System.Text;

namespace ClaimTracker.Text.Words;

/// <summary>Reads what a person typed to search. There is nothing that it refuses: what has no letter or digit asks for nothing.</summary>
internal sealed class QueryReader(string typed)
{
    /// <summary>Characters in which the colon behind the name of a field is looked for.</summary>
    private const int LongestName = 16;

    private const string Quotes = "\"“”„«»‟＂";

    /// <summary>Endings that <see cref="PorterStemmer"/> takes off.</summary>
    private static readonly string[] CommonEndings =
    [
        "s", "es", "ed", "ing", "ings", "ion", "ions", "ation", "ations", "er", "ers", "or", "ors", "ly", "ment", "ments", "ness",
        "al", "ally", "able", "ible", "ive", "ives", "ity", "ities", "ism", "ize", "izes", "ized", "izing", "ization", "ous", "ance",
        "ence", "ant", "ent", "ful", "ies", "y", "ate", "ated", "ating", "e",
    ];

    private int _at;

    public List<WordClause> Clauses()
    {
        var clauses = new List<WordClause>();
        while (_at < typed.Length)
        {
            if (char.IsWhiteSpace(typed[_at]))
            {
                _at++;
            }
            else if (Clause() is { } clause)
            {
                clauses.Add(clause);
            }
        }

        return clauses;
    }

    private static bool IsQuote(char c) => Quotes.Contains(c, StringComparison.Ordinal);

    private WordClause? Clause()
    {
        var excluded = typed[_at] is '-' or '−';
        _at += excluded ? 1 : 0;
        var field = Field();
        var words = _at < typed.Length && IsQuote(typed[_at]) ? Phrase() : Piece();
        var isPrefix = _at < typed.Length && typed[_at] == '*';
        _at += isPrefix ? 1 : 0;

        var placed = PlacedWords.Of(words, isAsked: true);
        if (placed is [])
        {
            return null;
        }

        var last = placed[^1];
        isPrefix |= last.Form.Length < 3 && IsOneCharacter(last.Form); // Half of a pair.
        return isPrefix
            ? new([.. placed.SkipLast(1).Select(static word => word.Form), last.Whole], excluded, field, StemsOf(last.Whole))
            : new(placed.ConvertAll(static word => word.Form), excluded, field, Endings: null);
    }

    private static bool IsOneCharacter(string form) =>
        Rune.GetRuneAt(form, 0) is var rune && rune.Utf16SequenceLength == form.Length && PlacedWords.IsPaired(rune);

    private WordField? Field()
    {
        var length = typed.AsSpan(_at, Math.Min(LongestName, typed.Length - _at)).IndexOf(':');
        if (length > 0 && _at + length + 1 < typed.Length && !char.IsWhiteSpace(typed[_at + length + 1])
            && WordQuery.Fields.TryGetValue(typed.Substring(_at, length), out var field))
        {
            _at += length + 1;
            return field;
        }

        return null;
    }

    /// <summary>The words up to the next quotation mark; one that nobody closed goes to the end.</summary>
    private string Phrase()
    {
        var start = ++_at;
        while (_at < typed.Length && !IsQuote(typed[_at]))
        {
            _at++;
        }

        return typed[start..(_at < typed.Length ? _at++ : _at)];
    }

    private string Piece()
    {
        var start = _at;
        while (_at < typed.Length && !char.IsWhiteSpace(typed[_at]) && !IsQuote(typed[_at]) && typed[_at] != '*')
        {
            _at++;
        }

        return typed[start.._at];
    }

    /// <summary>The stems of words that begin with these letters, but are shorter: electio begins words whose stem is elect.</summary>
    private static IReadOnlyList<string> StemsOf(string beginning)
    {
        if (!beginning.All(char.IsAsciiLetterLower))
        {
            return [];
        }

        var stems = new HashSet<string>(StringComparer.Ordinal);
        for (var length = beginning.Length; length >= 3; length--)
        {
            foreach (var ending in CommonEndings)
            {
                if (ending.StartsWith(beginning[length..], StringComparison.Ordinal)
                    && PorterStemmer.Of(beginning[..length] + ending) is var stem && !stem.StartsWith(beginning, StringComparison.Ordinal))
                {
                    stems.Add(stem);
                }
            }
        }

        return [.. stems.Order(StringComparer.Ordinal)];
    }
}
