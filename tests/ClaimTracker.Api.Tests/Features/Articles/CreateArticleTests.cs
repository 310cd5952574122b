using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Articles;

public sealed class CreateArticleTests(ApiHost host) : IClassFixture<ApiHost>
{
    private const string Draft = """
        Ferry fares rise in spring

        By Mara Ellison

        2022-03-08

        The fare to the island rose to 12 euros in March. Pupils still pay half of it.
        """;

    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task A_new_article_comes_with_its_address_and_its_ETag()
    {
        var answer = await _api.PostAsync("/articles", new { text = "The lighthouse was built in 1871." });

        Assert.Equal(HttpStatusCode.Created, answer.Status);
        Assert.Equal($"/api/v1/articles/{answer.Id}", answer.Headers.Location!.ToString());
        Assert.Equal(answer.ETag, (await _api.GetAsync($"/articles/{answer.Id}")).ETag);
    }

    [Fact]
    public async Task Every_fact_that_is_sent_comes_back()
    {
        const string Now = "2026-03-03T12:00:00Z";
        const string Facts = """
            "url":"https://news.example/ferry?page=2","title":"A title of our own","byline":"Ada Byron","publisher":"The Island Post",
            "publishedOn":"2026-02-28","language":"en-GB","kind":"draft","externalApp":"cms","externalId":"F-100",
            "deadline":"2026-03-05T08:30:00Z","fields":{"remark":"Seen"}
            """;
        await _api.GivenAsync("/fields", new { on = "article", name = "remark", type = "text" });

        var answer = await _api.SendTextAsync(HttpMethod.Post, "/articles", $$"""{"text":"The ferry was built in 1999.",{{Facts}}}""");

        var read = (await _api.GetAsync($"/articles/{answer.Id}")).Json.AsObject();
        Assert.True(read.Remove("blocks") && read.Remove("sentences"));
        Assert.True(read.Remove("reading") && read.Remove("setApart"), "They are about the text.");
        Assert.True(read.Remove("assignee") && read.Remove("archived"), "An edit says these.");
        Wire.HasNoDefaults(read);
        Assert.Equal(
            $$"""{"id":{{answer.Id}},"version":1,{{Facts.ReplaceLineEndings("")}},"erased":false,"erasedAt":null,"createdAt":"{{Now}}","""
            + $"\"updatedAt\":\"{Now}\"}}",
            read.ToJsonString());
    }

    [Fact]
    public async Task Title_byline_date_and_language_are_taken_from_the_text()
    {
        var answer = await _api.PostAsync("/articles", new { text = Draft });

        Assert.Equal(
            ("Ferry fares rise in spring", "Mara Ellison", "2022-03-08", "en", "published"),
            (
                (string)answer.Json["title"]!,
                (string)answer.Json["byline"]!,
                (string)answer.Json["publishedOn"]!,
                (string)answer.Json["language"]!,
                (string)answer.Json["kind"]!));
    }

    [Fact]
    public async Task A_fact_that_is_sent_overrides_the_text()
    {
        var answer = await _api.PostAsync(
            "/articles", new { text = Draft + " Overridden.", title = "Ours", byline = "Us", publishedOn = "2026-01-02" });

        Assert.Equal(
            ("Ours", "Us", "2026-01-02"),
            ((string)answer.Json["title"]!, (string)answer.Json["byline"]!, (string)answer.Json["publishedOn"]!));
    }

    [Fact]
    public async Task A_bare_text_takes_its_facts_from_the_query()
    {
        const string Query =
            "?url=https%3A%2F%2Fnews.example%2Fplain&title=Plain%20words&publishedOn=2026-02-01&externalApp=cms&externalId=P-1";

        var answer = await _api.SendTextAsync(
            HttpMethod.Post, "/articles" + Query, "Plain words count 7 here.", "text/plain; charset=utf-8");

        Assert.Equal(HttpStatusCode.Created, answer.Status);
        Assert.Equal(
            ("https://news.example/plain", "Plain words", "2026-02-01", "P-1"),
            (
                (string)answer.Json["url"]!,
                (string)answer.Json["title"]!,
                (string)answer.Json["publishedOn"]!,
                (string)answer.Json["externalId"]!));
    }

