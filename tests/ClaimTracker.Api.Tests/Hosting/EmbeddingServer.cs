using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ClaimTracker.Api.Tests.Hosting;

/// <summary>A service that makes vectors, on a port of this machine: POST /v1/embeddings, as OpenAI has it.</summary>
internal sealed class EmbeddingServer : IAsyncDisposable
{
    // Words of one meaning share a dimension.
    private static readonly string[][] Meanings =
    [
        ["doctor", "physician", "medicine", "drugs"], ["baby", "infant", "child"], ["tram", "fares", "train"], ["storm", "wind"],
    ];

    private readonly WebApplication _app;

    private EmbeddingServer(WebApplication app) => _app = app;

    public string Address => _app.Urls.First() + "/v1/embeddings";

    /// <summary>What was asked, in its order.</summary>
    public List<(string Model, IReadOnlyList<string> Texts, string? Authorization)> Asked { get; } = [];

    /// <summary>Answers otherwise than it should.</summary>
    public Func<HttpContext, Task>? Instead { get; set; }

    public static async Task<EmbeddingServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new EmbeddingServer(builder.Build());
        server._app.MapPost("/v1/embeddings", server.AnswerAsync);
        await server._app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        var body = (await JsonNode.ParseAsync(http.Request.Body))!;
        List<string> texts = [.. body["input"]!.AsArray().Select(static text => (string)text!)];
        lock (Asked)
        {
            Asked.Add(((string)body["model"]!, texts, http.Request.Headers.Authorization));
        }

        if (Instead is { } instead)
        {
            await instead(http);
            return;
        }

        // The last first: who reads them goes by the index.
        await http.Response.WriteAsJsonAsync(new
        {
            @object = "list",
            data = texts.Select(static (text, index) => new { @object = "embedding", index, embedding = VectorOf(text) }).Reverse(),
        });
    }

    private static float[] VectorOf(string text) =>
    [
        0.1f, .. Meanings.Select(words => words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)) ? 1f : 0f),
    ];
}
