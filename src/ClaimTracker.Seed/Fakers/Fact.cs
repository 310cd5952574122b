namespace ClaimTracker.Seed.Fakers;

/// <summary>A checkable sentence, and what a fact-checker will find about it.</summary>
/// <param name="Pattern">What it is about.</param>
/// <param name="Sentence">As the article says it.</param>
/// <param name="Assertion">Worded so that it stands alone.</param>
/// <param name="Stated">The figure of the article.</param>
/// <param name="Finding">What the register says of it.</param>
internal sealed record Fact(FactPattern Pattern, string Sentence, string Assertion, string Stated, Finding Finding);

/// <summary>How a figure fares when it is looked up.</summary>
/// <param name="Rating">The rating that follows.</param>
/// <param name="Stance">What the register says of the claim.</param>
/// <param name="Measured">The figure of the register.</param>
internal sealed record Finding(string Rating, string Stance, string Measured)
{
    /// <summary>The only rating that may be published without evidence.</summary>
    public const string Unproven = "Unproven";
}
