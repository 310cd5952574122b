using System.Globalization;
using System.Net.Http.Json;
using ClaimTracker.Api.Tests.Features.Imports;
using ClaimTracker.Data;
using ClaimTracker.Seed;
using ClaimTracker.Seed.Loading;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Api.Tests.Hosting;

/// <summary>What a copy and a backup are tested with: rows in every table, and what they look like from outside.</summary>
internal static class Newsroom
{
    // The model would write one, in its time.
    private const string VectorSql = """
        insert into claim_vectors (claim_id, model, text_sha256, text_vector, title_vector)
        select c.id, 'none', 'of no words', 'AA==', 'AA=='
        from claims c
        where c.id = 1
        on conflict (claim_id) do nothing
        """;

    // And so would whoever scores sentences anew.
    private const string ScoreSql = """
        insert into sentence_scores (sentence_id, version, score, components)
        select s.id, 1, 0.5, '[]'
        from sentences s
        where s.id = 1
        on conflict (sentence_id) do nothing
        """;

    private const string RescoringSql = """
        insert into rescorings (version, reached, done, total)
        values (1, 1, 1, 2)
        on conflict (version) do nothing
        """;

    /// <summary>Runs the service on a store for as long as the work takes.</summary>
    public static async Task<string> OnAsync(TestStore store, Func<ApiDriver, Task<string>> work)
    {
        await using var app = await Service.StartAsync(store.Settings(ApiHost.Key), demo: false, TimeProvider.System);
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        http.DefaultRequestHeaders.Authorization = new("Bearer", ApiHost.Key);
        var said = await work(new ApiDriver(http));
        foreach (var sql in (string[])[VectorSql, ScoreSql, RescoringSql])
        {
            await app.Services.GetRequiredService<Db>().WriteAsync(tx => tx.ExecuteAsync(sql));
        }

        return said;
    }

    /// <summary>Puts something into every table.</summary>
    /// <returns>The exports.</returns>
    public static async Task<string> FillAsync(ApiDriver api)
    {
        var options = new SeedOptions(api.Http.BaseAddress!, ApiHost.Key, Articles: 5, Seed: 1);
        using var newsroom = new NewsroomApi(options.Server, options.Key);
        await using var desk = await SeedDesk.OpenAsync(newsroom, CancellationToken.None);
        await new NewsroomLoader(desk.Checker, desk.Editor, new SeedCounts()).LoadAsync(
            options, new ProgressLine(TextWriter.Null, rewrites: false, options.Articles), CancellationToken.None);
        var claim = await api.GivenClaimAsync("It was said and taken back.");
        await api.PutAsync($"/sentences/1/claims/{claim}", new { });
        await api.PutAsync("/articles/1/text", new { text = "Nothing is as it was." });
        var linked = (long)(await api.GetAsync($"/claims/{claim}")).Json["sentences"]![0]!["sentenceId"]!;
        await api.SendAsync(new HttpRequestMessage(HttpMethod.Delete, $"/api/v1/sentences/{linked}/claims/{claim}"));
        await api.GivenAsync("/fields", new { on = "claim", name = "topic", type = "choices", choices = new[] { "News", "Sport" } });
        await api.PatchAsync($"/claims/{claim}", new { fields = new { topic = new[] { "Sport", "News" } } });
        await api.GivenAsync("/fields", new { on = "article", name = "topic", type = "choices", choices = new[] { "News", "Sport" } });
        await api.PatchAsync("/articles/2", new { fields = new { topic = new[] { "Sport", "News" } } });
        await api.GivenAsync("/fields", new { on = "source", name = "owner", type = "text" });
        await api.PatchAsync("/sources/1", new { fields = new { owner = "The town" } });
        await api.PutAsync($"/claims/{claim}/relations/1", new { relation = "narrower", note = "Claim 1 has the year." });
        await api.PutAsync($"/claims/{claim}/matches/1", new { state = "rejected" });
        await api.GivenAsync("/lists", new { name = "Front page", @public = true });
        await api.PutAsync($"/lists/1/claims/{claim}", new { note = "Said twice." });
        await api.GivenAsync("/lists", new { name = "Open", query = "status=open" });
        await api.PostAsync("/comments", new { subject = "claim/1", text = "@\"Seed editor\", see @Seed checker." });
        await api.PostAsync("/comments", new { subject = "article/1", text = "It was shortened." });
        const string Cited = "Fares rose [https://fares.example/2026]. Rents rose [see the register]. It thawed [CQ]. ";
        var draft = await api.GivenAsync("/articles", new { text = Cited + "It snowed on Sunday [note: seen]." });
        var citations = (await api.GetAsync($"/articles/{draft}/citations")).Ids();
        await api.PostAsync($"/citations/{citations[0]}/accept", new { stance = "supports" });
        await api.PostAsync($"/citations/{citations[1]}/dismiss", new { reason = "It is of 2020." });
        await api.PutAsync($"/articles/{draft}/text", new { text = Cited + "It snowed on Monday [note: seen]." });
        await api.PutAsync(
            "/settings/check-worthiness", new { prior = -1.25, weights = new[] { new { component = "names", weight = 0.5 } } });
        await api.PutAsync("/me/inbox/read", new { upTo = "2026-01-31T12:00:00Z" });
        await api.PostAsync($"/claims/{await api.GivenClaimAsync("It was taken back.")}/merge", new { into = claim, reason = "The same." });
        using var once = new HttpRequestMessage(HttpMethod.Post, "/api/v1/claims")
        {
            Content = JsonContent.Create(new { text = "It was said once." }),
        };
        once.Headers.Add("Idempotency-Key", "once");
        await api.SendAsync(once);
        await api.ImportAsync("claim,rating\nIt came in.,\nIt did not.,Very true\n", "format=csv", "text/csv");
        await api.ImportAsync(
            """
            {"@type":"ClaimReview","url":"https://checks.example/1","claimReviewed":"It was said elsewhere.",
             "reviewRating":{"alternateName":"False"}}
            """,
            "format=claimreview",
            "application/json");
        await api.GivenAsync("/subscriptions", new { feedUrl = "http://127.0.0.1:1/feed.json" });
        return await ExportAsync(api);
    }

    public static async Task<string> ExportAsync(ApiDriver api) =>
        (await api.GetAsync("/exports/verdicts.csv")).Text + (await api.GetAsync("/exports/verdicts.jsonl?state=draft")).Text;

    public static async Task<string> NextClaimAsync(ApiDriver api) => (await api.GivenClaimAsync()).ToString(CultureInfo.InvariantCulture);
}
