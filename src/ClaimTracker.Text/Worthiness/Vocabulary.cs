using System.Collections.Frozen;

namespace ClaimTracker.Text.Worthiness;

/// <summary>The words of a language that speak for or against a statement of fact that can be checked.</summary>
internal sealed class Vocabulary
{
    private const int ShortestRegular = 5;

    private readonly FrozenDictionary<string, WordLists>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly string? _pastEnding;

    /// <summary>Makes a vocabulary.</summary>
    /// <param name="words">The lists by word; phrases have a space.</param>
    /// <param name="pastEnding">The end of regular verbs in the past, if there is one; words that only look like it are in no list.</param>
    public Vocabulary(IReadOnlyDictionary<string, WordLists> words, string? pastEnding)
    {
        var all = new Dictionary<string, WordLists>(words, StringComparer.OrdinalIgnoreCase);
        foreach (var phrase in words.Keys.Where(static word => word.Contains(' ', StringComparison.Ordinal)))
        {
            var first = phrase[..phrase.IndexOf(' ', StringComparison.Ordinal)];
            all[first] = all.GetValueOrDefault(first) | WordLists.PhraseStart;
        }

        _words = all.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        _pastEnding = pastEnding;
        Longest = all.Keys.Max(static word => word.Length);
    }

    /// <summary>In characters, of the words and phrases.</summary>
    public int Longest { get; }

    /// <summary>The lists that a word or phrase stands in.</summary>
    public WordLists ListsOf(ReadOnlySpan<char> word)
    {
        if (word.Length > Longest)
        {
            return WordLists.None;
        }

        return _words.TryGetValue(word, out var lists) ? lists
            : _pastEnding is not null && word.Length >= ShortestRegular && word.EndsWith(_pastEnding, StringComparison.Ordinal)
                ? WordLists.FactVerbs
                : WordLists.None;
    }
}
