using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Lists;

public sealed class EditListTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task A_patch_changes_what_it_names_down_to_a_filter()
    {
        var list = await _api.GivenAsync("/lists", new { name = "Patched", note = "Old.", query = "tag=a&status=open" });

        var edited = await _api.PatchAsync(
            $"/lists/{list}", new { note = (string?)null, query = new { tag = "b", status = (string?)null } });

        Assert.Equal(HttpStatusCode.OK, edited.Status);
        Assert.Null(edited.Json["note"]);
        Wire.Same(new { tag = "b" }, edited.Json["query"]);
        Assert.Equal("Patched", (string)edited.Json["name"]!);
        Assert.Equal(["list.created", "list.edited"], await host.KindsAsync($"list/{list}"));
    }

    [Fact]
    public async Task A_list_keeps_its_kind_and_takes_no_name_of_another()
    {
        var live = await _api.GivenAsync("/lists", new { name = "Live", query = "tag=a" });
        var filled = await _api.GivenAsync("/lists", new { name = "Filled" });

        Assert.Equal(HttpStatusCode.Conflict, (await _api.PatchAsync($"/lists/{live}", new { query = (string?)null })).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await _api.PatchAsync($"/lists/{filled}", new { query = "tag=a" })).Status);
        var taken = await _api.PatchAsync($"/lists/{filled}", new { name = "LIVE" });
        Assert.Equal((HttpStatusCode.Conflict, $"/api/v1/lists/{live}"), (taken.Status, (string)taken.Json["existing"]!));
        Assert.Equal(HttpStatusCode.OK, (await _api.PatchAsync($"/lists/{filled}", new { name = "FILLED" })).Status);
    }

    [Fact]
    public async Task Only_an_editor_makes_changes_fills_and_deletes_a_public_list()
    {
        var checker = await host.AsAsync("checker", "Checker of lists");
        var own = await checker.GivenAsync("/lists", new { name = "A checker's own" });
        var shown = await _api.GivenAsync("/lists", new { name = "Shown", @public = true });
        var claim = await _api.GivenClaimAsync();
        await _api.PutAsync($"/lists/{shown}/claims/{claim}", new { });

        Answer[] refused =
        [
            await checker.PostAsync("/lists", new { name = "To be shown", @public = true }),
            await checker.PatchAsync($"/lists/{own}", new { @public = true }),
            await checker.PatchAsync($"/lists/{shown}", new { @public = false }),
            await checker.PutAsync($"/lists/{shown}/claims/{claim}", new { note = "Mine." }),
            await checker.DeleteAsync($"/lists/{shown}/claims/{claim}"),
            await checker.DeleteAsync($"/lists/{shown}"),
        ];

        Assert.All(refused, static answer => Assert.Equal(HttpStatusCode.Forbidden, answer.Status));
        Assert.Equal(HttpStatusCode.OK, (await checker.PatchAsync($"/lists/{own}", new { note = "Still mine." })).Status);
    }

    [Fact]
    public async Task A_deleted_list_is_gone_and_its_claims_stay()
    {
        var list = await _api.GivenAsync("/lists", new { name = "To be deleted" });
        var claim = await _api.GivenClaimAsync("It outlives its list.");
        await _api.PutAsync($"/lists/{list}/claims/{claim}", new { });

        Assert.Equal(HttpStatusCode.PreconditionFailed, (await _api.DeleteAsync($"/lists/{list}", "\"late\"")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await _api.DeleteAsync($"/lists/{list}")).Status);

        Assert.Equal(HttpStatusCode.NotFound, (await _api.GetAsync($"/lists/{list}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await _api.GetAsync($"/claims/{claim}")).Status);
        Assert.Equal(["list.created", "list.claim_added", "list.deleted"], await host.KindsAsync($"list/{list}"));
    }
}
