using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Claims;

public sealed class RelateClaimTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Theory]
    [InlineData("same", "same")]
    [InlineData("opposite", "opposite")]
    [InlineData("translation", "translation")]
    [InlineData("narrower", "broader")]
    [InlineData("broader", "narrower")]
    [InlineData("quotes", "quoted_by")]
    [InlineData("quoted_by", "quotes")]
    public async Task Both_claims_show_their_relation_each_from_its_side(string relation, string turned)
    {
        foreach (var fromTheOlder in (bool[])[true, false])
        {
            var (one, other) = (await _api.GivenClaimAsync("One."), await _api.GivenClaimAsync("Other."));
            var (claim, text, related, relatedText) = fromTheOlder ? (one, "One.", other, "Other.") : (other, "Other.", one, "One.");

            var answer = await _api.PutAsync($"/claims/{claim}/relations/{related}", new { relation, note = "By ear." });

            Assert.Equal((HttpStatusCode.Created, $"/api/v1/claims/{claim}"), (answer.Status, answer.Headers.Location!.ToString()));
            Wire.Same(new { claimId = related, text = relatedText, relation, note = "By ear." }, answer.Json);
            Wire.Same(
                new[] { new { claimId = related, text = relatedText, relation, note = "By ear." } },
                (await _api.GetAsync($"/claims/{claim}")).Json["relations"]);
            Wire.Same(
                new[] { new { claimId = claim, text, relation = turned, note = "By ear." } },
                (await _api.GetAsync($"/claims/{related}")).Json["relations"]);
        }
    }

    [Fact]
    public async Task The_relation_of_two_claims_stands_once_and_each_change_is_in_the_history_of_both()
    {
        var (one, other) = (await _api.GivenClaimAsync("A."), await _api.GivenClaimAsync("B."));

        var made = await _api.PutAsync($"/claims/{one}/relations/{other}", new { relation = "narrower" });
        var same = await _api.PutAsync($"/claims/{other}/relations/{one}", new { relation = "broader" });
        var changed = await _api.PutAsync($"/claims/{other}/relations/{one}", new { relation = "opposite", note = "Not." });
        var gone = await _api.DeleteAsync($"/claims/{one}/relations/{other}");
        var again = await _api.DeleteAsync($"/claims/{other}/relations/{one}");

        Assert.Equal(
            [HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.NoContent, HttpStatusCode.NotFound],
            new[] { made, same, changed, gone, again }.Select(static answer => answer.Status));
        Assert.Empty((await _api.GetAsync($"/claims/{one}")).Json["relations"]!.AsArray());
        foreach (var claim in (long[])[one, other])
        {
            Assert.Equal(
                ["claim.created", "claim.linked", "claim.relinked", "claim.unlinked"],
                (await _api.GetAsync($"/claims/{claim}/history")).Items.Texts("kind"));
        }
    }

    [Fact]
    public async Task A_list_shows_relations_and_a_deleted_claim_takes_its_own_along()
    {
        var tags = new[] { "related" };
        List<long> claims = [];
        for (var i = 0; i < 3; i++)
        {
            claims.Add(await _api.GivenAsync("/claims", new { text = $"Related {i}.", tags }));
        }

        await _api.PutAsync($"/claims/{claims[1]}/relations/{claims[0]}", new { relation = "same" });
        await _api.PutAsync($"/claims/{claims[1]}/relations/{claims[2]}", new { relation = "quotes" });

        Assert.Equal(
            [1, 2, 1],
            (await _api.GetAsync("/claims?tag=related&sort=id")).Items.Select(static claim => claim!["relations"]!.AsArray().Count));
        Assert.Equal(HttpStatusCode.NoContent, (await _api.DeleteAsync($"/claims/{claims[1]}")).Status);
        Assert.Equal(
            [0, 0],
            (await _api.GetAsync("/claims?tag=related&sort=id")).Items.Select(static claim => claim!["relations"]!.AsArray().Count));
    }

    [Fact]
    public async Task A_claim_has_100_relations_at_most()
    {
        var claim = await _api.GivenClaimAsync("Of all.");
        Answer? last = null;
        for (var i = 0; i < Limits.RelationsOfClaim; i++)
        {
            var other = await _api.GivenClaimAsync($"Number {i}.");
            last = await _api.PutAsync($"/claims/{other}/relations/{claim}", new { relation = "same" });
        }

        var more = await _api.PutAsync($"/claims/{claim}/relations/{await _api.GivenClaimAsync("One more.")}", new { relation = "same" });

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Conflict), (last!.Status, more.Status));
        Assert.Equal($"/api/v1/claims/{claim}", (string)more.Json["existing"]!);
    }

    [Theory]
    [InlineData("""{"relation":"same","note":"NOTE"}""", "note")]
    [InlineData("""{"relation":"like"}""", "relation")]
    [InlineData("""{"note":"A."}""", "relation")]
    [InlineData("""{"relation":"same","note":" "}""", "note")]
    [InlineData("""{"relation":"same","notes":"A."}""", "notes")]
    public async Task An_error_in_a_relation_names_its_field(string body, string field)
    {
        var (one, other) = (await _api.GivenClaimAsync(), await _api.GivenClaimAsync());

        var answer = await _api.SendTextAsync(
            HttpMethod.Put,
            $"/claims/{one}/relations/{other}",
            body.Replace("NOTE", new string('x', Limits.Text + 1), StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotNull(answer.Error(field));
    }

    [Fact]
    public async Task A_claim_has_no_relation_to_itself_or_to_what_does_not_exist()
    {
        var claim = await _api.GivenClaimAsync();

        Assert.NotNull((await _api.PutAsync($"/claims/{claim}/relations/{claim}", new { relation = "same" })).Error("otherId"));
        Assert.Equal(HttpStatusCode.NotFound, (await _api.PutAsync($"/claims/{claim}/relations/999999", new { relation = "same" })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _api.PutAsync($"/claims/999999/relations/{claim}", new { relation = "same" })).Status);
    }
}
