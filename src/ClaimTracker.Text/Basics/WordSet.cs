using System.Collections.Frozen;

namespace ClaimTracker.Text.Basics;

/// <summary>The words of a rule, written as strings with white space between words. Look-up ignores case and allocates nothing.</summary>
internal sealed class WordSet
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public WordSet(params ReadOnlySpan<string> lists)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var list in lists)
        {
            words.UnionWith(list.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        }

        Words = words.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public FrozenSet<string> Words { get; }

    public bool Contains(ReadOnlySpan<char> word) => _lookup.Contains(word);
}
