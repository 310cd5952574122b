using System.Text.Json.Nodes;
using ClaimTracker.Api.Commands;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Api.Tests.Platform.OpenApi;

/// <summary>The real server on a free port, with an empty data folder, and the document that it gives.</summary>
public sealed class DescribedServer : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("claimtracker-openapi-").FullName;
    private WebApplication? _app;

    public HttpClient Client { get; } = new();

    public JsonNode Document { get; private set; } = new JsonObject();

    public IReadOnlyList<Endpoint> Endpoints => _app!.Services.GetRequiredService<EndpointDataSource>().Endpoints;

    public IEnumerable<Operation> Operations =>
        from path in Document["paths"]!.AsObject()
        from method in path.Value!.AsObject()
        select new Operation(path.Key, method.Key.ToUpperInvariant(), method.Value!);

    public async Task InitializeAsync()
    {
        var settings = new Settings(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Urls"] = "http://127.0.0.1:0",
            ["Data:Folder"] = _folder,
            ["Auth:AdminKey"] = new string('k', 40),
        }).Build());
        _app = await ServeCommand.StartAsync(settings, demo: false, TimeProvider.System);
        Client.BaseAddress = new Uri(_app.Urls.First());
        Document = JsonNode.Parse(await Client.GetStringAsync("/openapi/v1.json"))!;
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await _app!.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    public JsonNode Schema(string name) => Document["components"]!["schemas"]![name] ?? throw new InvalidOperationException($"There is no schema {name}.");

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
