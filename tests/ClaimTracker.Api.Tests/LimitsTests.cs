using System.Net;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests;

/// <summary>Each limit: at it, and one past it. Characters count as code points, so that an emoji is one.</summary>
public sealed class LimitsTests(SeededHost seeded) : IClassFixture<SeededHost>
{
    private const string Emoji = "\ud83d\ude00";

    private readonly ApiHost _host = seeded.Host;

    /// <summary>Path, body without the member, member (with its path inside the body), most characters.</summary>
    public static TheoryData<string, string, string, int> Texts => new()
    {
        { "/claims", "{}", "text", Limits.ClaimText },
        { "/claims", """{"text":"x"}""", "headline", Limits.Title },
        { "/claims", """{"text":"x"}""", "claimType", Limits.Text },
        { "/claims", """{"text":"x"}""", "location", Limits.Text },
        { "/claims", """{"text":"x","externalId":"1"}""", "externalApp", Limits.ExternalApp },
        { "/claims", """{"text":"x","externalApp":"cms"}""", "externalId", Limits.ExternalId },
        { "/claims", """{"text":"x","tags":["a"]}""", "tags[0]", Limits.Tag },
        { "/claims", """{"text":"x","claimants":[{}]}""", "claimants[0].name", Limits.Text },
        { "/claims", """{"text":"x","claimants":[{"name":"A"}]}""", "claimants[0].jobTitle", Limits.Text },
        { "/claims", """{"text":"x","attribution":[{"name":"A"}]}""", "attribution[0].verb", Limits.Text },
        { "/claims", """{"text":"x","attribution":[{"name":"A"}]}""", "attribution[0].to", Limits.Text },
        { "/sentences/1/claims", "{}", "text", Limits.ClaimText },
        { "/articles", """{"text":"Title at the limit."}""", "title", Limits.Title },
        { "/articles", """{"text":"Byline at the limit."}""", "byline", Limits.Text },
        { "/articles", """{"text":"Publisher at the limit."}""", "publisher", Limits.Text },
        { "/sources", "{}", "title", Limits.Title },
        { "/sources", """{"title":"x"}""", "author", Limits.Text },
        { "/sources", """{"title":"x"}""", "reliabilityNote", Limits.Text },
        { "/claims/1/evidence", """{"source":{"id":1},"stance":"context"}""", "excerpt", Limits.Excerpt },
        { "/claims/1/evidence", """{"source":{"id":1},"stance":"context","excerpt":"x"}""", "note", Limits.Text },
        { "/claims/1/evidence", """{"source":{"id":1},"stance":"context","excerpt":"x"}""", "question", Limits.Text },
        { "/claims/1/evidence", """{"source":{"id":1},"stance":"context","excerpt":"x","locator":{}}""", "locator.section", Limits.Text },
        { "/claims/1/evidence", """{"source":{},"stance":"context","excerpt":"x"}""", "source.title", Limits.Title },
        { "/claims/1/verdicts", """{"rating":"True"}""", "justification", Limits.Justification },
        { "/claims/1/verdicts", """{"rating":"True","justification":"x","review":{}}""", "review.title", Limits.Title },
        { "/comments", """{"subject":"claim/1"}""", "text", Limits.CommentText },
        { "/users", """{"name":"Shown at the limit","role":"reader"}""", "displayName", Limits.UserName },
        { "/lists", "{}", "name", Limits.Title },
        { "/lists", """{"name":"A long note"}""", "note", Limits.Text },
        { "/rating-scales", """{"ratings":[{"name":"No"},{"name":"Yes"}]}""", "name", Limits.Title },
        { "/rating-scales", """{"name":"Long rating","ratings":[{},{"name":"Yes"}]}""", "ratings[0].name", Limits.Tag },
        {
            "/rating-scales", """{"name":"Long definition","ratings":[{"name":"No"},{"name":"Yes"}]}""",
            "ratings[0].definition", Limits.Text
        },
    };

    /// <summary>Path, body without the member, member that holds an address.</summary>
    public static TheoryData<string, string, string> Addresses => new()
    {
        { "/articles", """{"text":"Address at the limit."}""", "url" },
        { "/sources", "{}", "url" },
        { "/claims", """{"text":"x","claimants":[{"name":"A"}]}""", "claimants[0].sameAs" },
        { "/claims", """{"text":"x","appearances":[{}]}""", "appearances[0].url" },
        { "/claims/1/evidence", """{"source":{},"stance":"context","excerpt":"x"}""", "source.url" },
        { "/claims/1/verdicts", """{"rating":"True","justification":"x","review":{}}""", "review.url" },
    };

