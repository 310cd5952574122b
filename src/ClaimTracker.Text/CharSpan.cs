namespace ClaimTracker.Text;

/// <summary>A run of a string in UTF-16 units, which is what .NET indexes by. Never leaves the library; <see cref="CodePoints"/> converts.</summary>
internal readonly record struct CharSpan(int Start, int End)
{
    public int Length => End - Start;

    public bool IsEmpty => End <= Start;

    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, Length);

    public ReadOnlySpan<char> In(ReadOnlySpan<char> text) => text.Slice(Start, Length);

    public string Of(string text) => text.Substring(Start, Length);

    /// <summary>The same run without white space at its ends.</summary>
    public CharSpan Trim(string text)
    {
        var (start, end) = (Start, End);
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return new CharSpan(start, end);
    }
}
