using ClaimTracker.Seed.Bodies;

namespace ClaimTracker.Seed.Fakers;

/// <summary>Judges a fact by what was found.</summary>
internal static class VerdictFaker
{
    public static SeedVerdict Create(Scene scene, Fact fact) => new(fact.Finding.Rating, Justification(scene, fact));

    private static string Justification(Scene scene, Fact fact) => fact.Finding.Rating switch
    {
        Finding.Unproven =>
            scene.Fill($"No register of {{place}} has a figure for {{year}} that would settle it. The article says {fact.Stated}."),
        _ when fact.Stated == fact.Finding.Measured =>
            $"{fact.Pattern.Register} of {scene.Place} for {scene.Year} give the same figure: {fact.Stated}.",
        _ => $"{fact.Pattern.Register} of {scene.Place} for {scene.Year} give {fact.Finding.Measured}, the article {fact.Stated}.",
    };
}