    /// <summary>Path, body without the member, member, an item, most items.</summary>
    public static TheoryData<string, string, string, string, int> Lists => new()
    {
        { "/claims", """{"text":"x"}""", "tags", "\"tag #\"", Limits.Tags },
        { "/claims", """{"text":"x"}""", "claimants", """{"name":"N #"}""", Limits.Claimants },
        { "/claims", """{"text":"x"}""", "attribution", """{"name":"N #"}""", Limits.Attributions },
        { "/claims", """{"text":"x"}""", "appearances", """{"url":"https://example.org/#"}""", Limits.Appearances },
        { "/rating-scales", """{"name":"Many ratings"}""", "ratings", """{"name":"R #"}""", Limits.Ratings },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task A_text_may_be_as_long_as_its_limit_and_not_one_longer(string path, string body, string member, int max)
    {
        await RefusesAsync(path, With(body, member, new string('x', max + 1)), member, max);
        await RefusesAsync(path, With(body, member, Repeat(Emoji, max) + "x"), member, max);
        await AcceptsAsync(path, With(body, member, Repeat(Emoji, max)));
    }

    /// <summary>The same of moves, and of an assignment: at the limit they are refused for another reason, if they are.</summary>
    [Theory]
    [InlineData("POST", "/verdicts/1/reject", "{}", "comment", Limits.CommentText)]
    [InlineData("POST", "/verdicts/1/retract", "{}", "reason", Limits.Reason)]
    [InlineData("POST", "/verdicts/1/corrections", """{"kind":"update","publicText":"x"}""", "reason", Limits.Reason)]
    [InlineData("POST", "/verdicts/1/corrections", """{"kind":"update","reason":"x"}""", "publicText", Limits.Reason)]
    [InlineData(
        "POST", "/verdicts/1/corrections", """{"kind":"update","reason":"x","publicText":"x"}""", "justification", Limits.Justification)]
    [InlineData("PUT", "/claims/1/assignee", "{}", "message", Limits.Text)]
    [InlineData("PUT", "/claims/1/assignee", "{}", "assignee", Limits.UserName)]
    public async Task What_goes_with_a_move_may_be_as_long_as_its_limit_and_not_one_longer(
        string method, string path, string body, string member, int max)
    {
        var over = await _host.RefusesAsync(
            Refusals.Request(HttpMethod.Parse(method), "/api/v1" + path, With(body, member, Repeat(Emoji, max) + "x")),
            HttpStatusCode.BadRequest, member);
        var at = await _host.Api.SendTextAsync(HttpMethod.Parse(method), path, With(body, member, Repeat(Emoji, max)));

        Assert.Contains($"{max:N0}", over.Error(member), StringComparison.Ordinal);
        Assert.DoesNotContain("characters", at.Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task An_address_may_have_2048_characters(string path, string body, string member)
    {
        var longest = $"https://example.org/{member}/".PadRight(Limits.Url, 'x');

        await RefusesAsync(path, With(body, member, longest + "x"), member, Limits.Url);
        await AcceptsAsync(path, With(body, member, longest));
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_list_may_have_as_many_items_as_its_limit_and_not_one_more(
        string path, string body, string member, string item, int max)
    {
        await RefusesAsync(path, With(body, member, Items(max + 1)), member, max);
        await AcceptsAsync(path, With(body, member, Items(max)));

        JsonArray Items(int count) =>
            [.. Enumerable.Range(1, count).Select(i => JsonNode.Parse(item.Replace("#", $"{i}", StringComparison.Ordinal)))];
    }

    [Fact]
    public async Task A_claim_may_name_100_sentences_and_a_verdict_500_records()
    {
        await RefusesAsync(
            "/claims", With("""{"text":"x"}""", "sentenceIds", Numbers(Limits.SentencesOfClaim + 1)),
            "sentenceIds", Limits.SentencesOfClaim);
        await RefusesAsync(
            "/claims/1/verdicts", With("""{"rating":"True","justification":"x"}""", "evidenceIds", Numbers(Limits.EvidenceOfVerdict + 1)),
            "evidenceIds", Limits.EvidenceOfVerdict);

        await RefusesAsync(
            "/claims", With("""{"text":"x"}""", "evidence", Objects(Limits.EvidenceOfNewClaim + 1)), "evidence", Limits.EvidenceOfNewClaim);

        // At the limit they are looked for, and are not there: another refusal.
        var claim = await _host.Api.SendTextAsync(
            HttpMethod.Post, "/claims", With("""{"text":"x"}""", "sentenceIds", Numbers(Limits.SentencesOfClaim)));
        var verdict = await _host.Api.SendTextAsync(
            HttpMethod.Post, "/claims/1/verdicts",
            With("""{"rating":"True","justification":"x"}""", "evidenceIds", Numbers(Limits.EvidenceOfVerdict)));
        Assert.Contains("there is no sentence", claim.Error("sentenceIds"), StringComparison.Ordinal);
        Assert.Contains("1000", verdict.Error("evidenceIds"), StringComparison.Ordinal);

        static JsonArray Objects(int count) => [.. Enumerable.Range(1, count).Select(static _ => new JsonObject())];
        static JsonArray Numbers(int count) => [.. Enumerable.Range(1_000, count).Select(static i => JsonValue.Create(i))];
    }

    [Fact]
    public async Task Priority_goes_from_0_to_100()
    {
        await RefusesAsync("/claims", """{"text":"x","priority":101}""", "priority", Limits.Priority);
        await RefusesAsync("/claims", """{"text":"x","priority":-1}""", "priority", Limits.Priority);
        await AcceptsAsync("/claims", """{"text":"x","priority":100}""");
        await AcceptsAsync("/claims", """{"text":"x","priority":0}""");
    }

    [Fact]
    public async Task A_language_tag_has_35_characters_at_most()
    {
        const string Longest = "en-aaaaaaaa-bbbbbbbb-cccccccc-ddddd";
        Assert.Equal(Limits.LanguageTag, Longest.Length);

        await RefusesAsync("/claims", With("""{"text":"x"}""", "language", Longest + "d"), "language", Limits.LanguageTag);
        await AcceptsAsync("/claims", With("""{"text":"x"}""", "language", Longest));
    }

    [Fact]
    public async Task What_is_looked_up_by_may_be_as_long_as_its_limit_in_the_widest_characters()
    {
        await AcceptsAsync("/claims", $$"""
            {"text":"x","externalApp":"{{Wide(Limits.ExternalApp)}}","externalId":"{{Wide(Limits.ExternalId)}}",
            """ + $$"""
            "claimants":[{"name":"{{Wide(Limits.Text)}}"}],"tags":["{{Wide(Limits.Tag)}}"]}
            """);
        await AcceptsAsync("/articles", $$"""
            {"text":"The widest address.","url":"https://example.org/{{Wide(2_000)}}","externalApp":"{{Wide(Limits.ExternalApp)}}",
            """ + $$"""
            "externalId":"{{Wide(Limits.ExternalId)}}"}
            """);
        await AcceptsAsync("/sources", $$"""{"url":"https://example.org/{{Wide(2_000)}}"}""");
        await AcceptsAsync(
            "/rating-scales", $$"""{"name":"{{Wide(Limits.Title)}}","ratings":[{"name":"No"},{"name":"{{Wide(Limits.Tag)}}"}]}""");

        var found = await _host.Api.GetAsync(
            $"/claims?claimant={Uri.EscapeDataString(Wide(Limits.Text))}&externalApp={Uri.EscapeDataString(Wide(Limits.ExternalApp))}");
        Assert.Single(found.Items);
    }

    // Four bytes each, and no two neighbours alike, so that no compression makes them fit.
    private static string Wide(int count) =>
        string.Concat(Enumerable.Range(0, count).Select(static i => char.ConvertFromUtf32(0x20000 + (i * 7_919 % 40_000))));

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    /// <summary>Sets a member, such as claimants[0].name.</summary>
    private static string With(string body, string member, JsonNode value)
    {
        var root = JsonNode.Parse(body)!;
        var steps = member.Replace("]", "", StringComparison.Ordinal).Split('.', '[');
        var owner = steps.SkipLast(1)
            .Aggregate(root, static (node, step) => node is JsonArray items ? items[int.Parse(step)]! : node[step]!);
        if (owner is JsonArray array)
        {
            array[int.Parse(steps[^1])] = value;
        }
        else
        {
            owner[steps[^1]] = value;
        }

        return root.ToJsonString();
    }

    private async Task AcceptsAsync(string path, string body)
    {
        var answer = await _host.Api.SendTextAsync(HttpMethod.Post, path, body);
        Assert.True(answer.Status is HttpStatusCode.Created, $"{path} answered {(int)answer.Status} {answer.Text}");
    }

    private async Task RefusesAsync(string path, string body, string field, int limit)
    {
        var answer = await _host.RefusesAsync(Refusals.Request(HttpMethod.Post, "/api/v1" + path, body), HttpStatusCode.BadRequest, field);
        Assert.Contains($"{limit:N0}", answer.Error(field), StringComparison.Ordinal);
    }
}
