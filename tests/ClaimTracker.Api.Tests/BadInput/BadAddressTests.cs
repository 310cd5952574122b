using System.Net;
using ClaimTracker.Api.Tests.Hosting;
using static ClaimTracker.Api.Tests.Hosting.Refusals;

namespace ClaimTracker.Api.Tests.BadInput;

/// <summary>Ids and query parameters that are wrong, on every route.</summary>
public sealed class BadAddressTests(SeededHost seeded) : IClassFixture<SeededHost>
{
    private readonly ApiHost _host = seeded.Host;

    public static TheoryData<string> Routes => EndpointTypes.Names(static _ => true);

    public static TheoryData<string> RoutesWithId => EndpointTypes.Names(static type => type.Shape().Route.Count > 0);

    public static TheoryData<string, string> Parameters => Rows(static _ => true);

    public static TheoryData<string, string> TextParameters => Rows(static type => type == typeof(string));

    public static TheoryData<string, string> OtherParameters => Rows(static type => type != typeof(string));

    [Theory]
    [MemberData(nameof(RoutesWithId))]
    public async Task An_id_that_is_none_is_refused_by_name(string endpoint)
    {
        var route = _host.Route(endpoint);
        foreach (var id in (string[])
        [
            "0", "-1", "abc", "1.0", "1e3", "+1", "0x1", "%201", "9223372036854775808", "99999999999999999999999",
        ])
        {
            await RefusesAsync(endpoint, route.Address(id), HttpStatusCode.BadRequest, route.Shape.Route.Keys.First());
        }
    }

    [Theory]
    [MemberData(nameof(RoutesWithId))]
    public async Task An_id_that_does_not_exist_is_not_found(string endpoint)
    {
        foreach (var id in (string[])["999999", "9223372036854775807"])
        {
            var answer = await RefusesAsync(endpoint, _host.Route(endpoint).Address(id), HttpStatusCode.NotFound);
            Assert.Contains(id, (string)answer.Json["detail"]!, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("LinkSentence")]
    [InlineData("UnlinkSentence")]
    [InlineData("LinkEvidence")]
    [InlineData("UnlinkEvidence")]
    public async Task A_claim_that_does_not_exist_is_not_found(string endpoint)
    {
        var route = _host.Route(endpoint);
        var answer = await RefusesAsync(
            endpoint, route.Path.Replace("{id}", "1", StringComparison.Ordinal).Replace("{claimId}", "999999", StringComparison.Ordinal),
            HttpStatusCode.NotFound);

        Assert.Contains("999999", (string)answer.Json["detail"]!, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task An_unknown_query_key_is_refused_by_name(string endpoint)
    {
        var route = _host.Route(endpoint);
        foreach (var (query, key) in (IEnumerable<(string, string)>)
        [
            ("wrong=1", "wrong"), ("wrong", "wrong"), ("wrong=", "wrong"), ("%24filter=x", "$filter"), ("=1", "query"),
        ])
        {
            await RefusesAsync(endpoint, $"{route.Address()}?{query}", HttpStatusCode.BadRequest, key);
        }
    }

    [Theory]
    [MemberData(nameof(RoutesWithId))]
    public async Task A_route_parameter_is_no_query_key(string endpoint)
    {
        var route = _host.Route(endpoint);
        foreach (var name in route.Shape.Route.Keys)
        {
            await RefusesAsync(endpoint, $"{route.Address()}?{name}=2", HttpStatusCode.BadRequest, name);
            await RefusesAsync(endpoint, $"{route.Address()}?{char.ToUpperInvariant(name[0])}{name[1..]}=2", HttpStatusCode.BadRequest);
        }
    }

    [Theory]
    [MemberData(nameof(Parameters))]
    public async Task A_query_parameter_without_a_value_or_twice_is_refused_by_name(string endpoint, string name)
    {
        var (address, parameter) = (_host.Route(endpoint).Address(), _host.Route(endpoint).Shape.Query[name]);
        if (!parameter.IsDefined(typeof(MayBeEmptyAttribute), inherit: true))
        {
            await RefusesAsync(endpoint, $"{address}?{name}=", HttpStatusCode.BadRequest, name);
            await RefusesAsync(endpoint, $"{address}?{name}", HttpStatusCode.BadRequest, name);
        }

        await RefusesAsync(endpoint, $"{address}?{name}=1&{name}=1", HttpStatusCode.BadRequest, name);
    }

    [Theory]
    [MemberData(nameof(TextParameters))]
    public async Task A_text_in_the_query_that_no_text_can_hold_is_refused_by_name(string endpoint, string name)
    {
        foreach (var value in (string[])["a%00b", "a%FFb", "a%ED%A0%80b", "a%1Bb", "%20"])
        {
            await RefusesAsync(endpoint, $"{_host.Route(endpoint).Address()}?{name}={value}", HttpStatusCode.BadRequest, name);
        }
    }

    [Theory]
    [MemberData(nameof(OtherParameters))]
    public async Task A_value_of_another_type_in_the_query_is_refused_by_name(string endpoint, string name)
    {
        foreach (var value in (string[])["wrong", "-1", "1e400", "99999999999999999999", "2026-02-30", "%00"])
        {
            await RefusesAsync(endpoint, $"{_host.Route(endpoint).Address()}?{name}={value}", HttpStatusCode.BadRequest, name);
        }
    }

    [Fact]
    public async Task A_body_where_none_is_taken_is_refused()
    {
        await _host.RefusesAsync(
            Request(HttpMethod.Post, "/api/v1/verdicts/1/publish", """{"state":"published"}"""), HttpStatusCode.BadRequest);
        await _host.RefusesAsync(Request(HttpMethod.Delete, "/api/v1/claims/1", """{"id":2}"""), HttpStatusCode.BadRequest);
    }

    [Fact]
    public void Every_route_and_parameter_is_a_row()
    {
        Assert.InRange(Routes.Count, 34, 1000);
        Assert.InRange(RoutesWithId.Count, 22, 1000);
        Assert.InRange(TextParameters.Count, 30, 1000);
        Assert.InRange(OtherParameters.Count, 30, 1000);
    }

    private Task<Answer> RefusesAsync(string endpoint, string address, HttpStatusCode status, string? field = null) => _host.RefusesAsync(
        Request(_host.Route(endpoint).Method, address, GoodBodies.Of(EndpointTypes.All.Single(type => type.Name == endpoint))), status,
        field);

    private static TheoryData<string, string> Rows(Func<Type, bool> which)
    {
        var rows = new TheoryData<string, string>();
        foreach (var endpoint in EndpointTypes.All)
        {
            foreach (var (name, _) in endpoint.Shape().Query.Where(parameter =>
                which(RequestShape.ListedIn(parameter.Value.PropertyType) ?? parameter.Value.PropertyType)))
            {
                rows.Add(endpoint.Name, name);
            }
        }

        return rows;
    }
}
