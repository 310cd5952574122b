using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Web.OpenApi;

/// <summary>What the document says of the headers of an answer, beside what a good request gets.</summary>
public sealed class SentHeadersTests(SeededHost seeded) : IClassFixture<SeededHost>
{
    private static readonly string[] Documented =
        ["ETag", "Location", "Content-Disposition", "Claimtracker-Checkpoint", "Claimtracker-Formulas"];

    private static readonly string[] Order = ["GET", "POST", "PATCH", "PUT", "DELETE"];

    private readonly ApiHost _host = seeded.Host;

    [Fact]
    public async Task An_answer_has_the_headers_that_are_documented_and_no_others()
    {
        var document = (await _host.Api.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/openapi/v1.json"))).Json;
        List<string> wrong = [], refused = [];
        var answered = 0;
        foreach (var type in EndpointTypes.All.OrderBy(type => Array.IndexOf(Order, _host.Route(type.Name).Method.Method)))
        {
            var route = _host.Route(type.Name);
            var contentType = type.Shape().Patch is null ? "application/json" : "application/merge-patch+json";
            var answer = await _host.Api.SendAsync(
                Refusals.Request(route.Method, route.Address(), GoodBodies.Of(type), contentType));
            if ((int)answer.Status >= 300)
            {
                refused.Add($"{type.Name} {(int)answer.Status}");
                continue;
            }

            answered++;
            var response = document["paths"]![route.Path]![route.Method.Method.ToLowerInvariant()]!["responses"]![$"{(int)answer.Status}"];
            var promised = Documented.Where(name => response?["headers"]?[name] is not null);
            var sent = Documented.Where(name => Has(answer, name));
            if (response is null || !promised.SequenceEqual(sent, StringComparer.Ordinal))
            {
                wrong.Add($"{type.Name} {(int)answer.Status}: sent {string.Join(' ', sent)}, promised {string.Join(' ', promised)}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(answered > 50, $"{answered} answered; refused: {string.Join(", ", refused)}");
    }

    [Fact]
    public async Task A_service_that_cannot_and_a_disk_that_is_full_are_documented_where_they_can_come()
    {
        var document = (await _host.Api.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/openapi/v1.json"))).Json;

        Assert.All(_host.Routes, route =>
        {
            var responses = document["paths"]![route.Path]![route.Method.Method.ToLowerInvariant()]!["responses"]!;
            Assert.NotNull(responses["503"]);
            Assert.Equal(route.Writes, responses["507"] is not null);
        });
        Assert.Contains(_host.Routes, static route => route.Writes && route.Method == HttpMethod.Delete);
        Assert.NotNull(document["components"]!["responses"]!["Problem503"]!["headers"]!["Retry-After"]);
    }

    private static bool Has(Answer answer, string name) =>
        answer.Headers.Concat(answer.ContentHeaders).Any(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase));
}
