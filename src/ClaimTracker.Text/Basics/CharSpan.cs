namespace ClaimTracker.Text.Basics;

/// <summary>
/// A run of a string in UTF-16 units, the unit of .NET's indexes. Stays inside the library: callers get code points
/// (<see cref="CodePoints"/>).
/// </summary>
internal readonly record struct CharSpan(int Start, int End)
{
    public int Length => End - Start;

    public bool IsEmpty => End <= Start;

    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, Length);

    public ReadOnlySpan<char> In(ReadOnlySpan<char> text) => text.Slice(Start, Length);

    public string Of(string text) => text.Substring(Start, Length);

    /// <summary>Shortens the run by the white space at its ends.</summary>
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
