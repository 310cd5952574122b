using System.Globalization;
using ClaimTracker.Text.Basics;
using ClaimTracker.Text.Dates;
using ClaimTracker.Text.Languages;

namespace ClaimTracker.Text.Worthiness;

/// <summary>The facts about a sentence that the rules of check-worthiness need, collected in one pass over its words.</summary>
internal sealed class SentenceFacts
{
    private const string Signs = "$€£¥₹₩₽₺₪฿₫₦%٪％‰";

    private const int FirstYear = 1900;
    private const int LastYear = 2099;
    private const int DigitsOfYear = 4;
    private const int LongestShown = 40;
    private const char FirstLetterBeyondLatin = '\u0370';

    private readonly string _sentence;
    private readonly Vocabulary? _vocabulary;
    private readonly List<(WordLists Lists, string Word)> _found = [];
    private CharSpan _last;
    private bool _afterMonth;
    private CharSpan _day;
    private bool _reported;

    private SentenceFacts(string sentence, Vocabulary? vocabulary)
    {
        _sentence = sentence;
        _vocabulary = vocabulary;
        IsQuestion = sentence.AsSpan().TrimEnd("\"'”’)»」』 ") is [.., '?' or '？' or '؟' or '\u037E' or '፧'];
    }

    /// <summary>Figures other than years and the days of dates.</summary>
    public List<string> Numbers { get; } = [];

    public List<string> Years { get; } = [];

    public List<string> Names { get; } = [];

    /// <summary>The words in lists, in the order of the sentence.</summary>
    public IReadOnlyList<(WordLists Lists, string Word)> Found => _found;

    public bool HasVocabulary => _vocabulary is not null;

    public int Words { get; private set; }

    public bool IsQuestion { get; }

    public static SentenceFacts Of(string sentence, Vocabulary? vocabulary)
    {
        var facts = new SentenceFacts(sentence, vocabulary);
        for (var i = 0; i < sentence.Length;)
        {
            var end = i;
            var size = SizeAt(sentence[i]);
            while (end < sentence.Length && SizeAt(sentence[end]) == size
                && (Marks.IsWord(sentence[end]) || size > 0 || (end > i && IsInsideWord(sentence, end))))
            {
                end++;
            }

            if (end > i && size > 0)
            {
                facts.AddRun(new CharSpan(i, end), size);
            }
            else if (end > i)
            {
                facts.Add(new CharSpan(i, end));
            }
            else if (Signs.Contains(sentence[i], StringComparison.Ordinal))
            {
                facts.Note(WordLists.Units, sentence.AsSpan(i, 1));
            }

            i = Math.Max(end, i + 1);
        }

        facts.EndDay();
        return facts;
    }

    /// <summary>Checks for the point of "4.2" and the hyphen of "follow-up".</summary>
    private static bool IsInsideWord(string sentence, int at) =>
        at + 1 < sentence.Length && (sentence[at] is '.' or ',' or '٫' or '٬'
            ? char.IsDigit(sentence[at - 1]) && char.IsDigit(sentence[at + 1])
            : sentence[at] is '-' && char.IsLetter(sentence[at - 1]) && char.IsLetter(sentence[at + 1]));

    /// <summary>The characters of a word if words have no spaces between them here, but for the digits among them.</summary>
    private static int SizeAt(char c) => char.IsDigit(c) ? 0 : Scripts.CharactersOfWord(c);

    /// <summary>Adds a run of words without spaces: their number by its length, and those in the lists, the longest first.</summary>
    private void AddRun(CharSpan span, int size)
    {
        var run = span.In(_sentence);
        Words += (run.Length + size - 1) / size;
        if (run[0] == '年' && Numbers is [.., { Length: 4 } last] && _last.End == span.Start)
        {
            Numbers.RemoveAt(Numbers.Count - 1);
            Years.Add(last);
        }

        for (var i = 0; i < run.Length;)
        {
            var number = HanNumerals.LengthAt(run[i..]);
            if (number > 0)
            {
                (HanNumerals.IsYear(run[i..], number) ? Years : Numbers).Add(Shown(run.Slice(i, number)));
            }

            var length = Math.Max(number, 1);
            var longest = _vocabulary is null || number > 0 ? 0 : Math.Min(_vocabulary.Longest, run.Length - i);
            for (; longest > 0; longest--)
            {
                var lists = _vocabulary!.ListsOf(run.Slice(i, longest));
                if (lists != WordLists.None)
                {
                    Note(lists, run.Slice(i, longest));
                    length = longest;
                    break;
                }
            }

            i += length;
        }
    }

