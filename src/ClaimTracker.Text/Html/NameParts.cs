namespace ClaimTracker.Text.Html;

/// <summary>Cuts a class name or an id into words: "article__relatedLinks-2" is article, related, Links, 2.</summary>
internal ref struct NameParts
{
    private readonly ReadOnlySpan<char> _name;
    private int _at;

    private NameParts(ReadOnlySpan<char> name) => _name = name;

    public Range Current { get; private set; }

    public static NameParts Of(ReadOnlySpan<char> name) => new(name);

    public readonly NameParts GetEnumerator() => this;

    public bool MoveNext()
    {
        while (_at < _name.Length && !char.IsLetterOrDigit(_name[_at]))
        {
            _at++;
        }

        var start = _at;
        while (_at < _name.Length && char.IsLetterOrDigit(_name[_at]) && (_at == start || !IsNewWord(_name[_at - 1], _name[_at])))
        {
            _at++;
        }

        Current = start.._at;
        return _at > start;
    }

    private static bool IsNewWord(char before, char c) =>
        (char.IsLower(before) && char.IsUpper(c)) || char.IsDigit(before) != char.IsDigit(c);
}
