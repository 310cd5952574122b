using Bogus;
using ClaimTracker.Seed.Bodies;

namespace ClaimTracker.Seed.Fakers;

/// <summary>Words claims.</summary>
internal sealed class ClaimFaker(Faker fake)
{
    private const int MostUrgent = 100;

    /// <summary>The claim that a sentence of an article makes.</summary>
    /// <param name="id">Its external id.</param>
    /// <param name="scene">Who claims it, and when.</param>
    /// <param name="fact">What is claimed.</param>
    /// <param name="url">Address of the article.</param>
    public SeedClaim Create(string id, Scene scene, Fact fact, string url) => Create(id, scene, fact) with
    {
        Headline = $"{fact.Pattern.Register}: is it {fact.Stated}?",
        Claimants = [new SeedClaimant(scene.Author, "Columnist")],
        Appearances = [new SeedAppearance(url, scene.Date, First: true)],
    };

    /// <summary>What a reader has heard and sends in.</summary>
    public SeedClaim CreateTip(string id, Scene scene, Fact fact) => Create(id, scene, fact) with
    {
        Claimants = [new SeedClaimant(scene.Person, JobTitle: null)],
        Attribution = [new SeedAttribution("A reader", "reported")],
    };

    private SeedClaim Create(string id, Scene scene, Fact fact) => new()
    {
        Text = fact.Assertion,
        Language = "en",
        ClaimType = "numerical",
        ClaimDate = scene.Date,
        Location = scene.Place,
        Tags = fake.Random.Bool(0.4f) ? [fact.Pattern.Tag, scene.Topic] : [fact.Pattern.Tag],
        Priority = fake.Random.Int(0, MostUrgent),
        ExternalApp = ArticleFaker.ExternalApp,
        ExternalId = id,
    };
}
