using Bogus;

namespace ClaimTracker.Seed.Fakers;

/// <summary>Sets a scene in one of a few invented towns, so that articles share sources.</summary>
internal sealed class SceneFaker(Faker fake)
{
    private static readonly string[] Places =
        [
            "Brackwater", "Port Ellery", "St. Orrin", "Kestrel Falls", "Dunmarrow", "Lower Wexcombe", "Ostrey", "Tamsin Bay", "Gullhaven",
            "Redmere Junction",
        ];

    private static readonly string[] Topics =
        ["sea wall", "night bus", "market hall", "old shipyard", "toll road", "public library", "fish ladder"];
    private static readonly string[] Wires = ["Halyard", "CWP", "Meridian Desk"];
    private static readonly string[] Publishers = ["Tidings", "The Coastal Ledger", "Ostrey Evening Post"];
    private static readonly DateOnly First = new(2025, 1, 1);
    private static readonly DateOnly Last = new(2026, 6, 30);

    public Scene Create() => new()
    {
        Place = fake.PickRandom(Places),
        Topic = fake.PickRandom(Topics),
        Author = PersonName(),
        Person = PersonName(),
        Publisher = fake.PickRandom(Publishers),
        Wire = fake.PickRandom(Wires),
        Date = fake.Date.BetweenDateOnly(First, Last),
    };

    /// <summary>With an initial now and then: its period ends no sentence.</summary>
    private string PersonName()
    {
        var initial = fake.Random.Bool(0.3f) ? $" {fake.Random.Char('A', 'Z')}." : "";
        return $"{fake.Name.FirstName()}{initial} {fake.Name.LastName()}";
    }
}
