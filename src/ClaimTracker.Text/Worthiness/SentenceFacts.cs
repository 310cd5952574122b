using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text.Worthiness;

/// <summary>The facts about a sentence that the rules of check-worthiness need, collected in one pass over its words.</summary>
internal sealed class SentenceFacts
{
    public List<string> Numbers { get; } = [];

    public List<string> Names { get; } = [];

    public Dictionary<string, List<string>> Found { get; } = new(StringComparer.Ordinal);

    public int Words { get; private set; }

    public bool IsQuestion { get; private init; }

    public static SentenceFacts Of(string sentence, Vocabulary? vocabulary)
    {
        var facts = new SentenceFacts { IsQuestion = sentence.AsSpan().TrimEnd("\"'”’)» ").EndsWith("?", StringComparison.Ordinal) };
        for (var i = 0; i < sentence.Length;)
        {
            var end = i;
            while (end < sentence.Length && (Marks.IsWord(sentence[end]) || (end > i && IsInsideNumber(sentence, end))))
            {
                end++;
            }

            if (end > i)
            {
                facts.Add(sentence[i..end], vocabulary);
            }

            i = end + 1;
        }

        return facts;
    }

    private static bool IsInsideNumber(string sentence, int at) =>
        sentence[at] is '.' or ',' && char.IsDigit(sentence[at - 1]) && at + 1 < sentence.Length && char.IsDigit(sentence[at + 1]);

    private void Add(string word, Vocabulary? vocabulary)
    {
        Words++;
        if (char.IsDigit(word[0]))
        {
            Numbers.Add(word);
        }
        else if (Words > 1 && char.IsUpper(word[0]) && vocabulary?.FirstPerson.Contains(word) != true)
        {
            Names.Add(word);
        }

        if (vocabulary is null)
        {
            return;
        }

        Note(nameof(vocabulary.Quantities), vocabulary.Quantities, word);
        Note(nameof(vocabulary.Comparisons), vocabulary.Comparisons, word);
        Note(nameof(vocabulary.FactVerbs), vocabulary.FactVerbs, word);
        Note(nameof(vocabulary.Reporting), vocabulary.Reporting, word);
        Note(nameof(vocabulary.Opinion), vocabulary.Opinion, word);
        Note(nameof(vocabulary.FirstPerson), vocabulary.FirstPerson, word);
        Note(nameof(vocabulary.Future), vocabulary.Future, word);
    }

    private void Note(string list, WordSet words, string word)
    {
        if (!words.Contains(word))
        {
            return;
        }

        if (!Found.TryGetValue(list, out var found))
        {
            Found[list] = found = [];
        }

        found.Add(word);
    }
}
