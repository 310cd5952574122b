using System.Text.Json;
using ClaimTracker.Seed.Fakers;

namespace ClaimTracker.Seed.Tests.Fakers;

public sealed class StoryFakerTests
{
    private static readonly List<Story> Stories = [.. Enumerable.Range(1, 300).Select(static number => StoryFaker.Create(seed: 7, number))];

    [Fact]
    public void The_same_seed_and_number_give_the_same_story()
    {
        var first = Content(StoryFaker.Create(seed: 1, number: 5));
        Content(StoryFaker.Create(seed: 2, number: 6)); // What is made in between must not matter.

        Assert.Equal(first, Content(StoryFaker.Create(seed: 1, number: 5)));
        Assert.Equal(JsonSerializer.Serialize(StoryFaker.CreateTip(1, 5)), JsonSerializer.Serialize(StoryFaker.CreateTip(1, 5)));
    }

    [Fact]
    public void Another_seed_or_number_gives_another_story()
    {
        var texts = new[] { StoryFaker.Create(1, 1), StoryFaker.Create(1, 2), StoryFaker.Create(2, 1), StoryFaker.Create(-1, 1) }
            .Select(static story => story.Article.Text);

        Assert.Equal(4, texts.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Every_sentence_that_is_checked_or_put_aside_is_in_its_article_once()
    {
        Assert.All(Stories, static story => Assert.All(
            story.Checks.Select(static check => check.Sentence).Concat(story.Triage.Select(static aside => aside.Sentence)),
            words => Assert.Equal(2, story.Article.Text.Split(words).Length)));
    }

    [Fact]
    public void Only_an_unproven_verdict_has_no_evidence()
    {
        var withoutEvidence = Stories.SelectMany(static story => story.Checks)
            .Where(static check => check is { Verdict: not null, Evidence.Count: 0 }).ToList();

        Assert.NotEmpty(withoutEvidence);
        Assert.All(withoutEvidence, static check => Assert.Equal("Unproven", check.Verdict!.Rating));
    }

    [Fact]
    public void Every_stage_of_the_work_and_every_rating_occurs()
    {
        var checks = Stories.SelectMany(static story => story.Checks).ToList();

        Assert.Contains(checks, static check => check.Evidence.Count == 0);
        Assert.Contains(checks, static check => check.Evidence.Count > 1);
        Assert.Contains(checks, static check => check.Verdict is null);
        Assert.Contains(checks, static check => check is { Verdict: not null, Publish: false });
        var ratings = checks.Where(static check => check.Publish).Select(static check => check.Verdict!.Rating)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        Assert.Equal("False, Half true, Mostly false, Mostly true, True, Unproven", string.Join(", ", ratings));
    }

    [Fact]
    public void A_register_is_the_same_source_wherever_it_is_cited()
    {
        var sources = Stories.SelectMany(static story => story.Checks).SelectMany(static check => check.Evidence)
            .Select(static evidence => evidence.Source).Where(static source => source.Url is not null)
            .ToLookup(static source => source.Url, StringComparer.Ordinal);

        Assert.Contains(sources, static source => source.Count() > 1);
        Assert.All(sources, static source => Assert.Single(source.Distinct()));
    }

    private static string Content(Story story) => JsonSerializer.Serialize(story);
}
