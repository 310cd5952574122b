using System.Net;
using ClaimTracker.Api.Tests.Hosting;
using static ClaimTracker.Api.Tests.Hosting.Refusals;

namespace ClaimTracker.Api.Tests.BadInput;

/// <summary>What every list refuses.</summary>
public sealed class BadListTests(SeededHost seeded) : IClassFixture<SeededHost>
{
    private readonly ApiHost _host = seeded.Host;

    public static TheoryData<string> Lists =>
        EndpointTypes.Names(static type => typeof(IPaged).IsAssignableFrom(EndpointTypes.RequestOf(type)));

    public static TheoryData<string> SortedLists => EndpointTypes.Names(static type => type.Shape().Query.ContainsKey("sort"));

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_limit_outside_1_to_500_is_refused_by_name(string endpoint)
    {
        foreach (var limit in (string[])["0", "501", "-1", "1.5", "2147483648", ""])
        {
            await RefusesAsync(endpoint, $"limit={limit}", "limit");
        }

        await RefusesAsync(endpoint, "limit=1&limit=1", "limit");
    }

    [Theory]
    [MemberData(nameof(SortedLists))]
    public async Task An_unknown_sort_is_refused_with_those_that_are_known(string endpoint)
    {
        foreach (var sort in (string[])["wrong", "ID", "id,-id", "id;drop", "--id", "%2Bid"])
        {
            var answer = await RefusesAsync(endpoint, $"sort={sort}", "sort");
            Assert.Matches("^must be one of (-id, id|-seq, seq)", answer.Error("sort"));
        }
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_cursor_that_was_made_up_is_refused(string endpoint)
    {
        foreach (var cursor in (string[])
        [
            "abc", "AAAA", "0", "%E2%82%AC", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", new string('A', 1_001), "=", "null",
        ])
        {
            await RefusesAsync(endpoint, $"cursor={cursor}", "cursor");
        }
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_cursor_of_another_list_is_refused(string endpoint)
    {
        var claims = (string)(await _host.Api.GetAsync("/claims?limit=1&sort=priority")).Json["next"]!;

        await RefusesAsync(endpoint, $"cursor={claims}", "cursor");
    }

    [Fact]
    public async Task A_cursor_that_was_changed_in_any_place_is_refused()
    {
        var cursor = (string)(await _host.Api.GetAsync("/claims?limit=1")).Json["next"]!;
        for (var i = 0; i < cursor.Length; i++)
        {
            var changed = cursor[..i] + (cursor[i] == 'A' ? 'B' : 'A') + cursor[(i + 1)..];
            await RefusesAsync("ListClaims", $"cursor={changed}", "cursor");
        }

        Assert.Equal(HttpStatusCode.OK, (await _host.Api.GetAsync($"/claims?limit=1&cursor={cursor}")).Status);
    }

    [Fact]
    public void Every_list_is_a_row()
    {
        Assert.InRange(Lists.Count, 8, 100);
        Assert.InRange(SortedLists.Count, 4, 100);
    }

    private Task<Answer> RefusesAsync(string endpoint, string query, string field) =>
        _host.RefusesAsync(Request(HttpMethod.Get, $"{_host.Route(endpoint).Address()}?{query}"), HttpStatusCode.BadRequest, field);
}
