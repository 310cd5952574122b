using System.Net;
using System.Text.RegularExpressions;
using FastEndpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.OpenApi;

namespace ClaimTracker.Api.Tests.Web.OpenApi;

[Collection(nameof(DescribedServer))]
public sealed class DocumentTests(DescribedServer server)
{
    [Fact]
    public void Every_route_is_in_the_document_and_nothing_else()
    {
        var mapped =
            from endpoint in server.Endpoints.OfType<RouteEndpoint>()
            where endpoint.Metadata.GetMetadata<EndpointDefinition>() is not null
            from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods
            let path = Regex.Replace(
                endpoint.RoutePattern.RawText!.TrimStart('/'), @"(?<=\{[^}]*):[^}]*", "", RegexOptions.None, TimeSpan.FromSeconds(1))
            select $"{method} /{path}";

        Assert.Equal(
            mapped.Order(StringComparer.Ordinal), server.Operations.Select(static o => o.ToString()).Order(StringComparer.Ordinal));
        Assert.NotEmpty(server.Operations);
    }

    [Fact]
    public async Task An_independent_reader_finds_no_fault_in_it()
    {
        var read = OpenApiDocument.Parse(await server.Client.GetStringAsync("/openapi/v1.json"), "json");

        Assert.Empty(read.Diagnostic!.Errors);
        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, read.Diagnostic.SpecificationVersion);
    }

    [Fact]
    public void Every_operation_says_what_it_does() => Assert.All(server.Operations, static o =>
    {
        Assert.False(string.IsNullOrWhiteSpace((string?)o.Node["summary"]), $"{o} has no summary");
        Assert.NotEmpty(o.Node["tags"]!.AsArray());
    });

    [Fact]
    public void Every_operation_says_who_may() =>
        Assert.All(server.Operations, static o => Assert.Matches(@"(^| )Who may: [a-z]+.*\.$", (string?)o.Node["description"]));

    [Theory]
    [InlineData("GetVerdict", "Who may: public (published only), reader (published only), checker, editor, admin.")]
    [InlineData("SubmitVerdict", "Who may: checker (own or assigned drafts), editor.")]
    [InlineData("ListUsers", "Who may: admin.")]
    public void Who_may_is_what_the_table_of_routes_says(string operation, string whoMay) =>
        Assert.EndsWith(whoMay, (string?)server.Operation(operation)["description"], StringComparison.Ordinal);

    [Fact]
    public async Task The_guides_that_it_names_are_there()
    {
        var description = (string)server.Document["info"]!["description"]!;
        var guides = Regex.Matches(description, @"(?<=\()/help[a-z/]*", RegexOptions.None, TimeSpan.FromSeconds(1));

        Assert.NotEmpty(guides);
        foreach (var address in guides.Select(static s => s.Value))
        {
            using var page = await server.Client.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        }
    }

    [Fact]
    public void Operation_ids_are_unique()
    {
        var ids = server.Operations.Select(static o => (string?)o.Node["operationId"]).ToList();
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.Contains("CreateClaim", ids, StringComparer.Ordinal);
    }

    [Fact]
    public void Every_operation_answers_with_a_success_of_its_own() =>
        Assert.All(server.Operations, static o => Assert.Contains(o.Node["responses"]!.AsObject(), static r => r.Key.StartsWith('2')));

    [Fact]
    public void Every_error_is_a_problem() => Assert.All(server.Operations, o =>
    {
        var errors = o.Node["responses"]!.AsObject().Where(static r => r.Key[0] >= '4').ToList();
        Assert.Superset(
            new HashSet<string>(["400", "401", "403", "421", "429", "500"], StringComparer.Ordinal),
            errors.Select(static e => e.Key).ToHashSet(StringComparer.Ordinal));
        Assert.All(errors, e => Assert.Equal(
            "#/components/schemas/ProblemBody",
            (string?)server.Resolve(e.Value)!["content"]!["application/problem+json"]!["schema"]!["$ref"]));
    });

    [Fact]
    public void Only_operations_with_a_body_refuse_one() => Assert.All(server.Operations, static o =>
    {
        var hasBody = o.Node["requestBody"] is not null;
        Assert.Equal(hasBody, o.Node["responses"]!["413"] is not null);
        Assert.Equal(hasBody, o.Node["responses"]!["415"] is not null);
    });

    [Fact]
    public void No_GET_and_no_DELETE_has_a_body() =>
        Assert.All(server.Operations.Where(static o => o.Method is "GET" or "DELETE"), static o => Assert.Null(o.Node["requestBody"]));

    [Fact]
    public void Every_part_of_a_path_is_a_required_parameter() => Assert.All(server.Operations, static o =>
    {
        var parameters = (o.Node["parameters"]?.AsArray() ?? []).Where(static p => (string?)p!["in"] == "path").ToList();
        Assert.Equal(
            o.Path.Split('/').Where(static part => part.StartsWith('{')).Order(StringComparer.Ordinal),
            parameters.Select(static p => $"{{{(string?)p!["name"]}}}").Order(StringComparer.Ordinal));
        Assert.All(parameters, static p => Assert.True((bool?)p!["required"]));
    });

    [Fact]
    public void Every_reference_resolves()
    {
        var references = server.Objects().Where(static o => o["$ref"] is not null).ToList();
        Assert.NotEmpty(references);
        Assert.All(references, reference => Assert.True(server.Resolve(reference) is not null, $"{reference["$ref"]} leads nowhere"));
    }

    [Fact]
    public void No_name_of_the_inside_shows()
    {
        var text = server.Document.ToJsonString();
        Assert.DoesNotContain("System.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("ClaimTracker.Api.", text, StringComparison.Ordinal);
        Assert.All(server.Document["components"]!["schemas"]!.AsObject(), static s => Assert.Matches("^[A-Z][A-Za-z]+$", s.Key));
    }

    [Fact]
    public async Task The_host_that_a_caller_names_is_not_echoed()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/openapi/v1.json") { Headers = { Host = "evil.example" } };
        using var response = await server.Client.SendAsync(request);

        Assert.DoesNotContain("evil.example", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("""[{"url":"/"}]""", server.Document["servers"]!.ToJsonString());
    }

    [Fact]
    public async Task A_client_that_has_it_gets_no_copy()
    {
        using var first = await server.Client.GetAsync("/openapi/v1.json");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/openapi/v1.json")
        {
            Headers = { IfNoneMatch = { first.Headers.ETag! } },
        };
        using var second = await server.Client.SendAsync(request);

        Assert.Equal("application/json", first.Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task The_kinds_of_error_that_it_lists_are_explained()
    {
        var slugs = Regex.Matches(
            (string)server.Document["info"]!["description"]!, @"(?<=\()/problems/[a-z-]+", RegexOptions.None, TimeSpan.FromSeconds(1));

        Assert.NotEmpty(slugs);
        foreach (var address in slugs.Select(static s => s.Value))
        {
            using var page = await server.Client.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        }
    }

    [Fact]
    public void Every_operation_needs_a_key()
    {
        Assert.Equal("""[{"bearer":[]}]""", server.Document["security"]!.ToJsonString());
        Assert.Equal("bearer", (string?)server.Document["components"]!["securitySchemes"]!["bearer"]!["scheme"]);
        Assert.All(server.Operations, static o => Assert.Null(o.Node["security"]));
    }
}
