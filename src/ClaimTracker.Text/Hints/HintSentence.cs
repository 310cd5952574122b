using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text.Hints;

/// <summary>A sentence in tokens.</summary>
internal sealed class HintSentence(TextSentence sentence)
{
    public string Text { get; } = sentence.Text;

    public int Ordinal { get; } = sentence.Ordinal;

    public IReadOnlyList<HintToken> Tokens { get; } = HintToken.AllOf(sentence.Text);

    public int Count => Tokens.Count;

    /// <summary>The characters of a token; none beyond the ends of the sentence.</summary>
    public ReadOnlySpan<char> At(int i) => i >= 0 && i < Tokens.Count ? Tokens[i].Span.In(Text) : default;

    public bool IsWordAt(int i) => i >= 0 && i < Tokens.Count && Tokens[i].IsWord;

    public bool IsNumberAt(int i) => i >= 0 && i < Tokens.Count && Tokens[i].IsNumber;

    public bool IsCapitalAt(int i) => IsWordAt(i) && char.IsUpper(At(i)[0]);

    public bool Is(int i, string word) => At(i).Equals(word, StringComparison.OrdinalIgnoreCase);

    public bool In(int i, WordSet words) => words.Contains(At(i));

    /// <summary>Checks for a mark: a character that is no letter and no digit.</summary>
    public bool IsMarkAt(int i, string marks) =>
        i >= 0 && i < Tokens.Count && Tokens[i].Shape == TokenShape.Mark && marks.Contains(At(i)[0], StringComparison.Ordinal);

    /// <summary>The run of tokens from one to another, which is the last.</summary>
    public CharSpan Span(int first, int last) => new(Tokens[first].Span.Start, Tokens[last].Span.End);

    /// <summary>Makes a hint of a run of characters.</summary>
    public TextHint Hint(HintKind kind, CharSpan span)
    {
        var (start, end) = Place(span);
        return new TextHint(kind, Ordinal, start, end, span.Of(Text));
    }

    /// <summary>The place of a run of characters in the text of the article, in code points.</summary>
    public (int Start, int End) Place(CharSpan span)
    {
        var start = sentence.Start + CodePoints.Count(Text.AsSpan(0, span.Start));
        return (start, start + CodePoints.Count(span.In(Text)));
    }
}
