using Bogus;
using ClaimTracker.Seed.Bodies;

namespace ClaimTracker.Seed.Fakers;

/// <summary>Puts stories together. A story follows from its seed and number alone.</summary>
internal static class StoryFaker
{
    private const int FewestFacts = 4;
    private const int MostFacts = 9;
    private const int FewestAsides = 2;
    private const int MostAsides = 6;

    public static Story Create(int seed, int number)
    {
        var fake = Fakes.Of(seed, number);
        var scene = new SceneFaker(fake).Create();
        var facts = new FactFaker(fake).Create(scene, fake.Random.Int(FewestFacts, MostFacts));
        var asides = fake.Random.ListItems([.. Aside.Patterns], fake.Random.Int(FewestAsides, MostAsides))
            .Select(aside => aside with { Sentence = scene.Fill(aside.Sentence) }).ToList();

        var id = $"{seed}-{number}";
        var sentences = fake.Random.Shuffle(
            facts.Select(static fact => fact.Sentence).Concat(asides.Select(static aside => aside.Sentence)));
        var article = new ArticleFaker(fake).Create(id, scene, [.. sentences]);
        return new Story(
            article,
            [.. facts.Select((fact, index) => Check(fake, $"{id}-{index + 1}", scene, fact, article.Url))
                .Where(_ => fake.Random.Bool(0.8f))],
            [.. asides.Where(_ => fake.Random.Bool(0.6f)).Select(static aside => new StoryTriage(aside.Sentence, aside.Triage))]);
    }

    /// <summary>A claim that a reader sent in.</summary>
    public static SeedClaim CreateTip(int seed, int number)
    {
        // Below zero, so that no article has the same numbers.
        var fake = Fakes.Of(seed, -number);
        var scene = new SceneFaker(fake).Create();
        return new ClaimFaker(fake).CreateTip($"tip-{seed}-{number}", scene, new FactFaker(fake).Create(scene, 1)[0]);
    }

    private static StoryCheck Check(Faker fake, string id, Scene scene, Fact fact, string url)
    {
        var claim = new ClaimFaker(fake).Create(id, scene, fact, url);
        var stage = fake.Random.Int(1, 10);
        return new StoryCheck(
            fact.Sentence,
            claim,
            stage > 1 ? new EvidenceFaker(fake).Create(scene, fact) : [],
            stage > 2 ? VerdictFaker.Create(scene, fact) : null,
            Publish: stage > 3);
    }
}
