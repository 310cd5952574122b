using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Lists;

public sealed class CreateListTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task Every_member_that_is_sent_comes_back()
    {
        var answer = await _api.PostAsync("/lists", new { name = "The debate", @public = true, note = "Of 10 September." });

        Assert.Equal((HttpStatusCode.Created, $"/api/v1/lists/{answer.Id}"), (answer.Status, answer.Headers.Location!.ToString()));
        Wire.Same(
            new
            {
                id = answer.Id,
                name = "The debate",
                @public = true,
                live = false,
                note = "Of 10 September.",
                query = (string?)null,
                createdAt = "2026-03-03T12:00:00Z",
                updatedAt = "2026-03-03T12:00:00Z",
            },
            (await _api.GetAsync($"/lists/{answer.Id}")).Json);
        Assert.Equal(["list.created"], await host.KindsAsync($"list/{answer.Id}"));
    }

    [Fact]
    public async Task The_same_list_again_is_the_one_there_is_and_another_of_its_name_is_refused()
    {
        var first = await _api.PostAsync("/lists", new { name = "Größe", query = "tag=a&status=open" });
        var same = await _api.PostAsync("/lists", new { name = "Größe", @public = false, query = new { status = "open", tag = "a" } });
        var other = await _api.PostAsync("/lists", new { name = " GRÖßE ", query = "tag=a&status=open" });

        Assert.Equal((HttpStatusCode.OK, first.Id, first.ETag), (same.Status, same.Id, same.ETag));
        Assert.Equal((HttpStatusCode.Conflict, $"/api/v1/lists/{first.Id}"), (other.Status, (string)other.Json["existing"]!));
    }

    [Theory]
    [InlineData("""{"tag":"a","articleId":3,"status":"open","from":"2026-01-31","rating":4,"q":null}""")]
    [InlineData("\"tag=a&articleId=3&status=open&from=2026-01-31&rating=4\"")]
    [InlineData("\"?rating=4&from=2026-01-31&status=open&articleId=3&tag=a\"")]
    public async Task A_query_is_an_object_of_filters_or_their_query_string(string query)
    {
        var answer = await _api.SendTextAsync(HttpMethod.Post, "/lists", $$"""{"name":"Live {{query.Length}}","query":{{query}}}""");

        Assert.Equal(HttpStatusCode.Created, answer.Status);
        Wire.Same(
            new { status = "open", tag = "a", articleId = 3, rating = "4", from = "2026-01-31" },
            (await _api.GetAsync($"/lists/{answer.Id}")).Json["query"]);
    }

    [Theory]
    [InlineData("""{"status":"done"}""", "query.status")]
    [InlineData("""{"tags":"a"}""", "query.tags")]
    [InlineData("""{"list":1}""", "query.list")]
    [InlineData("\"sort=-id\"", "query.sort")]
    [InlineData("\"articleId=0\"", "query.articleId")]
    [InlineData("""{"from":"1.1.2026"}""", "query.from")]
    [InlineData("""{"language":"not a tag"}""", "query.language")]
    [InlineData("""{"tag":" "}""", "query.tag")]
    [InlineData("""{"assignee":"Nobody Atall"}""", "query.assignee")]
    [InlineData("""{"tag":[["a"]]}""", "query")]
    [InlineData("""{"tag":[null]}""", "query")]
    [InlineData("{}", "query")]
    [InlineData("\"\"", "query")]
    [InlineData("3", "query")]
    [InlineData("""{"tag":"a\u0000"}""", "query")]
    [InlineData("\"tag=%00\"", "query.tag")]
    [InlineData("\"tag=%FF\"", "query")]
    [InlineData("\"tag=a&tag=b\"", "query")]
    public async Task A_query_is_checked_as_that_of_claims(string query, string field)
    {
        var answer = await _api.SendTextAsync(HttpMethod.Post, "/lists", $$"""{"name":"Wrong","query":{{query}}}""");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.True(answer.Error(field) is not null, answer.Text);
    }

    [Theory]
    [InlineData("""{}""", "name")]
    [InlineData("""{"name":"A","note":" "}""", "note")]
    [InlineData("""{"name":"A","public":"yes"}""", "public")]
    public async Task An_error_in_a_list_names_its_field(string body, string field)
    {
        var answer = await _api.SendTextAsync(HttpMethod.Post, "/lists", body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotNull(answer.Error(field));
    }
}

public sealed class ManyListsTests(ApiHost host) : IClassFixture<ApiHost>
{
    private const string FillSql = """
        with recursive n (i) as (select 1 union all select i + 1 from n where i < @Many)
        insert into lists (name, name_key, created_by, created_at, updated_at)
        select 'List ' || i, 'list ' || i, 'test', @Now, @Now from n
        """;

    [Fact]
    public async Task A_desk_has_a_thousand_lists_at_most()
    {
        await host.WritePastTheHistoryAsync(FillSql, new { Many = Limits.Lists - 1, Now = host.Time.GetUtcNow() });

        Assert.Equal(HttpStatusCode.Created, (await host.Api.PostAsync("/lists", new { name = "The last" })).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await host.Api.PostAsync("/lists", new { name = "One more" })).Status);
    }
}
