namespace ClaimTracker.Text;

/// <summary>In what two texts differ that are alike otherwise.</summary>
public enum DifferenceKind
{
    /// <summary>One denies what the other says.</summary>
    Negation,

    /// <summary>A number, or its unit.</summary>
    Number,

    /// <summary>A day, a month or a year.</summary>
    Date,

    /// <summary>A name.</summary>
    Name,

    /// <summary>Up or down, more or less, won or lost.</summary>
    Direction,
}

/// <summary>A difference that may make another claim of a text.</summary>
/// <param name="Kind">What it is in.</param>
/// <param name="Here">The words of the text that was looked for; null where it has none.</param>
/// <param name="There">The words of the other; null where it has none.</param>
public sealed record TextDifference(DifferenceKind Kind, string? Here, string? There);
