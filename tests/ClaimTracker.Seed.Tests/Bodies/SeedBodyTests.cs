using System.Text.Json;
using ClaimTracker.Api.Features.Claims;
using ClaimTracker.Seed.Bodies;
using ClaimTracker.Seed.Fakers;
using ClaimTracker.Text;

namespace ClaimTracker.Seed.Tests.Bodies;

/// <summary>The service accepts every body that the fakers make: its limits, its words, its members.</summary>
public sealed class SeedBodyTests
{
    private static readonly List<Story> Stories = [.. Enumerable.Range(1, 300).Select(static number => StoryFaker.Create(seed: 3, number))];

    private static IEnumerable<SeedEvidence> Evidence =>
        Stories.SelectMany(static story => story.Checks).SelectMany(static check => check.Evidence);

    [Fact]
    public void Articles_are_within_the_limits()
    {
        Assert.All(Stories, static story =>
        {
            Within(Limits.ArticleText, story.Article.Text);
            Within(Limits.Text, story.Article.Publisher, story.Article.ExternalApp, story.Article.ExternalId);
            WithinUrl(story.Article.Url);
            Assert.True(EnumWords.TryParse(typeof(ArticleKind), story.Article.Kind, out _));
            Assert.Null(TextGuard.Check(story.Article.Text));
        });
    }

    [Fact]
    public void Claims_and_tips_pass_the_validator_of_the_service()
    {
        var claims = Stories.SelectMany(static story => story.Checks).Select(static check => check.Claim)
            .Concat(Enumerable.Range(1, 100).Select(static number => StoryFaker.CreateTip(3, number)));

        Assert.All(claims, static claim =>
        {
            var request = JsonBody.Read<CreateClaimRequest>(JsonSerializer.SerializeToUtf8Bytes(claim, JsonSerializerOptions.Web));
            Assert.Empty(CreateClaimValidator.Instance.Validate(request).Errors);
        });
    }

    [Fact]
    public void Evidence_is_within_the_limits()
    {
        Assert.NotEmpty(Evidence);
        Assert.All(Evidence, static evidence =>
        {
            Within(Limits.Excerpt, evidence.Excerpt);
            var locator = evidence.Locator;
            Within(Limits.Text, evidence.Note, evidence.PublicNote, locator.Page, locator.Timestamp, locator.Section, locator.Cell);
            Assert.True(EnumWords.TryParse(typeof(Stance), evidence.Stance, out _));
        });
    }

    [Fact]
    public void Sources_are_within_the_limits()
    {
        Assert.All(Evidence.Select(static evidence => evidence.Source), static source =>
        {
            Within(Limits.Title, source.Title);
            Within(Limits.Text, source.Author, source.Publisher, source.ReliabilityNote);
            WithinUrl(source.Url ?? "https://www.example/");
            WithinUrl(source.ArchivedUrl ?? "https://www.example/");
            Assert.True(EnumWords.TryParse(typeof(Medium), source.Medium!, out _));
            Assert.True(EnumWords.TryParse(typeof(SourceKind), source.Kind!, out _));
        });
    }

    [Fact]
    public void Verdicts_and_triage_are_within_the_limits()
    {
        Within(Limits.Justification, Stories.SelectMany(static story => story.Checks).Select(static check => check.Verdict?.Justification));
        Assert.All(Stories.SelectMany(static story => story.Triage), static aside =>
        {
            Within(Limits.Text, aside.Triage.Reason);
            Assert.True(EnumWords.TryParse(typeof(Triage), aside.Triage.State, out _));
        });
    }

    private static void Within(int limit, params IEnumerable<string?> texts) => Assert.All(texts, text =>
    {
        if (text is not null)
        {
            Assert.False(string.IsNullOrWhiteSpace(text), "An optional text must not be blank.");
            Assert.InRange(CodePoints.Count(text), 1, limit);
        }
    });

    private static void WithinUrl(string url)
    {
        Within(Limits.Url, url);
        Assert.True(UrlKey.IsHttp(url), url);
    }
}
