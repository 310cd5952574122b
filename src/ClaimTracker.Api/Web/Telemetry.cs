using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace ClaimTracker.Api.Web;

/// <summary>Where traces and metrics are sent.</summary>
/// <param name="Endpoint">Base address of an OTLP receiver.</param>
/// <param name="Grpc">Over gRPC; otherwise over HTTP.</param>
/// <param name="ServiceName">How the service is named there; the name of the program where it is null or empty.</param>
internal sealed record OtlpTarget(Uri Endpoint, bool Grpc, string? ServiceName = null);

/// <summary>Traces and metrics over OTLP, where a receiver is configured. Where none is, nothing listens, and nothing is sent.</summary>
internal static class Telemetry
{
    private const string ServiceName = "claimtracker";

    public static void AddTelemetry(this IServiceCollection services, OtlpTarget? target)
    {
        if (target is null)
        {
            return;
        }

        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(
                target.ServiceName is { Length: > 0 } name ? name : ServiceName,
                serviceVersion: typeof(Telemetry).Assembly.GetName().Version?.ToString()))
            .WithTracing(traces => traces
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddProcessor(new KnownTagsOnly())
                .AddOtlpExporter(otlp => Point(otlp, target, "v1/traces")))
            .WithMetrics(metrics => metrics
                .AddMeter(DataMetrics.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime")
                .AddOtlpExporter((otlp, _) => Point(otlp, target, "v1/metrics")));
    }

    private static void Point(OtlpExporterOptions otlp, OtlpTarget target, string signal)
    {
        otlp.Protocol = target.Grpc ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf;
        otlp.Endpoint = target.Grpc ? target.Endpoint : new Uri(target.Endpoint.AbsoluteUri.TrimEnd('/') + "/" + signal);
    }

    /// <summary>
    /// Lets only what is known to be harmless out: the instrumentation would send paths, queries, hosts and user agents along, which
    /// are texts of clients.
    /// </summary>
    private sealed class KnownTagsOnly : BaseProcessor<Activity>
    {
        private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
        {
            "http.request.method", "http.route", "http.response.status_code", "url.scheme", "network.protocol.version", "error.type",
        };

        public override void OnEnd(Activity data)
        {
            foreach (var name in data.TagObjects.Select(static tag => tag.Key).Where(static name => !Known.Contains(name)).ToList())
            {
                data.SetTag(name, value: null);
            }

            if (data is { Kind: ActivityKind.Server } && data.GetTagItem("http.route") is null)
            {
                data.DisplayName = "none";
            }

            data.SetStatus(data.Status); // Without its description, which quotes the exception.
        }
    }
}
