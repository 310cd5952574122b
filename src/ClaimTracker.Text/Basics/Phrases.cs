using System.Collections.Frozen;

namespace ClaimTracker.Text.Basics;

/// <summary>Phrases that open a text, indexed by their first letter: a text is compared with few of a hundred phrases.</summary>
internal sealed class Phrases
{
    private readonly FrozenDictionary<char, string[]> _byFirst;

    public Phrases(params ReadOnlySpan<string> phrases) =>
        _byFirst = phrases.ToArray().GroupBy(p => char.ToLowerInvariant(p[0])).ToFrozenDictionary(g => g.Key, g => g.ToArray());

    public bool Open(ReadOnlySpan<char> text) => At(text).MoveNext();

    /// <summary>Finds the phrases that open the text, in the order of the list, ignoring case.</summary>
    public Enumerator At(ReadOnlySpan<char> text) =>
        new(text, text.Length > 0 && _byFirst.TryGetValue(char.ToLowerInvariant(text[0]), out var phrases) ? phrases : []);

    public ref struct Enumerator(ReadOnlySpan<char> text, ReadOnlySpan<string> phrases)
    {
        private readonly ReadOnlySpan<char> _text = text;
        private readonly ReadOnlySpan<string> _phrases = phrases;
        private int _next;

        public string Current { get; private set; } = "";

        public readonly Enumerator GetEnumerator() => this;

        public bool MoveNext()
        {
            while (_next < _phrases.Length)
            {
                Current = _phrases[_next++];
                if (_text.StartsWith(Current, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }

            return false;
        }
    }
}
