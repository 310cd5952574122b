using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Tests.Features;
using ClaimTracker.Api.Tests.Hosting;
using Xunit.Abstractions;

namespace ClaimTracker.Api.Tests.Faults.Fuzz;

/// <summary>
/// Requests that the OpenAPI document leads to, good and slightly wrong: 2,000, or as many as CLAIMTRACKER_FUZZ says. Each is answered
/// with a status that the document has, and with a body of its schema.
/// </summary>
[SuppressMessage("Security", "CA5394", Justification = "Nothing is secret here, and every run must be the same.")]
public sealed class DocumentFuzzTests(ApiHost host, ITestOutputHelper output) : IClassFixture<ApiHost>
{
    private static readonly int Requests = int.Parse(
        Environment.GetEnvironmentVariable("CLAIMTRACKER_FUZZ") ?? "2000", CultureInfo.InvariantCulture);

    // They would end the desk of the test, or stay open.
    private static readonly string[] LeftOut =
        ["/api/v1/users/{id}", "/api/v1/users/{id}/keys/{keyId}", "/api/v1/users/{id}/keys/{keyId}/rotate"];

    [Fact]
    public async Task Every_answer_is_one_that_the_document_describes()
    {
        await GivenDeskAsync();
        var document = JsonNode.Parse(await host.Stranger.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative)))!;
        var operations = ApiOperation.All(document)
            .Where(static operation => !LeftOut.Contains(operation.Path, StringComparer.Ordinal) || operation.Method == "GET").ToList();
        var (random, faults, statuses) = (new Random(20261129), new SortedSet<string>(StringComparer.Ordinal), new Dictionary<int, int>());
        for (var i = 0; i < Requests; i++)
        {
            var operation = operations[i % operations.Count];
            var (status, fault) = await SendAsync(operation, new ValueMaker(operation, random), random);
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
            if (fault is not null)
            {
                faults.Add($"{operation.Method} {operation.Path}: {fault}");
            }
        }

        var counts = statuses.OrderBy(static status => status.Key).Select(static status => $"{status.Key} x {status.Value}");
        output.WriteLine($"{Requests} requests: {string.Join(", ", counts)}");
        Assert.InRange(operations.Count, 60, 1_000);
        Assert.True(statuses.GetValueOrDefault(200) > Requests / 10, "Too few requests were good.");
        Assert.Empty(faults);
    }

    /// <summary>Something of each kind with the ids 1 to 3.</summary>
    private async Task GivenDeskAsync()
    {
        for (var i = 0; i < 3; i++)
        {
            await host.Api.GivenArticleAsync($"The harbour has {i + 2} cranes. The council paid for them. It rained.");
            var claim = await host.Api.GivenClaimAsync();
            await host.Api.GivenDraftAsync(claim, "Unproven");
            await host.Api.GivenAsync("/comments", new { subject = $"claim/{claim}", text = "Who says so?" });
            await host.Api.GivenAsync(
                $"/claims/{claim}/evidence",
                new { source = new { url = $"https://example.org/{i}" }, excerpt = "There are cranes.", stance = "supports" });
        }
    }

    private async Task<(int Status, string? Fault)> SendAsync(ApiOperation operation, ValueMaker maker, Random random)
    {
        var path = operation.Path;
        var query = new List<string>();
        foreach (var parameter in operation.Parameters)
        {
            var (name, schema) = ((string)parameter["name"]!, parameter["schema"]!.AsObject());
            if ((string?)parameter["in"] == "path")
            {
                var value = random.Next(10) == 0 ? maker.MakeText(schema) : $"{random.Next(1, 4)}";
                path = path.Replace($"{{{name}}}", value.Length == 0 ? "0" : Uri.EscapeDataString(value), StringComparison.Ordinal);
            }
            else if ((string?)parameter["in"] == "query" && random.Next(4) == 0)
            {
                query.Add($"{name}={Uri.EscapeDataString(maker.MakeText(schema))}");
            }
        }

        using var request = new HttpRequestMessage(
            new HttpMethod(operation.Method), new Uri(query.Count == 0 ? path : $"{path}?{string.Join('&', query)}", UriKind.Relative));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", ApiHost.Key);
        if (operation.Method is ("PUT" or "PATCH" or "DELETE") && random.Next(3) > 0)
        {
            request.Headers.TryAddWithoutValidation("If-Match", random.Next(3) == 0 ? "\"0123\"" : "*");
        }

        if (operation.Body is { } body && random.Next(30) > 0)
        {
            request.Content = new StringContent(
                maker.Make(body)?.ToJsonString() ?? "null",
                Encoding.UTF8,
                operation.Method == "PATCH" ? "application/merge-patch+json" : "application/json");
        }

        using var answer = await host.Stranger.SendAsync(request);
        var status = (int)answer.StatusCode;
        return (status, await FaultAsync(operation, answer, status));
    }

    // The schema of a list describes items with all their members.
    private static bool AsksForFields(HttpResponseMessage answer) =>
        answer.RequestMessage!.RequestUri!.Query.Contains("fields=", StringComparison.Ordinal);

    private static async Task<string?> FaultAsync(ApiOperation operation, HttpResponseMessage answer, int status)
    {
        if (status >= 500)
        {
            return $"{status}";
        }

        if (operation.Answer(status) is not { } described)
        {
            return $"{status} is not documented";
        }

        var type = answer.Content.Headers.ContentType?.MediaType;
        if (type?.EndsWith("json", StringComparison.Ordinal) != true || type.Contains("ndjson", StringComparison.Ordinal))
        {
            return null;
        }

        var schema = described["content"]?[type]?["schema"]?.AsObject();
        return schema is null
            ? $"{status} with {type} is not documented"
            : SchemaCheck.Fault(
                operation,
                schema,
                JsonNode.Parse(await answer.Content.ReadAsStringAsync()),
                hasAllMembers: !AsksForFields(answer)) is { } fault
                ? $"{status} {fault}"
                : null;
    }
}
