using System.Net;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Tests.Domain.Access;
using ClaimTracker.Api.Tests.Features.Exports;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Fields;

/// <summary>The values that claims have of fields of the desk's own.</summary>
public sealed class FieldsOfClaimTests(DeskOfRoles desk) : IClassFixture<DeskOfRoles>, IAsyncLifetime
{
    private readonly ApiDriver _api = desk.As("editor");

    public async Task InitializeAsync()
    {
        if ((await _api.GetAsync("/fields")).Items.Count > 0)
        {
            return;
        }

        var choices = new[] { "Health", "Public money" };
        foreach (var type in (string[])["text", "number", "date", "url", "bool", "choice", "choices"])
        {
            await _api.GivenAsync(
                "/fields", new { on = "claim", name = $"the_{type}", type, choices = type.StartsWith('c') ? choices : null });
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_value_of_each_type_comes_back_and_finds_the_claim()
    {
        const string Fields = """
            {"the_text":"Größe 1","the_number":-0.5,"the_date":"2026-01-31","the_url":"https://example.org/A","the_bool":false,
             "the_choice":"Health","the_choices":["Public money","Health"]}
            """;
        var answer = await _api.SendTextAsync(HttpMethod.Post, "/claims", $$"""{"text":"Of each type.","fields":{{Fields}}}""");

        Assert.Equal(HttpStatusCode.Created, answer.Status);
        var read = (await _api.GetAsync($"/claims/{answer.Id}")).Json["fields"]!;
        Assert.Equal(JsonNode.Parse(Fields)!.ToJsonString(), read.ToJsonString());
        foreach (var asked in (string[])
        [
            "the_text=GRÖßE%201&fields.the_number=-0.50", "the_number=-5e-1", "the_date=2026-01-31", "the_url=https://example.org/A",
            "the_bool=false", "the_choice=health", "the_choices=Public%20money",
            "the_choices=health&fields.the_bool=false",
        ])
        {
            Assert.Contains(answer.Id, (await _api.GetAsync($"/claims?fields.{asked}")).Ids());
        }

        Assert.DoesNotContain(answer.Id, (await _api.GetAsync("/claims?fields.the_choices=Health&fields.the_bool=true")).Ids());
        Assert.DoesNotContain(answer.Id, (await _api.GetAsync("/claims?fields.the_text=Größe")).Ids());
    }

    [Theory]
    [InlineData("""{"the_text":" "}""", "fields.the_text")]
    [InlineData("""{"the_text":1}""", "fields.the_text")]
    [InlineData("""{"the_text":"LONG"}""", "fields.the_text")]
    [InlineData("""{"the_text":"a\u0000"}""", "fields.the_text")]
    [InlineData("""{"the_number":"1"}""", "fields.the_number")]
    [InlineData("""{"the_number":1e999}""", "fields.the_number")]
    [InlineData("""{"the_date":"31.1.2026"}""", "fields.the_date")]
    [InlineData("""{"the_url":"example.org"}""", "fields.the_url")]
    [InlineData("""{"the_bool":"true"}""", "fields.the_bool")]
    [InlineData("""{"the_choice":"health"}""", "fields.the_choice")]
    [InlineData("""{"the_choices":"Health"}""", "fields.the_choices")]
    [InlineData("""{"the_choices":["Health","Health"]}""", "fields.the_choices")]
    [InlineData("""{"the_choices":[1]}""", "fields.the_choices")]
    [InlineData("""{"the_choice":{}}""", "fields.the_choice")]
    [InlineData("""{"The_text":"a"}""", "fields.The_text")]
    [InlineData("""{"the_text":"a","the_text":"b"}""", "fields.the_text")]
    [InlineData("[]", "fields")]
    public async Task A_value_of_another_form_is_refused_by_the_name_of_its_field(string fields, string path)
    {
        var body = $$"""{"text":"Wrong.","fields":{{fields}}}""";
        var answer = await _api.SendTextAsync(
            HttpMethod.Post, "/claims", body.Replace("LONG", new string('x', Limits.Text + 1), StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.True(answer.Error(path) is not null, answer.Text);
    }

    [Theory]
    [InlineData("fields.nothing=1", "fields.nothing")]
    [InlineData("fields.the_number=one", "fields.the_number")]
    [InlineData("fields.the_choice=Sport", "fields.the_choice")]
    [InlineData("fields.the_bool=yes", "fields.the_bool")]
    [InlineData("fields.=1", "fields.")]
    [InlineData("fields.the_text=a&fields.the_text=b", "fields.the_text")]
    public async Task A_filter_by_a_field_is_checked_by_its_type(string query, string path)
    {
        var answer = await _api.GetAsync($"/claims?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.True(answer.Error(path) is not null, answer.Text);
        Assert.Equal(HttpStatusCode.BadRequest, (await _api.PostAsync("/lists", new { name = "Wrong", query })).Status);
    }

    [Fact]
    public async Task A_patch_sets_what_it_names_and_null_removes()
    {
        var claim = await _api.GivenAsync("/claims", new { text = "Patched.", fields = new { the_text = "a", the_bool = true } });

        var edited = await _api.PatchAsync($"/claims/{claim}", new { fields = new { the_text = (string?)null, the_number = 3 } });
        var other = await _api.PatchAsync($"/claims/{claim}", new { headline = "Else" });

        Wire.Same(new { the_number = 3, the_bool = true }, edited.Json["fields"]);
        Wire.Same(new { the_number = 3, the_bool = true }, other.Json["fields"]);
        Assert.Equal("{}", (await _api.PatchAsync($"/claims/{claim}", new { fields = (object?)null })).Json["fields"]!.ToJsonString());
    }

    [Fact]
    public async Task A_live_list_finds_claims_by_a_field()
    {
        var list = await _api.GivenAsync("/lists", new { name = "By a date", query = "fields.the_date=1999-12-31&tag=dated" });
        var claim = await _api.GivenAsync(
            "/claims", new { text = "Dated.", tags = new[] { "dated" }, fields = new { the_date = "1999-12-31" } });

        Assert.Equal([claim], (await _api.GetAsync($"/lists/{list}/claims")).Ids("claimId"));
        Assert.Equal([claim], (await _api.GetAsync($"/claims?list={list}&fields.the_date=1999-12-31")).Ids());
        Assert.Equal("1999-12-31", (string)(await _api.GetAsync($"/lists/{list}")).Json["query"]!["fields.the_date"]!);
    }

    [Fact]
    public async Task Exports_have_a_column_for_each_field_behind_all_others_for_the_desk_only()
    {
        var claim = await _api.GivenAsync("/claims", new
        {
            text = "Exported.",
            tags = new[] { "exported" },
            fields = new { the_choices = new[] { "Health", "Public money" }, the_number = 1.5, the_bool = true },
        });
        await _api.GivenPublishedAsync(claim, "True");

        var rows = CsvReader.Read((await _api.GetAsync("/exports/verdicts.csv?tag=exported")).Text);
        var line = JsonNode.Parse((await _api.GetAsync("/exports/verdicts.jsonl?tag=exported")).Text)!;
        string[] columns =
        [
            "field_the_text", "field_the_number", "field_the_date", "field_the_url", "field_the_bool", "field_the_choice",
            "field_the_choices",
        ];

        Assert.Equal(columns, rows[0].TakeLast(7), StringComparer.Ordinal);
        Assert.Equal(["", "1.5", "", "", "true", "", "Health; Public money"], rows[1].TakeLast(7), StringComparer.Ordinal);
        Assert.Equal((1.5, true), ((double)line["field_the_number"]!, (bool)line["field_the_bool"]!));
        Assert.DoesNotContain(
            "field_", (await desk.As("public").GetAsync("/exports/verdicts.csv?tag=exported")).Text, StringComparison.Ordinal);
    }
}

public sealed class RequiredFieldTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task A_required_field_is_asked_for_in_new_claims_and_of_no_other()
    {
        var (_, sentences) = await _api.GivenArticleAsync("The bridge is long 1. The bridge is old 2.");
        var before = await _api.GivenClaimAsync("It was there before.");
        await _api.GivenAsync("/fields", new { on = "claim", name = "topic", type = "text", required = true });

        Assert.NotNull((await _api.PostAsync("/claims", new { text = "New." })).Error("fields.topic"));
        Assert.NotNull((await _api.PostAsync($"/sentences/{sentences[0]}/claims", new { text = "New." })).Error("fields.topic"));
        var claim = await _api.GivenAsync("/claims", new { text = "New.", fields = new { topic = "Bridges" } });
        Assert.NotNull((await _api.PatchAsync($"/claims/{claim}", new { fields = new { topic = (string?)null } })).Error("fields.topic"));
        Assert.Equal(HttpStatusCode.OK, (await _api.PatchAsync($"/claims/{before}", new { headline = "As it was" })).Status);
        var evidence = new { source = new { url = "https://example.org/a" }, excerpt = "It is.", stance = "supports" };
        Assert.Equal(HttpStatusCode.Created, (await _api.PostAsync($"/sentences/{sentences[1]}/evidence", evidence)).Status);
    }
}
