using ClaimTracker.Text.Basics;
using ClaimTracker.Text.Languages;

namespace ClaimTracker.Text.Worthiness;

/// <summary>The facts about a sentence that the rules of check-worthiness need, collected in one pass over its words.</summary>
internal sealed class SentenceFacts
{
    public List<string> Numbers { get; } = [];

    public List<string> Names { get; } = [];

    public Dictionary<string, List<string>> Found { get; } = new(StringComparer.Ordinal);

    public int Words { get; private set; }

    public bool IsQuestion { get; private init; }

    /// <summary>In characters, of the words in the lists of languages without spaces.</summary>
    private const int LongestListed = 14;

    private const string Digits = "一二三四五六七八九两兩〇零";
    private const string Powers = "十百千万萬亿億兆";

    public static SentenceFacts Of(string sentence, Vocabulary? vocabulary)
    {
        var facts = new SentenceFacts { IsQuestion = sentence.AsSpan().TrimEnd("\"'”’)»」』 ") is [.., '?' or '？' or '؟'] };
        for (var i = 0; i < sentence.Length;)
        {
            var end = i;
            var size = SizeAt(sentence[i]);
            while (end < sentence.Length && SizeAt(sentence[end]) == size
                && (Marks.IsWord(sentence[end]) || size > 0 || (end > i && IsInsideNumber(sentence, end))))
            {
                end++;
            }

            if (end > i && size > 0)
            {
                facts.AddRun(sentence.AsSpan(i, end - i), size, vocabulary);
            }
            else if (end > i)
            {
                facts.Add(sentence[i..end], vocabulary);
            }

            i = Math.Max(end, i + 1);
        }

        return facts;
    }

    private static bool IsInsideNumber(string sentence, int at) =>
        sentence[at] is '.' or ',' && char.IsDigit(sentence[at - 1]) && at + 1 < sentence.Length && char.IsDigit(sentence[at + 1]);

    /// <summary>The characters of a word if words have no spaces between them here, but for the digits among them.</summary>
    private static int SizeAt(char c) => char.IsDigit(c) ? 0 : Scripts.CharactersOfWord(c);

    /// <summary>Adds a run of words without spaces: their number by its length, and those in the lists, the longest first.</summary>
    private void AddRun(ReadOnlySpan<char> run, int size, Vocabulary? vocabulary)
    {
        Words += (run.Length + size - 1) / size;
        for (var i = 0; i < run.Length;)
        {
            var number = NumeralAt(run[i..]);
            if (number > 0)
            {
                Numbers.Add(run.Slice(i, number).ToString());
            }

            var length = Math.Max(number, 1);
            for (var longest = Math.Min(LongestListed, run.Length - i); vocabulary is not null && number == 0 && longest > 0; longest--)
            {
                if (NoteAll(run.Slice(i, longest), vocabulary))
                {
                    length = longest;
                    break;
                }
            }

            i += length;
        }
    }

    /// <summary>The length of a number in Chinese numerals: digits and powers of ten, as in "七百五十万".</summary>
    private static int NumeralAt(ReadOnlySpan<char> run)
    {
        var (end, digits, powers) = (0, 0, 0);
        while (end < run.Length
            && (Digits.Contains(run[end], StringComparison.Ordinal) || Powers.Contains(run[end], StringComparison.Ordinal)))
        {
            var digit = Digits.Contains(run[end], StringComparison.Ordinal);
            (digits, powers, end) = (digits + (digit ? 1 : 0), powers + (digit ? 0 : 1), end + 1);
        }

        return digits > 0 && powers > 0 ? end : 0;
    }

    private void Add(string word, Vocabulary? vocabulary)
    {
        Words++;
        if (char.IsDigit(word[0]))
        {
            Numbers.Add(word);
        }
        else if (Words > 1 && word.Length > 1 && char.IsUpper(word[0]) && vocabulary?.FirstPerson.Contains(word) != true)
        {
            Names.Add(word);
        }

        if (vocabulary is null)
        {
            return;
        }

        NoteAll(word, vocabulary);
    }

    private bool NoteAll(ReadOnlySpan<char> word, Vocabulary vocabulary) =>
        Note(nameof(vocabulary.Quantities), vocabulary.Quantities, word)
        | Note(nameof(vocabulary.Comparisons), vocabulary.Comparisons, word)
        | Note(nameof(vocabulary.FactVerbs), vocabulary.FactVerbs, word)
        | Note(nameof(vocabulary.Reporting), vocabulary.Reporting, word)
        | Note(nameof(vocabulary.Opinion), vocabulary.Opinion, word)
        | Note(nameof(vocabulary.FirstPerson), vocabulary.FirstPerson, word)
        | Note(nameof(vocabulary.Future), vocabulary.Future, word);

    private bool Note(string list, WordSet words, ReadOnlySpan<char> word)
    {
        if (!words.Contains(word))
        {
            return false;
        }

        if (!Found.TryGetValue(list, out var found))
        {
            Found[list] = found = [];
        }

        found.Add(word.ToString());
        return true;
    }
}
