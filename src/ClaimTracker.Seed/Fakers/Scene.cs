namespace ClaimTracker.Seed.Fakers;

/// <summary>Who writes, when, and about what: what the parts of an article have in common.</summary>
internal sealed record Scene
{
    public required string Place { get; init; }

    /// <summary>What the article is about, such as "sea wall".</summary>
    public required string Topic { get; init; }

    public required string Author { get; init; }

    /// <summary>Somebody who is quoted.</summary>
    public required string Person { get; init; }

    public required string Publisher { get; init; }

    /// <summary>The news agency.</summary>
    public required string Wire { get; init; }

    public required DateOnly Date { get; init; }

    /// <summary>The last whole year, which registers tell of.</summary>
    public int Year => Date.Year - 1;

    /// <summary>Puts what this scene knows into the places that a pattern leaves open.</summary>
    public string Fill(string pattern, string figure = "") => pattern
        .Replace("{place}", Place, StringComparison.Ordinal)
        .Replace("{topic}", Topic, StringComparison.Ordinal)
        .Replace("{author}", Author, StringComparison.Ordinal)
        .Replace("{person}", Person, StringComparison.Ordinal)
        .Replace("{publisher}", Publisher, StringComparison.Ordinal)
        .Replace("{year}", $"{Year}", StringComparison.Ordinal)
        .Replace("{figure}", figure, StringComparison.Ordinal);
}
