using System.Text.Json.Nodes;
using ClaimTracker.Api.Tests.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Api.Tests.Web.OpenApi;

/// <summary>The real server on a free port, with an empty database, and the document that it gives.</summary>
public sealed class DescribedServer : IAsyncLifetime
{
    private readonly ApiHost _host = new();

    public HttpClient Client => _host.Stranger;

    public JsonNode Document { get; private set; } = new JsonObject();

    public IReadOnlyList<Endpoint> Endpoints => _host.Services.GetRequiredService<EndpointDataSource>().Endpoints;

    public IEnumerable<Operation> Operations =>
        from path in Document["paths"]!.AsObject()
        from method in path.Value!.AsObject()
        select new Operation(path.Key, method.Key.ToUpperInvariant(), method.Value!);

    public async Task InitializeAsync()
    {
        await _host.InitializeAsync();
        if (TestEngine.Current.Missing is not null)
        {
            return;
        }

        Document = JsonNode.Parse(await Client.GetStringAsync("/openapi/v1.json"))!;
    }

    public Task DisposeAsync() => _host.DisposeAsync();

    public JsonNode Schema(string name) =>
        Document["components"]!["schemas"]![name] ?? throw new InvalidOperationException($"There is no schema {name}.");

    public JsonNode Operation(string id) => Operations.Single(o => (string?)o.Node["operationId"] == id).Node;

    /// <summary>What a node says, or what it refers to.</summary>
    public JsonNode? Resolve(JsonNode? node)
    {
        if ((string?)node?["$ref"] is not { } reference)
        {
            return node;
        }

        JsonNode? target = Document;
        foreach (var part in reference.TrimStart('#', '/').Split('/'))
        {
            target = target?[part];
        }

        return target;
    }

    /// <summary>Every object of the document.</summary>
    public IEnumerable<JsonObject> Objects() => Objects(Document);

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject all => all.SelectMany(static member => Objects(member.Value)).Prepend(all),
        JsonArray items => items.SelectMany(Objects),
        _ => [],
    };
}

/// <summary>One operation of the document.</summary>
public sealed record Operation(string Path, string Method, JsonNode Node)
{
    public override string ToString() => $"{Method} {Path}";
}

[CollectionDefinition(nameof(DescribedServer))]
#pragma warning disable CA1711 // xunit calls it a collection.
public sealed class DescribedServerCollection : ICollectionFixture<DescribedServer>;
#pragma warning restore CA1711
