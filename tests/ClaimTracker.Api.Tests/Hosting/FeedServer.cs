using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ClaimTracker.Api.Tests.Hosting;

/// <summary>Another desk, on a port of this machine, which publishes a feed with an ETag.</summary>
internal sealed class FeedServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FeedServer(WebApplication app) => _app = app;

    public string Address => _app.Urls.First() + "/feed.json";

    public string Feed { get; set; } = "[]";

    public int Status { get; set; } = StatusCodes.Status200OK;

    /// <summary>Where it sends its readers instead; null for nowhere.</summary>
    public string? Redirect { get; set; }

    /// <summary>The statuses of its answers.</summary>
    public List<int> Answered { get; } = [];

    public static async Task<FeedServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new FeedServer(builder.Build());
        server._app.MapGet("/feed.json", server.AnswerAsync);
        await server._app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        var etag = $"\"{Feed.Length}\"";
        http.Response.StatusCode = Redirect is not null ? StatusCodes.Status302Found
            : http.Request.Headers.IfNoneMatch == etag ? StatusCodes.Status304NotModified
            : Status;
        lock (Answered)
        {
            Answered.Add(http.Response.StatusCode);
        }

        http.Response.Headers.ETag = etag;
        http.Response.Headers.Location = Redirect;
        if (http.Response.StatusCode == StatusCodes.Status200OK)
        {
            http.Response.ContentType = "application/json";
            await http.Response.WriteAsync(Feed);
        }
    }
}
