using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Health;
using ClaimTracker.Api.Platform.Logs;

namespace ClaimTracker.Api.Commands;

/// <summary>The settings of what is around the service: its log, its telemetry, and when it is ready.</summary>
internal sealed record OperationSettings(LogFormat LogFormat, OtlpTarget? Otlp, ReadinessRules Readiness)
{
    private const string LevelsSection = "Logging:LogLevel";

    /// <summary>Reads and checks all of them.</summary>
    /// <exception cref="StartException">One is not what it must be.</exception>
    public static OperationSettings Of(Settings settings)
    {
        var all = settings.Configuration;
        foreach (var level in all.GetSection(LevelsSection).GetChildren())
        {
            all.Choice($"{LevelsSection}:{level.Key}", LogLevel.Information);
        }

        return new OperationSettings(
            all.Choice("Logging:Format", LogSetup.Default),
            OtlpOf(all),
            new ReadinessRules(
                settings.Postgres is null ? Path.GetFullPath(settings.DataFolder) : null,
                all.Number("Health:DiskFloorBytes", Limits.DiskFloorBytes, 0, long.MaxValue),
                TimeSpan.FromSeconds(Limits.ProbeSeconds)));
    }

    // The names of OpenTelemetry itself are understood too.
    private static OtlpTarget? OtlpOf(IConfiguration all)
    {
        const string own = "Telemetry:Otlp:Endpoint", common = "OTEL_EXPORTER_OTLP_ENDPOINT";
        const string ownProtocol = "Telemetry:Otlp:Protocol", commonProtocol = "OTEL_EXPORTER_OTLP_PROTOCOL";
        var endpoint = all.Address(own) ?? all.Address(common);
        var name = all[ownProtocol] is { Length: > 0 } ? ownProtocol : commonProtocol;
        var grpc = all[name] switch
        {
            "grpc" => true,
            null or "" or "http/protobuf" => false,
            var other => throw new StartException($"The setting {name} must be http/protobuf or grpc, not '{other}'."),
        };
        return endpoint is null ? null : new OtlpTarget(endpoint, grpc);
    }
}
