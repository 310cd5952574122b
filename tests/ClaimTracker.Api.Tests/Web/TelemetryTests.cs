using System.Collections.Concurrent;
using System.Text;
using ClaimTracker.Api.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace ClaimTracker.Api.Tests.Web;

public sealed class TelemetryTests
{
    private const string Canary = "Quetzalcoatlus";

    [Fact]
    public async Task Spans_and_metrics_reach_a_receiver_without_a_text_a_query_or_a_path_of_a_client()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var store = await TestEngine.Current.NewAsync();
        var settings = ServiceSettings.Read(new ConfigurationBuilder()
            .AddConfiguration(store.Settings(ApiHost.Key).Configuration)
            .AddInMemoryCollection([new("Telemetry:Otlp:Endpoint", receiver.Address), new("OTEL_SERVICE_NAME", "desk-of-port-alden")])
            .Build());

        string trace;
        await using (var app = await Service.StartAsync(settings, demo: false, TimeProvider.System))
        {
            using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
            http.DefaultRequestHeaders.Authorization = new("Bearer", ApiHost.Key);
            http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", Canary);
            var api = new ApiDriver(http);
            await api.GivenClaimAsync($"{Canary} flew.");
            await api.GetAsync($"/claims?q={Canary}");
            await api.GetAsync($"/claims/{Canary}");
            trace = (string)(await api.GetAsync("/claims/999")).Json["traceId"]!;
            await http.GetAsync($"/{Canary}?{Canary}");
        }

        var (traces, metrics) = (receiver.Received("/v1/traces"), receiver.Received("/v1/metrics"));
        Assert.All(
            ["desk-of-port-alden", "/api/v1/claims", "GET /api/v1/claims/{id}", "http.response.status_code"],
            part => Assert.Contains(part, traces, StringComparison.Ordinal));
        Assert.All(
            [
                "claimtracker.writes.waiting", "claimtracker.reads.waiting", "claimtracker.commit.writes", "claimtracker.commit.duration",
                "http.server.request.duration",
            ],
            part => Assert.Contains(part, metrics, StringComparison.Ordinal));
        Assert.Contains(Encoding.Latin1.GetString(Convert.FromHexString(trace)), traces, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, traces + metrics, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(ApiHost.Key, traces + metrics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_receiver_that_is_not_there_harms_nothing()
    {
        await using var store = await TestEngine.Current.NewAsync();
        var nowhere = new Dictionary<string, string>(StringComparer.Ordinal) { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://127.0.0.1:1" };

        using var service = await ServiceProcess.ServeAsync(store, nowhere);
        await service.Driver(ApiHost.Key).GivenClaimAsync();

        Assert.Equal(0, await service.StopAsync());
    }

    /// <summary>Takes OTLP over HTTP. Texts stand in protobuf as they are.</summary>
    private sealed class Receiver(WebApplication app, ConcurrentQueue<(string Path, string Body)> received) : IAsyncDisposable
    {
        public string Address => app.Urls.First();

        public static async Task<Receiver> StartAsync()
        {
            var received = new ConcurrentQueue<(string, string)>();
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var app = builder.Build();
            app.Run(async http =>
            {
                using var reader = new StreamReader(http.Request.Body, Encoding.Latin1);
                received.Enqueue((http.Request.Path, await reader.ReadToEndAsync()));
                http.Response.StatusCode = StatusCodes.Status200OK;
            });
            await app.StartAsync();
            return new Receiver(app, received);
        }

        public string Received(string path) =>
            string.Concat(received.Where(request => request.Path == path).Select(static request => request.Body));

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
