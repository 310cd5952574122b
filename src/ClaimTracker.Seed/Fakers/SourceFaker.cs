using Bogus;
using ClaimTracker.Seed.Bodies;

namespace ClaimTracker.Seed.Fakers;

/// <summary>Names sources. A register is the same source in every article about its town and year; the others are new each time.</summary>
internal sealed class SourceFaker(Faker fake)
{
    public static SeedSource Register(Scene scene, FactPattern pattern) => new()
    {
        Url = $"https://data.{Slug.Of(scene.Place)}.example/{pattern.Tag}/{scene.Year}",
        Title = $"{pattern.Register}, {scene.Place} {scene.Year}",
        Publisher = $"Town of {scene.Place}",
        PublishedOn = new DateOnly(scene.Year, 12, 31),
        AccessedOn = new DateOnly(scene.Year + 1, 1, 15),
        Medium = "web_table",
        Kind = "official",
    };

    public SeedSource Report(Scene scene)
    {
        var page = $"archive.tidings.example/{Slug.Of(scene.Topic)}/{fake.Random.AlphaNumeric(10)}";
        return new SeedSource
        {
            Url = $"https://{page}",
            Title = scene.Fill("The {topic} of {place}: what we know"),
            Author = fake.Name.FullName(),
            Publisher = scene.Publisher,
            PublishedOn = scene.Date.AddDays(-fake.Random.Int(1, 300)),
            AccessedOn = scene.Date.AddDays(1),
            ArchivedUrl = $"https://copies.example/{scene.Date.Year}/{page}",
            Medium = "web_text",
            Kind = "secondary",
            ReliabilityNote = "Names no source of its own.",
        };
    }

    /// <summary>Has no address; some have no name either.</summary>
    public SeedSource Conversation(Scene scene)
    {
        var confidential = fake.Random.Bool(0.4f);
        return new SeedSource
        {
            Title = confidential ? $"Conversation with an official of {scene.Place}" : $"Interview with {fake.Name.FullName()}",
            PublishedOn = scene.Date.AddDays(fake.Random.Int(1, 10)),
            Medium = "interview",
            Kind = "interview",
            Confidential = confidential,
        };
    }
}
