using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Claims;

public sealed class AssignClaimTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Fact]
    public async Task An_editor_assigns_a_claim_by_name_or_id_with_a_message()
    {
        await host.AsAsync("checker", "Ada Assigned");
        var second = await _api.GivenAsync("/users", new { name = "Bo Assigned", role = "admin", alsoEditor = true });
        var claim = await _api.GivenClaimAsync();

        var byName = await PutAsync(_api, claim, new { assignee = "ada ASSIGNED", message = "Please look at the register." });
        var byId = await PutAsync(_api, claim, new { assignee = second });
        var nobody = await PutAsync(_api, claim, new { assignee = (string?)null });

        Assert.Equal(("Ada Assigned", "assigned"), ((string)byName.Json["assignee"]!, (string)byName.Json["status"]!));
        Assert.Equal(("Bo Assigned", null), ((string)byId.Json["assignee"]!, (string?)nobody.Json["assignee"]));
        Assert.Equal("open", (string)nobody.Json["status"]!);
        var events = (await host.EventsAsync()).Where(e => e.Subject == $"claim/{claim}" && e.Kind == "claim.assigned").ToList();
        Assert.Equal(3, events.Count);
        Assert.Contains("Please look at the register.", events[0].Body, StringComparison.Ordinal);
        Assert.Contains("Ada Assigned", events[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_does_not_name_the_assignee_takes_the_claim_from_nobody()
    {
        await host.AsAsync("checker", "Ada Kept");
        var claim = await _api.GivenClaimAsync();
        await PutAsync(_api, claim, new { assignee = "Ada Kept" });

        var answer = await PutAsync(_api, claim, new { message = "Whose is it?" });

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("is required: the name or id of a checker or an editor, or null for nobody", answer.Error("assignee"));
        Assert.Equal("Ada Kept", (string?)(await _api.GetAsync($"/claims/{claim}")).Json["assignee"]);
    }

    [Fact]
    public async Task The_same_assignment_again_changes_nothing()
    {
        await host.AsAsync("checker", "Ada Again");
        var claim = await _api.GivenClaimAsync();
        var first = await PutAsync(_api, claim, new { assignee = "Ada Again" });

        var recorded = await host.RecordedByAsync(async () =>
            Assert.Equal(first.Text, (await PutAsync(_api, claim, new { assignee = "Ada Again" })).Text));

        Assert.Empty(recorded);
    }

    [Fact]
    public async Task A_checker_takes_a_free_claim_and_returns_one_of_their_own()
    {
        var (ada, bo) = (await host.AsAsync("checker", "Ada Takes"), await host.AsAsync("checker", "Bo Takes"));
        var claim = await _api.GivenClaimAsync();

        Assert.Equal(HttpStatusCode.Forbidden, (await PutAsync(ada, claim, new { assignee = "Bo Takes" })).Status);
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(ada, claim, new { assignee = "Ada Takes" })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await PutAsync(bo, claim, new { assignee = "Bo Takes" })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await PutAsync(bo, claim, new { assignee = (string?)null })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await PutAsync(ada, claim, new { assignee = "Bo Takes" })).Status);
        Assert.Equal("Ada Takes", (string)(await _api.GetAsync($"/claims/{claim}")).Json["assignee"]!);
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(ada, claim, new { assignee = (string?)null })).Status);
    }

    [Fact]
    public async Task A_claim_is_assigned_only_to_a_present_checker_or_editor()
    {
        await host.AsAsync("reader", "Rita Reads");
        await _api.GivenAsync("/users", new { name = "Al Administers", role = "admin" });
        var gone = await _api.GivenAsync("/users", new { name = "Gus Gone", role = "checker" });
        await _api.SendAsync(new HttpRequestMessage(HttpMethod.Delete, $"/api/v1/users/{gone}"));
        var claim = await _api.GivenClaimAsync();

        foreach (object assignee in (object[])["Rita Reads", "Al Administers", "Gus Gone", gone, "Nobody", 999_999, 1.5])
        {
            var answer = await PutAsync(_api, claim, new { assignee });

            Assert.Contains("checker or an editor", answer.Error("assignee"), StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await PutAsync(_api, 999_999, new { assignee = (string?)null })).Status);
    }

    [Fact]
    public async Task If_Match_is_honoured_if_it_is_sent()
    {
        await host.AsAsync("checker", "Ada Matches");
        var claim = await _api.GivenClaimAsync();
        var request = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/claims/{claim}/assignee")
        {
            Content = new StringContent("""{"assignee":"Ada Matches"}""", System.Text.Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("If-Match", "\"late\"");

        Assert.Equal(HttpStatusCode.PreconditionFailed, (await _api.SendAsync(request)).Status);
    }

    private static Task<Answer> PutAsync(ApiDriver who, long claim, object body) => who.PutAsync($"/claims/{claim}/assignee", body);
}
