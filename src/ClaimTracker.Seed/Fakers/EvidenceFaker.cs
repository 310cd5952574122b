using Bogus;
using ClaimTracker.Seed.Bodies;

namespace ClaimTracker.Seed.Fakers;

/// <summary>Gathers evidence on a fact: what the register says, and now and then what somebody else adds.</summary>
internal sealed class EvidenceFaker(Faker fake)
{
    private readonly SourceFaker _sources = new(fake);

    /// <summary>At least the register, unless the fact cannot be proven.</summary>
    public IReadOnlyList<SeedEvidence> Create(Scene scene, Fact fact)
    {
        var evidence = new List<SeedEvidence>();
        if (fact.Finding.Rating != Finding.Unproven)
        {
            evidence.Add(OfRegister(scene, fact));
        }

        if (fake.Random.Bool(0.25f))
        {
            evidence.Add(OfReport(scene, fact));
        }

        if (fake.Random.Bool(0.2f))
        {
            evidence.Add(OfConversation(scene, fact));
        }

        return evidence;
    }

    private SeedEvidence OfRegister(Scene scene, Fact fact) => new()
    {
        Source = SourceFaker.Register(scene, fact.Pattern),
        Excerpt = scene.Fill(fact.Pattern.Excerpt, fact.Finding.Measured),
        Locator = new SeedLocator { Section = scene.Place, Cell = $"{fake.Random.Char('B', 'H')}{fake.Random.Int(2, 60)}" },
        Stance = fact.Finding.Stance,
        Note = fact.Stated == fact.Finding.Measured ? null : $"The article says {fact.Stated}.",
    };

    private SeedEvidence OfReport(Scene scene, Fact fact) => new()
    {
        Source = _sources.Report(scene),
        Excerpt = scene.Fill("Nobody at the town hall of {place} would say how the figure of {figure} was reached.", fact.Stated),
        Locator = new SeedLocator { Page = $"{fake.Random.Int(1, 24)}" },
        Stance = "context",
        Public = false,
    };

    private SeedEvidence OfConversation(Scene scene, Fact fact) => new()
    {
        Source = _sources.Conversation(scene),
        Excerpt = scene.Fill("The last count that I trust is {figure}.", fact.Finding.Measured),
        Locator = new SeedLocator { Timestamp = $"00:{fake.Random.Int(0, 59):00}:{fake.Random.Int(0, 59):00}" },
        Stance = fact.Finding.Stance,
        Note = "Call again before publication.",
        PublicNote = scene.Fill("Told to us by somebody at the town hall of {place}."),
    };
}
