using System.Net;
using ClaimTracker.Api.Tests.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Api.Tests.Web.Replies;

public sealed class ETagsTests(SeededHost seeded) : IClassFixture<SeededHost>
{
    private readonly ApiHost _host = seeded.Host;

    public static TheoryData<string> Resources => EndpointTypes.Names(static type =>
        !EndpointTypes.Unseeded.Contains(type.Name, StringComparer.Ordinal) && type.Name.StartsWith("Get", StringComparison.Ordinal));

    public static TheoryData<string> Lists =>
        EndpointTypes.Names(static type => !EndpointTypes.Unseeded.Contains(type.Name, StringComparer.Ordinal)
            && typeof(IPaged).IsAssignableFrom(EndpointTypes.RequestOf(type)));

    [Theory]
    [MemberData(nameof(Resources))]
    [MemberData(nameof(Lists))]
    public async Task Every_resource_and_every_list_has_a_strong_tag_and_is_not_sent_again_to_who_has_it(string endpoint)
    {
        var address = _host.Route(endpoint).Address();
        var first = await AskAsync(address, ifNoneMatch: null);
        Assert.Matches("^\"[0-9a-f]{32}\"$", first.ETag);

        foreach (var header in (string[])[first.ETag, $"\"other\", {first.ETag}", "*"])
        {
            var again = await AskAsync(address, header);
            Assert.Equal((HttpStatusCode.NotModified, "", first.ETag), (again.Status, again.Text, again.ETag));
        }

        Assert.Equal(HttpStatusCode.OK, (await AskAsync(address, "\"other\"")).Status);
    }

    [Fact]
    public async Task A_weak_tag_that_a_proxy_made_of_ours_counts_for_reading()
    {
        var first = await AskAsync("/api/v1/claims/1", ifNoneMatch: null);

        Assert.Equal(HttpStatusCode.NotModified, (await AskAsync("/api/v1/claims/1", "W/" + first.ETag)).Status);
    }

    [Theory]
    [InlineData("W/\"{0}\"")]
    [InlineData("\"{0}-gzip\"")]
    [InlineData("W/\"{0}-gzip\"")]
    public async Task A_tag_that_a_proxy_changed_edits_where_it_names_ours(string form)
    {
        var path = $"/claims/{await _host.Api.GivenClaimAsync()}";
        var tag = (await _host.Api.GetAsync(path)).ETag!;
        var changed = form.Replace("{0}", tag.Trim('"'), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, (await _host.Api.PatchAsync(path, new { location = "Here" }, changed)).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await _host.Api.PatchAsync(path, new { location = "x" }, changed)).Status);
    }

    [Fact]
    public async Task An_edit_changes_the_tag_and_the_old_one_does_not_edit()
    {
        var before = (await _host.Api.GetAsync("/claims/2")).ETag;
        var edited = await _host.Api.PatchAsync("/claims/2", new { headline = "The ferry" }, before);

        Assert.Equal(HttpStatusCode.OK, edited.Status);
        Assert.NotEqual(before, edited.ETag, StringComparer.Ordinal);
        Assert.Equal(edited.ETag, (await _host.Api.GetAsync("/claims/2")).ETag);
        Assert.Equal(
            HttpStatusCode.PreconditionFailed, (await _host.Api.PatchAsync("/claims/2", new { headline = "Lost" }, before)).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await _host.Api.DeleteAsync("/claims/2", before)).Status);
        Assert.Equal("The ferry", (string?)(await _host.Api.GetAsync("/claims/2")).Json["headline"]);
    }

    [Fact]
    public async Task An_edit_that_does_not_say_what_it_was_made_on_is_refused_on_every_route_but_those_that_need_not_say()
    {
        string[] exempt =
        [
            "AssignClaim", "LinkEvidence", "LinkSentence", "UnlinkEvidence", "UnlinkSentence", "PutClaimOnList", "MarkInboxRead",
            "TakeClaimOffList", "RelateClaim", "UnrelateClaim", "DecideMatch", // Links between resources have no ETag.
            "TriageSentences", "WithdrawSubmission", // Many resources have no one ETag, and a move need not say.
            "RemoveUser", "RevokeKey", // Shutting somebody out waits for no fresh copy.
        ];
        var edits = _host.Routes
            .Where(route =>
                (route.Method == HttpMethod.Put || route.Method == HttpMethod.Patch || route.Method == HttpMethod.Delete
                        || route.OperationId.StartsWith("Erase", StringComparison.Ordinal))
                    && !exempt.Contains(route.OperationId, StringComparer.Ordinal))
            .ToList();

        Assert.InRange(edits.Count, 10, 100);
        foreach (var route in edits)
        {
            var request = Refusals.Request(
                route.Method, route.Address(), GoodBodies.Of(EndpointTypes.All.Single(type => type.Name == route.OperationId)));
            request.Headers.Remove("If-Match");
            await _host.RefusesAsync(request, HttpStatusCode.PreconditionRequired);
        }
    }

    [Theory]
    [InlineData("0123456789abcdef")]
    [InlineData("\"open")]
    [InlineData("\"a\" \"b\"")]
    [InlineData("W/a")]
    [InlineData("*, \"a\" x")]
    public async Task An_If_Match_that_is_no_list_of_tags_is_refused_by_name(string header)
    {
        foreach (var method in (HttpMethod[])[HttpMethod.Patch, HttpMethod.Delete])
        {
            var request = Refusals.Request(method, "/api/v1/claims/1", method == HttpMethod.Patch ? "{}" : null);
            request.Headers.Remove("If-Match");
            request.Headers.TryAddWithoutValidation("If-Match", header);
            var answer = await _host.RefusesAsync(request, HttpStatusCode.BadRequest, "If-Match");
            Assert.StartsWith("must be an ETag in quotes", answer.Error("If-Match"), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("\"other\"")]
    [InlineData("\"other\", \"another\"")]
    public async Task A_tag_of_another_state_is_stale_and_the_refusal_says_where_the_right_one_is(string header)
    {
        var stale = await _host.Api.PatchAsync("/claims/1", new { }, header);

        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.Status);
        Assert.Contains("Nothing was written", (string)stale.Json["detail"]!, StringComparison.Ordinal);
        Assert.Equal("/api/v1/claims/1", (string)stale.Json["existing"]!);
        Assert.Equal((await _host.Api.GetAsync("/claims/1")).ETag, stale.ETag);
    }

    [Fact]
    public async Task The_tag_of_a_block_and_of_a_move_is_that_of_the_text_and_of_the_verdict()
    {
        var block = await _host.Api.PatchAsync("/articles/1/blocks/0", new { type = "quote" }, "\"other\"");
        Assert.Equal("/api/v1/articles/1/text", (string)block.Json["existing"]!);
        Assert.Equal((await _host.Api.GetAsync("/articles/1/text")).ETag, block.ETag);

        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/verdicts/1/retract")
        {
            Content = new StringContent("""{"reason":"It was wrong."}""", System.Text.Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("If-Match", "\"other\"");
        var move = await _host.Api.SendAsync(request);
        Assert.Equal("/api/v1/verdicts/1", (string)move.Json["existing"]!);
        Assert.Equal((await _host.Api.GetAsync("/verdicts/1")).ETag, move.ETag);
    }

    private Task<Answer> AskAsync(string address, string? ifNoneMatch)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (ifNoneMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", ifNoneMatch);
        }

        return _host.Api.SendAsync(request);
    }
}
