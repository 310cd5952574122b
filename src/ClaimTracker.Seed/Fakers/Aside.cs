using ClaimTracker.Seed.Bodies;

namespace ClaimTracker.Seed.Fakers;

/// <summary>A sentence with nothing to check in it.</summary>
/// <param name="Sentence">As the article says it.</param>
/// <param name="Triage">What a fact-checker says of it.</param>
internal sealed record Aside(string Sentence, SeedTriage Triage)
{
    private static readonly SeedTriage Opinion = new("not_checkable", "An opinion.");
    private static readonly SeedTriage Impression = new("not_checkable", "An impression; nothing measures it.");
    private static readonly SeedTriage Quotation = new("skipped", "A quotation without a fact in it.");

    /// <summary>Patterns, to be filled by a scene.</summary>
    public static readonly IReadOnlyList<Aside> Patterns =
    [
        new("Not everyone in {place} is convinced.", Impression),
        new("The mood has changed since then.", Impression),
        new("What comes next is anyone's guess.", Impression),
        new("It would be a mistake to wait any longer.", Opinion),
        new("That is good news, and it was about time.", Opinion),
        new("The {topic} deserves better than this.", Opinion),
        new("\"We have waited long enough for this,\" {person} said.", Quotation),
        new("{person} told the council, \"This is the year in which it happens.\"", Quotation),
        new("Asked about the {topic}, {person} only smiled.", Quotation),
    ];
}