    private void Add(CharSpan span)
    {
        var word = span.In(_sentence);
        Words++;
        if (char.IsDigit(word[0]))
        {
            AddNumber(span, word);
            _last = span;
            return;
        }

        var month = MonthNames.Number(word) > 0 && (char.IsUpper(word[0]) || !char.IsLower(word[0]) || _vocabulary is null);
        if (!_day.IsEmpty && !month)
        {
            EndDay();
        }

        _day = default;
        _afterMonth = month;
        var lists = _vocabulary?.ListsOf(word) ?? WordLists.None;
        if (lists.HasFlag(WordLists.PhraseStart))
        {
            NotePhrase(span);
        }

        if (Words > 1 && word.Length > 1 && char.IsUpper(word[0]) && !lists.HasFlag(WordLists.FirstPerson))
        {
            Names.Add(Shown(word));
        }

        lists = month ? (lists | WordLists.Time) & ~WordLists.Future : lists;
        Note(lists & ~WordLists.PhraseStart, word);
        _last = span;
    }

    /// <summary>Adds a figure: a year, the day of a date that has a month beside it, or a number. "20th" is a place in an order.</summary>
    private void AddNumber(CharSpan span, ReadOnlySpan<char> word)
    {
        EndDay();
        var isDay = word.Length <= 2 || (word.Length <= 4 && char.IsLetter(word[^1]) && char.IsLetter(word[^2]) && word[^1] < '\u0080');
        if (IsYear(word) && !IsMoney(span))
        {
            Years.Add(Shown(word));
        }
        else if (isDay && !_afterMonth)
        {
            // A month may follow: it is known with the next word.
            _day = span;
        }
        else if (!isDay)
        {
            Numbers.Add(Shown(word));
        }

        _afterMonth = false;
    }

    /// <summary>"2025", "٢٠٢٥", and "2025년": four digits, with no more than letters of another script behind them.</summary>
    private static bool IsYear(ReadOnlySpan<char> word)
    {
        if (word.Length < DigitsOfYear
            || (word.Length > DigitsOfYear && (word[DigitsOfYear] < FirstLetterBeyondLatin || char.IsDigit(word[^1]))))
        {
            return false;
        }

        var value = 0;
        foreach (var c in word[..DigitsOfYear])
        {
            value = char.IsDigit(c) ? (value * 10) + CharUnicodeInfo.GetDecimalDigitValue(c) : -LastYear * 10;
        }

        return value is >= FirstYear and <= LastYear;
    }

    /// <summary>A word as the reasons show it: a word may be as long as a text.</summary>
    private static string Shown(ReadOnlySpan<char> word) => word.Length > LongestShown ? $"{word[..LongestShown]}…" : word.ToString();

    private bool IsMoney(CharSpan span) => span.Start > 0 && Signs.Contains(_sentence[span.Start - 1], StringComparison.Ordinal);

    private void EndDay()
    {
        if (!_day.IsEmpty && _day.Length <= 2)
        {
            Numbers.Add(_day.Of(_sentence));
        }

        _day = default;
    }

    private void NotePhrase(CharSpan first)
    {
        var end = first.End + 1;
        while (end < _sentence.Length && Marks.IsWord(_sentence[end]))
        {
            end++;
        }

        if (end > first.End + 1 && _sentence[first.End] == ' ')
        {
            var phrase = _sentence.AsSpan(first.Start, end - first.Start);
            Note(_vocabulary!.ListsOf(phrase), phrase);
        }
    }

    /// <summary>Notes a word. What somebody is reported to have said of the future is a report of what was said.</summary>
    private void Note(WordLists lists, ReadOnlySpan<char> word)
    {
        lists = _reported ? lists & ~WordLists.Future : lists;
        _reported |= lists.HasFlag(WordLists.Attribution);
        if (lists != WordLists.None)
        {
            _found.Add((lists, Shown(word)));
        }
    }
}
