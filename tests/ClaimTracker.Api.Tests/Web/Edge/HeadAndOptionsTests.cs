using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Web.Edge;

public sealed class HeadAndOptionsTests(SeededHost seeded) : IClassFixture<SeededHost>
{
    private readonly ApiHost _host = seeded.Host;

    public static TheoryData<string> Gets => EndpointTypes.Names(static type =>
        !EndpointTypes.Unseeded.Contains(type.Name, StringComparer.Ordinal)
        && (type.Name.StartsWith("Get", StringComparison.Ordinal) || type.Name.StartsWith("List", StringComparison.Ordinal)));

    public static TheoryData<string> Routes => EndpointTypes.Names(static _ => true);

    [Theory]
    [MemberData(nameof(Gets))]
    public async Task HEAD_answers_as_GET_without_the_body(string endpoint)
    {
        var address = _host.Route(endpoint).Address();
        var get = await _host.Api.SendAsync(new HttpRequestMessage(HttpMethod.Get, address));

        var head = await _host.Api.SendAsync(new HttpRequestMessage(HttpMethod.Head, address));

        Assert.Equal((HttpStatusCode.OK, ""), (head.Status, head.Text));
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Equal(get.ContentHeaders.ContentType, head.ContentHeaders.ContentType);
        Assert.Equal(get.ContentHeaders.ContentLength, head.ContentHeaders.ContentLength);
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task OPTIONS_lists_the_methods_and_another_method_is_refused_with_the_same_list(string endpoint)
    {
        var route = _host.Route(endpoint);

        var options = await _host.Api.SendAsync(new HttpRequestMessage(HttpMethod.Options, route.Address()));
        var trace = await _host.RefusesAsync(
            new HttpRequestMessage(HttpMethod.Parse("PROPFIND"), route.Address()), HttpStatusCode.MethodNotAllowed);

        Assert.Equal((HttpStatusCode.NoContent, ""), (options.Status, options.Text));
        Assert.Contains(route.Method.Method, options.ContentHeaders.Allow, StringComparer.Ordinal);
        Assert.Contains("OPTIONS", options.ContentHeaders.Allow, StringComparer.Ordinal);
        Assert.Equal(
            options.ContentHeaders.Allow.Contains("GET", StringComparer.Ordinal),
            options.ContentHeaders.Allow.Contains("HEAD", StringComparer.Ordinal));
        Assert.Equal(options.ContentHeaders.Allow, trace.ContentHeaders.Allow, StringComparer.Ordinal);
    }

    [Fact]
    public async Task HEAD_of_what_is_not_there_is_404_without_a_body()
    {
        var answer = await _host.Api.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/api/v1/claims/999"));

        Assert.Equal((HttpStatusCode.NotFound, ""), (answer.Status, answer.Text));
    }
}