    [Fact]
    public async Task A_query_parameter_that_no_article_has_is_refused()
    {
        var answer = await _api.SendTextAsync(HttpMethod.Post, "/articles?author=Ada", "Query words count 8 here.", "text/plain");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("byline", answer.Error("author"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_becomes_the_text_that_a_reader_sees()
    {
        const string Page =
            "<html><body><nav>Home</nav><article><h1>Tram lines grow</h1>"
            + "<p>Four lines &amp; two depots opened.</p></article></body></html>";

        var answer = await _api.SendTextAsync(HttpMethod.Post, "/articles?publisher=Tram%20News", Page, "text/html");

        Assert.Equal(HttpStatusCode.Created, answer.Status);
        Assert.Equal(("Tram lines grow", "Tram News"), ((string)answer.Json["title"]!, (string)answer.Json["publisher"]!));
        Assert.Equal(
            "Home\n\nTram lines grow\n\nFour lines & two depots opened.", (await _api.GetAsync($"/articles/{answer.Id}/text")).Text);
    }

    [Theory]
    [InlineData("text/html; charset=iso-8859-1", "<p>Le café coûte 9 %.</p>")]
    [InlineData("text/html; charset=\"windows-1252\"", "<meta charset=utf-8><p>Le café coûte 8 %.</p>")]
    [InlineData("text/html", "<meta charset=iso-8859-1><p>Le café coûte 7 %.</p>")]
    [InlineData("text/plain; charset=latin1", "Le café coûte 6 %.")]
    public async Task A_body_in_Latin_1_is_read_if_it_or_its_type_says_so(string type, string body)
    {
        var answer = await _api.SendAsync(
            Refusals.Request(HttpMethod.Post, "/api/v1/articles", System.Text.Encoding.Latin1.GetBytes(body), type));

        Assert.Equal(HttpStatusCode.Created, answer.Status);
        Assert.StartsWith("Le café coûte", (string)answer.Json["sentences"]![0]!["text"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_may_come_inside_JSON()
    {
        var answer = await _api.PostAsync("/articles", new { html = "<p>Nine buses run on gas.</p>" });

        Assert.Equal("Nine buses run on gas.", (string)answer.Json["sentences"]![0]!["text"]!);
    }

    [Fact]
    public async Task Text_and_page_together_are_refused()
    {
        var answer = await _api.PostAsync("/articles", new { text = "One of two.", html = "<p>Two of two.</p>" });

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotNull(answer.Error("html"));
    }

    [Theory]
    [InlineData("""{"text": " \n\t "}""", "text")]
    [InlineData("""{}""", "text")]
    [InlineData("""{"html": "<p> </p>"}""", "html")]
    [InlineData("""{"text": "Some words.", "url": "ftp://news.example/a"}""", "url")]
    [InlineData("""{"text": "Some words.", "externalApp": "cms"}""", "externalId")]
    [InlineData("""{"text": "Some words.", "externalId": "7"}""", "externalApp")]
    [InlineData("""{"text": "Some words.", "language": "english"}""", "language")]
    [InlineData("""{"text": "Some words.", "kind": "blog"}""", "kind")]
    [InlineData("""{"text": "Some words.", "author": "Ada"}""", "author")]
    public async Task A_fault_of_an_article_names_its_field(string body, string field)
    {
        var recorded = await host.RecordedByAsync(async () =>
        {
            var answer = await _api.SendTextAsync(HttpMethod.Post, "/articles", body);

            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
            Assert.NotNull(answer.Error(field));
        });

        Assert.Empty(recorded);
    }

    [Fact]
    public async Task A_new_article_is_recorded_once()
    {
        var answer = await _api.PostAsync("/articles", new { text = "The archive holds 9,000 maps." });
        await _api.PostAsync("/articles", new { text = "The archive holds 9,000 maps." });

        Assert.Equal(["article.created"], await host.KindsAsync($"article/{answer.Id}"));
    }
}
