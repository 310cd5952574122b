using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Sources;

public sealed class CreateSourceTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task Every_member_that_is_sent_comes_back()
    {
        await _api.GivenAsync("/fields", new { on = "source", name = "owner", type = "text" });
        var answer = await _api.PostAsync("/sources", new
        {
            url = "https://stat.example/t?x=1",
            title = "Table 4",
            author = "A. Clerk",
            publisher = "Statistics",
            publishedOn = "2025-12-31",
            accessedOn = "2026-03-02",
            archivedUrl = "https://copies.example/20260302/report",
            medium = "web_table",
            kind = "official",
            reliabilityNote = "Revised each May.",
            confidential = true,
            fields = new { owner = "state" },
        });

        Assert.Equal((HttpStatusCode.Created, $"/api/v1/sources/{answer.Id}"), (answer.Status, answer.Headers.Location!.ToString()));
        var read = (await _api.GetAsync($"/sources/{answer.Id}")).Json;
        Wire.HasNoDefaults(read);
        Wire.Same(
            new
            {
                id = answer.Id,
                url = "https://stat.example/t?x=1",
                title = "Table 4",
                author = "A. Clerk",
                publisher = "Statistics",
                publishedOn = "2025-12-31",
                accessedOn = "2026-03-02",
                archivedUrl = "https://copies.example/20260302/report",
                medium = "web_table",
                kind = "official",
                reliabilityNote = "Revised each May.",
                confidential = true,
                fields = new { owner = "state" },
                erased = false,
                erasedAt = (string?)null,
                createdAt = "2026-03-03T12:00:00Z",
                updatedAt = "2026-03-03T12:00:00Z",
            },
            read);
        Assert.Equal(["source.created"], await host.KindsAsync($"source/{answer.Id}"));
    }

    [Theory]
    [InlineData("http://www.same.example/a/?utm_medium=mail#part")]
    [InlineData("https://m.same.example/a?si=x&ref=home&_ga=2.1")]
    [InlineData("https://same.example/a/amp?amp=1&outputType=amp")]
    [InlineData("HTTPS://SAME.example:443/a")]
    public async Task An_address_in_another_spelling_gives_the_source_that_has_it_unchanged(string spelling)
    {
        var first = await _api.PostAsync("/sources", new { url = "https://same.example/a", title = "The first" });

        var second = await _api.PostAsync("/sources", new { url = spelling, title = "Another title" });

        Assert.Equal(HttpStatusCode.OK, second.Status);
        Assert.Equal((first.Text, first.ETag), (second.Text, second.ETag));
        Assert.Equal($"/api/v1/sources/{first.Id}", second.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_fragment_by_which_scripts_choose_the_page_names_another_source()
    {
        var first = await _api.PostAsync("/sources", new { url = "https://routed.example/#/article/5" });

        var second = await _api.PostAsync("/sources", new { url = "https://routed.example/#/article/6" });

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.Status, second.Status));
    }

    [Theory]
    [InlineData("/sources")]
    [InlineData("claim")]
    [InlineData("sentence")]
    public async Task A_known_source_is_not_used_as_confidential_before_it_is_marked_so(string where)
    {
        var url = $"https://open.example/{where}";
        var known = await _api.GivenAsync("/sources", new { url });
        var sentence = (await _api.GivenArticleAsync($"Somebody told us of the {where}.")).Sentences[0];
        var (path, body) = where switch
        {
            "claim" => ($"/claims/{await _api.GivenClaimAsync()}/evidence", Evidence(url)),
            "sentence" => ($"/sentences/{sentence}/evidence", Evidence(url)),
            _ => ("/sources", new { url, confidential = true }),
        };

        var recorded = await host.RecordedByAsync(async () =>
        {
            var answer = await _api.PostAsync(path, body);

            Assert.Equal((HttpStatusCode.Conflict, $"/api/v1/sources/{known}"), (answer.Status, (string)answer.Json["existing"]!));
            Assert.Equal(
                $"Source {known} has this address and is not confidential. "
                + $"Mark it first: PATCH /api/v1/sources/{known} with confidential true.",
                (string)answer.Json["detail"]!);
        });

        Assert.Empty(recorded);
        await _api.PatchAsync($"/sources/{known}", new { confidential = true });
        Assert.True((await _api.PostAsync(path, body)).Status is HttpStatusCode.OK or HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_request_without_confidential_gets_a_known_source_as_it_is()
    {
        await _api.GivenAsync("/sources", new { url = "https://secret.example/", confidential = true });

        var answer = await _api.PostAsync("/sources", new { url = "https://secret.example/" });

        Assert.Equal((HttpStatusCode.OK, true), (answer.Status, (bool)answer.Json["confidential"]!));
    }

    [Fact]
    public async Task Two_people_of_the_same_name_are_two_sources() => Assert.NotEqual(
        await _api.GivenAsync("/sources", new { title = "A neighbour", medium = "interview", kind = "interview" }),
        await _api.GivenAsync("/sources", new { title = "A neighbour", medium = "interview", kind = "interview" }));

    [Fact]
    public async Task Medium_kind_and_confidential_have_defaults()
    {
        var answer = await _api.PostAsync("/sources", new { url = "https://defaults.example/" });

        Assert.Equal(("web_text", "secondary"), ((string)answer.Json["medium"]!, (string)answer.Json["kind"]!));
        Assert.False((bool)answer.Json["confidential"]!);
    }

    [Theory]
    [InlineData("""{}""", "title")]
    [InlineData("""{"url": "mailto:a@b.example"}""", "url")]
    [InlineData("""{"url": "https://user:secret@b.example/"}""", "url")]
    [InlineData("""{"title": "T", "medium": "book"}""", "medium")]
    [InlineData("""{"title": "T", "confidential": "yes"}""", "confidential")]
    [InlineData("""{"title": "T", "accessedOn": "2026-13-01"}""", "accessedOn")]
    [InlineData("""{"title": "T", "archivedUrl": "ftp://copies.example/a"}""", "archivedUrl")]
    [InlineData("""{"title": "T", "publishedOn": "2026-02-30"}""", "publishedOn")]
    public async Task An_invalid_source_is_refused_by_field(string body, string field)
    {
        var recorded = await host.RecordedByAsync(async () =>
        {
            var answer = await _api.SendTextAsync(HttpMethod.Post, "/sources", body);

            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
            Assert.NotNull(answer.Error(field));
        });

        Assert.Empty(recorded);
    }

    private static object Evidence(string url) =>
        new { source = new { url, confidential = true }, excerpt = "He said so.", stance = "supports" };
}
