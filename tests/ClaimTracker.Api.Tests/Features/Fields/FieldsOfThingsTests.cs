using System.Net;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Tests.Domain.Access;
using ClaimTracker.Api.Tests.Features.Exports;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Fields;

/// <summary>
/// The values that articles and sources have of fields of the desk's own. That verify passes afterwards is what every
/// <see cref="ApiHost"/> asks for when it ends.
/// </summary>
public sealed class FieldsOfThingsTests(DeskOfRoles desk) : IClassFixture<DeskOfRoles>, IAsyncLifetime
{
    private static int _things;

    private readonly ApiDriver _api = desk.As("editor");

    public async Task InitializeAsync()
    {
        if ((await _api.GetAsync("/fields")).Items.Count > 0)
        {
            return;
        }

        foreach (var on in (string[])["article", "source"])
        {
            await _api.GivenAsync("/fields", new { on, name = "topic", type = "choices", choices = new[] { "Health", "Public money" } });
            await _api.GivenAsync("/fields", new { on, name = "share", type = "number" });
            await _api.GivenAsync("/fields", new { on, name = "remark", type = "text" });
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("articles")]
    [InlineData("sources")]
    public async Task A_value_comes_back_finds_its_thing_and_is_patched(string things)
    {
        var fields = new { topic = new[] { "Public money", "Health" }, share = 0.5, remark = "Größe" };
        var id = await _api.GivenAsync($"/{things}", Body(things, fields));
        await _api.GivenAsync($"/{things}", Body(things, new { share = 1 }));

        Wire.Same(fields, (await _api.GetAsync($"/{things}/{id}")).Json["fields"]);
        Assert.Equal([id], (await _api.GetAsync($"/{things}?fields.topic=health&fields.remark=GRÖßE")).Ids());
        Assert.Equal([id], (await _api.GetAsync($"/{things}?fields.share=5e-1&fields=id")).Ids());
        Wire.Same(fields, (await _api.GetAsync($"/{things}?ids={id}")).Items[0]!["fields"]);

        var edited = await _api.PatchAsync($"/{things}/{id}", new { fields = new { topic = (string[]?)null, share = 2 } });
        var renamed = await _api.PatchAsync($"/{things}/{id}", new { title = "Another" });

        Wire.Same(new { share = 2, remark = "Größe" }, edited.Json["fields"]);
        Wire.Same(new { share = 2, remark = "Größe" }, renamed.Json["fields"]);
        Assert.Equal("{}", (await _api.PatchAsync($"/{things}/{id}", new { fields = (object?)null })).Json["fields"]!.ToJsonString());
        var said = (await desk.As("admin").GetAsync($"/history?subject={things[..^1]}/{id}&limit=500")).Text;
        Assert.Contains("Größe", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("articles", """{"share":"1"}""", "fields.share")]
    [InlineData("articles", """{"topic":["Sport"]}""", "fields.topic")]
    [InlineData("articles", """{"nothing":1}""", "fields.nothing")]
    [InlineData("sources", """{"share":"1"}""", "fields.share")]
    [InlineData("sources", """{"topic":"Health"}""", "fields.topic")]
    [InlineData("sources", """{"nothing":1}""", "fields.nothing")]
    public async Task A_value_of_another_form_is_refused_by_the_name_of_its_field(string things, string fields, string path)
    {
        var created = await _api.PostAsync($"/{things}", Body(things, JsonNode.Parse(fields)!));
        var id = await _api.GivenAsync($"/{things}", Body(things, new { }));
        var edited = await _api.PatchAsync($"/{things}/{id}", new { fields = JsonNode.Parse(fields) });
        var asked = await _api.GetAsync($"/{things}?fields.nothing=1");

        Assert.NotNull(created.Error(path));
        Assert.NotNull(edited.Error(path));
        Assert.NotNull(asked.Error("fields.nothing"));
    }

    [Theory]
    [InlineData("article")]
    [InlineData("source")]
    public async Task A_choice_that_is_used_and_a_field_with_values_stay_and_the_409_counts_what_has_it(string on)
    {
        var field = await _api.GivenAsync("/fields", new { on, name = "section", type = "choice", choices = new[] { "News", "Arts" } });
        var id = await _api.GivenAsync($"/{on}s", Body(on + "s", new { section = "News" }));
        await _api.GivenAsync($"/{on}s", Body(on + "s", new { section = "News" }));

        var taken = await _api.PatchAsync($"/fields/{field}", new { choices = new[] { "Arts" } });
        var deleted = await _api.DeleteAsync($"/fields/{field}");
        var renamed = await _api.PatchAsync($"/fields/{field}", new { name = "part", choices = new[] { "News" } });

        Assert.Equal(HttpStatusCode.Conflict, taken.Status);
        Assert.Contains($"2 {on}s have News", (string)taken.Json["detail"]!, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, deleted.Status);
        Assert.Contains($"2 {on}s have a value", (string)deleted.Json["detail"]!, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, renamed.Status);
        Wire.Same(new { part = "News" }, (await _api.GetAsync($"/{on}s/{id}")).Json["fields"]);
    }

    [Fact]
    public async Task Readers_see_no_fields_of_a_confidential_source_and_find_it_by_none()
    {
        var id = await _api.GivenAsync("/sources", new { title = "A clerk", confidential = true, fields = new { remark = "In room 12" } });
        var reader = desk.As("reader");

        Assert.Equal("{}", (await reader.GetAsync($"/sources/{id}")).Json["fields"]!.ToJsonString());
        Assert.Equal("{}", (await reader.GetAsync($"/sources?ids={id}")).Items[0]!["fields"]!.ToJsonString());
        Assert.Empty((await reader.GetAsync("/sources?fields.remark=In%20room%2012")).Items);
        Assert.Equal([id], (await _api.GetAsync("/sources?fields.remark=In%20room%2012")).Ids());
    }

    [Theory]
    [InlineData("articles")]
    [InlineData("sources")]
    public async Task An_erasure_takes_the_values_and_what_the_history_says_of_them(string things)
    {
        const string Secret = "Quastenflosser";
        var id = await _api.GivenAsync($"/{things}", Body(things, new { remark = Secret }));

        Assert.Equal(HttpStatusCode.OK, (await desk.As("admin").EraseAsync($"/{things}/{id}")).Status);

        Assert.Equal("{}", (await _api.GetAsync($"/{things}/{id}")).Json["fields"]!.ToJsonString());
        Assert.DoesNotContain(
            Secret, (await desk.As("admin").GetAsync($"/history?subject={things[..^1]}/{id}&limit=500")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, desk.Host.Store.Bytes(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("articles")]
    [InlineData("sources")]
    public async Task What_is_deleted_takes_its_values_along(string things)
    {
        var field = await _api.GivenAsync("/fields", new { on = things[..^1], name = "gone", type = "bool" });
        var id = await _api.GivenAsync($"/{things}", Body(things, new { gone = true }));

        Assert.Equal(HttpStatusCode.Conflict, (await _api.DeleteAsync($"/fields/{field}")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await _api.DeleteAsync($"/{things}/{id}")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await _api.DeleteAsync($"/fields/{field}")).Status);
    }

    [Fact]
    public async Task Exports_have_a_column_for_each_field_of_articles_for_the_desk_only()
    {
        var article = await _api.PostAsync("/articles", Body("articles", new { topic = new[] { "Health", "Public money" }, share = 1.5 }));
        var sentence = (long)article.Json["sentences"]![0]!["id"]!;
        var claim = await _api.GivenAsync($"/sentences/{sentence}/claims", new { text = "Exported." });
        await _api.GivenPublishedAsync(claim, "True");

        var rows = CsvReader.Read((await _api.GetAsync($"/exports/verdicts.csv?articleId={article.Id}")).Text);
        var line = JsonNode.Parse((await _api.GetAsync($"/exports/verdicts.jsonl?articleId={article.Id}")).Text)!;
        var outside = (await desk.As("public").GetAsync($"/exports/verdicts.csv?articleId={article.Id}")).Text;

        var (topic, share) = (Array.IndexOf([.. rows[0]], "article_field_topic"), Array.IndexOf([.. rows[0]], "article_field_share"));
        Assert.Equal(("Health; Public money", "1.5"), (rows[1][topic], rows[1][share]));
        Assert.Equal(1.5, (double)line["article_field_share"]!);
        Assert.DoesNotContain("field_", outside, StringComparison.Ordinal);
    }

    private static object Body(string things, object fields)
    {
        var number = Interlocked.Increment(ref _things);
        return things == "articles"
            ? new { text = $"It was said in article {number}.", kind = "published", fields }
            : new { title = $"Source {number}", fields };
    }
}

public sealed class RequiredFieldOfThingsTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task A_required_field_is_asked_for_in_new_articles_and_sources_that_clients_send()
    {
        var text = "The bridge is long.";
        var (before, sentences) = await _api.GivenArticleAsync(text);
        var source = await _api.GivenAsync("/sources", new { url = "https://example.org/a" });
        await _api.GivenAsync("/fields", new { on = "article", name = "topic", type = "text", required = true });
        await _api.GivenAsync("/fields", new { on = "source", name = "owner", type = "text", required = true });

        Assert.NotNull((await _api.PostAsync("/articles", new { text = "The bridge is old." })).Error("fields.topic"));
        Assert.NotNull((await _api.PostAsync("/sources", new { title = "A clerk" })).Error("fields.owner"));
        var evidence = new { source = new { url = "https://example.org/b" }, excerpt = "It is.", stance = "supports" };
        Assert.NotNull((await _api.PostAsync($"/sentences/{sentences[0]}/evidence", evidence)).Error("source.fields.owner"));

        Assert.Equal(HttpStatusCode.OK, (await _api.PostAsync("/articles", new { text })).Status);
        Assert.Equal(HttpStatusCode.OK, (await _api.PostAsync("/sources", new { url = "https://example.org/a" })).Status);
        Assert.Equal(HttpStatusCode.OK, (await _api.PatchAsync($"/articles/{before}", new { title = "As it was" })).Status);
        Assert.Equal(HttpStatusCode.OK, (await _api.PatchAsync($"/sources/{source}", new { title = "As it was" })).Status);
        var article = await _api.GivenAsync("/articles", new { text = "The bridge is old.", fields = new { topic = "Bridges" } });
        var topic = await _api.PatchAsync($"/articles/{article}", new { fields = new { topic = (string?)null } });
        Assert.NotNull(topic.Error("fields.topic"));
        var owned = new
        {
            source = new { url = "https://example.org/b", fields = new { owner = "state" } },
            excerpt = "It is.",
            stance = "supports",
        };
        var attached = await _api.PostAsync($"/sentences/{sentences[0]}/evidence", owned);
        Wire.Same(new { owner = "state" }, attached.Json["source"]!["fields"]);
        var owner = await _api.PatchAsync(
            $"/sources/{(long)attached.Json["source"]!["id"]!}", new { fields = new { owner = (string?)null } });
        Assert.NotNull(owner.Error("fields.owner"));
    }
}
