using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Lists;

public sealed class PutClaimOnListTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task A_claim_comes_last_until_it_is_put_elsewhere()
    {
        var list = await _api.GivenAsync("/lists", new { name = "In order" });
        var claims = new[] { await _api.GivenClaimAsync("A."), await _api.GivenClaimAsync("B."), await _api.GivenClaimAsync("C.") };
        foreach (var claim in claims)
        {
            Assert.Equal(HttpStatusCode.Created, (await _api.PutAsync($"/lists/{list}/claims/{claim}", new { })).Status);
        }

        var moved = await _api.PutAsync($"/lists/{list}/claims/{claims[2]}", new { position = 0, note = "First of all." });
        var events = (await host.EventsAsync()).Count;
        var again = await _api.PutAsync($"/lists/{list}/claims/{claims[2]}", new { });

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (moved.Status, again.Status));
        Wire.Same(new { listId = list, claimId = claims[2], position = 0, note = "First of all." }, again.Json);
        Assert.Equal(events, (await host.EventsAsync()).Count);
        Assert.Equal([claims[2], claims[0], claims[1]], (await _api.GetAsync($"/lists/{list}/claims")).Ids("claimId"));

        await _api.PutAsync($"/lists/{list}/claims/{claims[2]}", new { position = (int?)null });

        Assert.Equal([claims[0], claims[1], claims[2]], (await _api.GetAsync($"/lists/{list}/claims")).Ids("claimId"));
        Assert.Equal(
            ["list.created", "list.claim_added", "list.claim_added", "list.claim_added", "list.claim_edited", "list.claim_edited"],
            await host.KindsAsync($"list/{list}"));
    }

    [Fact]
    public async Task What_happens_to_its_places_stands_in_the_history_of_a_claim()
    {
        var list = await _api.GivenAsync("/lists", new { name = "Remembered" });
        var claim = await _api.GivenClaimAsync("It came and went.");
        await _api.PutAsync($"/lists/{list}/claims/{claim}", new { });

        Assert.Equal(HttpStatusCode.NoContent, (await _api.DeleteAsync($"/lists/{list}/claims/{claim}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _api.DeleteAsync($"/lists/{list}/claims/{claim}")).Status);

        Assert.Equal(
            ["claim.created", "list.claim_added", "list.claim_removed"],
            (await _api.GetAsync($"/claims/{claim}/history")).Items.Texts("kind"));
    }

    [Fact]
    public async Task Nothing_is_put_on_a_live_list_and_nothing_that_does_not_exist()
    {
        var live = await _api.GivenAsync("/lists", new { name = "Nobody fills it", query = "tag=a" });
        var claim = await _api.GivenClaimAsync();

        var refused = await _api.PutAsync($"/lists/{live}/claims/{claim}", new { });

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("live", (string)refused.Json["detail"]!, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _api.PutAsync($"/lists/{live}/claims/999999", new { })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _api.PutAsync($"/lists/999999/claims/{claim}", new { })).Status);
    }

    [Theory]
    [InlineData("""{"position":-1}""", "position")]
    [InlineData("""{"position":1000001}""", "position")]
    [InlineData("""{"note":""}""", "note")]
    [InlineData("""{"notes":"A"}""", "notes")]
    public async Task An_error_in_a_place_names_its_field(string body, string field)
    {
        var list = await _api.GivenAsync("/lists", new { name = $"Wrong {body}" });

        var answer = await _api.SendTextAsync(HttpMethod.Put, $"/lists/{list}/claims/{await _api.GivenClaimAsync()}", body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotNull(answer.Error(field));
    }

    [Fact]
    public async Task A_deleted_claim_is_taken_off_its_lists()
    {
        var list = await _api.GivenAsync("/lists", new { name = "Of what goes" });
        var claim = await _api.GivenClaimAsync("It goes.");
        await _api.PutAsync($"/lists/{list}/claims/{claim}", new { });

        Assert.Equal(HttpStatusCode.NoContent, (await _api.DeleteAsync($"/claims/{claim}")).Status);

        Assert.Empty((await _api.GetAsync($"/lists/{list}/claims")).Items);
    }
}

public sealed class FullListTests(ApiHost host) : IClassFixture<ApiHost>
{
    private const string ClaimsSql = """
        with recursive n (i) as (select 1 union all select i + 1 from n where i < @Many)
        insert into claims (
            text, text_key, attribution, appearances, created_by, created_at, updated_at, status, evidence_count, disputed)
        select 'Claim ' || i, 'claim ' || i, '[]', '[]', 'test', @Now, @Now, 'open', 0, false from n
        """;

    private const string FillSql = """
        insert into list_claims (list_id, claim_id, position, created_at) select 1, id, @Last, @Now from claims
        """;

    [Fact]
    public async Task A_list_has_5000_claims_at_most()
    {
        await host.Api.GivenAsync("/lists", new { name = "Full" });
        await host.WritePastTheHistoryAsync(ClaimsSql, new { Many = Limits.ClaimsOfList - 1, Now = host.Time.GetUtcNow() });
        await host.WritePastTheHistoryAsync(FillSql, new { Last = Limits.Position, Now = host.Time.GetUtcNow() });

        var last = await host.Api.PutAsync($"/lists/1/claims/{await host.Api.GivenClaimAsync()}", new { });
        var more = await host.Api.PutAsync($"/lists/1/claims/{await host.Api.GivenClaimAsync()}", new { });

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Conflict), (last.Status, more.Status));
        Assert.Equal(Limits.Position, (int)last.Json["position"]!);
    }
}
