using Bogus;

namespace ClaimTracker.Seed.Fakers;

/// <summary>Makes checkable sentences, some of them right.</summary>
internal sealed class FactFaker(Faker fake)
{
    // What the register has, as a share of what the article says; listed more than once, what comes more often.
    private static readonly (string Rating, string Stance, double Share)[] Findings =
    [
        ("True", "supports", 1), ("True", "supports", 1), ("True", "supports", 1),
        ("Mostly true", "partially_supports", 0.93), ("Half true", "partially_supports", 0.75), ("Mostly false", "refutes", 0.5),
        ("False", "refutes", 0.2), (Finding.Unproven, "context", 1.1),
    ];

    /// <summary>Facts about different subjects.</summary>
    public IReadOnlyList<Fact> Create(Scene scene, int count) =>
        [.. fake.Random.ListItems([.. FactPattern.All], count).Select(pattern => Create(scene, pattern))];

    private Fact Create(Scene scene, FactPattern pattern)
    {
        var number = fake.Random.Int(pattern.Min, pattern.Max);
        var stated = Figure(number);
        var (rating, stance, share) = fake.PickRandom(Findings);
        return new Fact(pattern, scene.Fill(pattern.Sentence, stated), scene.Fill(pattern.Assertion, stated), stated,
            new Finding(rating, stance, Figure(number * share)));
    }

    private static string Figure(double number) => $"{number:N0}";
}
