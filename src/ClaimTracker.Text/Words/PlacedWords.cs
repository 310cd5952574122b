using System.Globalization;
using System.Text;
using ClaimTracker.Text.Languages;

namespace ClaimTracker.Text.Words;

/// <summary>A word of a text in the form for comparison.</summary>
/// <param name="Form">The form: small letters and digits without accents, English endings off; never empty, no white space.</param>
/// <param name="Whole">The same with its ending.</param>
/// <param name="Start">Where it begins, in UTF-16 units.</param>
/// <param name="End">Its end, exclusive.</param>
internal readonly record struct PlacedWord(string Form, string Whole, int Start, int End);

/// <summary>
/// Cuts a text into words and brings each into its form. Hyphens part words; an apostrophe does not, but for an elision (l'homme) and a
/// possessive (Biden's), whose s goes. Where words have no spaces between them, each pair of neighbouring characters is a word.
/// </summary>
internal sealed class PlacedWords
{
    /// <summary>UTF-16 units of a form; what is longer is cut.</summary>
    private const int Longest = 64;

    private const char DecimalPoint = '·';

    private readonly string _text;
    private readonly bool _isAsked;
    private readonly List<PlacedWord> _words = [];
    private readonly StringBuilder _form = new();

    private PlacedWords(string text, bool isAsked) => (_text, _isAsked) = (text, isAsked);

    /// <param name="text">A text.</param>
    /// <param name="isAsked">Whether words are looked for: then the last character of a run without spaces is no word of its own.</param>
    public static List<PlacedWord> Of(string text, bool isAsked = false)
    {
        var words = new PlacedWords(text, isAsked);
        for (var i = 0; i < text.Length;)
        {
            var rune = words.RuneAt(i);
            i = IsPaired(rune) ? words.AddRun(i) : IsWord(rune) ? words.AddWord(i) : i + rune.Utf16SequenceLength;
        }

        return words._words;
    }

    /// <summary>Whether words of the script of a character are found by pairs of characters.</summary>
    public static bool IsPaired(Rune rune) => rune.IsBmp
        ? (Scripts.CharactersOfWord((char)rune.Value) > 0 && IsWord(rune)) || Scripts.Of((char)rune.Value) == Script.Hangul
        : rune.Value is >= 0x20000 and <= 0x3FFFF;

    private static bool IsWord(Rune rune) => Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsApostrophe(char c) => c is '\'' or '’' or 'ʼ' or '‘' or '＇' or '´' or '`';

    private static bool IsElision(string letters) => letters is "l" or "d" or "j" or "m" or "t" or "s" or "n" or "c" or "qu";

    private static bool MayGroup(char c) => c is ',' or '.' or '\'' or '’' or '\u00A0' or '\u2009' or '\u202F';

    private Rune RuneAt(int i) => i < _text.Length && Rune.TryGetRuneAt(_text, i, out var rune) ? rune : Rune.ReplacementChar;

    private int AddRun(int start)
    {
        var (end, previous, from) = (start, "", start);
        while (end < _text.Length && RuneAt(end) is var rune && IsPaired(rune))
        {
            var folded = FoldedLetters.Of(rune);
            if (previous.Length > 0)
            {
                _words.Add(new(previous + folded, previous + folded, from, end + rune.Utf16SequenceLength));
            }

            (previous, from) = (folded, end);
            end += rune.Utf16SequenceLength;
        }

        var isSingle = _words.Count == 0 || _words[^1].End != end;
        if (previous.Length > 0 && (isSingle || !_isAsked))
        {
            _words.Add(new(previous, previous, from, end));
        }

        return end;
    }

    private int AddWord(int start)
    {
        _form.Clear();
        var (end, digits) = (start, 0);
        while (end < _text.Length)
        {
            var rune = RuneAt(end);
            if (IsWord(rune) && !IsPaired(rune))
            {
                _form.Append(FoldedLetters.Of(rune));
                digits = Rune.IsDigit(rune) ? digits + 1 : 0;
                end += rune.Utf16SequenceLength;
            }
            else if (digits > 0 && MayGroup(_text[end]) && DigitsFrom(end + 1) is > 0 and var following)
            {
                if (following != 3 || digits > 3)
                {
                    if (_text[end] is not ('.' or ','))
                    {
                        break;
                    }

                    _form.Append(DecimalPoint);
                }

                (end, digits) = (end + 1, 0);
            }
            else if (IsApostrophe(_text[end]) && IsLetterAt(end + 1))
            {
                if (_text[end + 1] is 's' or 'S' && !IsLetterAt(end + 2))
                {
                    end += 2;
                    break;
                }

                if (IsElision(_form.ToString()))
                {
                    break;
                }

                end++;
            }
            else if (_text[end] == '.' && end - start == (2 * _form.Length) - 1 && IsLetterAt(end + 1) && !IsLetterAt(end + 2))
            {
                end++; // U.S.
            }
            else
            {
                break;
            }
        }

        Add(start, end);
        return end;
    }

    private void Add(int start, int end)
    {
        if (_form.Length > 0)
        {
            var whole = _form.ToString(0, Math.Min(_form.Length, Longest));
            _words.Add(new(whole.All(char.IsAsciiLetterLower) ? PorterStemmer.Of(whole) : whole, whole, start, end));
        }
    }

    private bool IsLetterAt(int i) => i < _text.Length && Rune.IsLetter(RuneAt(i)) && !IsPaired(RuneAt(i));

    /// <summary>The number of digits at a position, as far as it matters: more than three are four.</summary>
    private int DigitsFrom(int start)
    {
        var end = start;
        while (end < _text.Length && end < start + 4 && char.IsDigit(_text[end]))
        {
            end++;
        }

        return end - start;
    }
}
