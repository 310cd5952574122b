using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ClaimTracker.Api.Web.Health;

/// <summary>Liveness (/healthz) and readiness (/readyz), by the health checks of ASP.NET Core.</summary>
internal static class Probes
{
    private const string Ok = "ok";

    // It is not asked for by any other method.
    private static readonly HttpMethodMetadata Get = new([HttpMethods.Get]);

    public static void AddReadiness(this IServiceCollection services, ReadinessRules rules)
    {
        services.AddSingleton(rules).AddSingleton<ServiceState>().AddSingleton<Readiness>().AddSingleton<RecentReadiness>();
        services.AddHealthChecks()
            .Add(Check("service", static readiness => readiness.Running))
            .Add(Check("reads", static readiness => readiness.Reads))
            .Add(Check("writes", static readiness => readiness.Writes))
            .Add(Check("history", static readiness => readiness.History))
            .Add(Check("disk", static readiness => readiness.Disk));
    }

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/healthz", new()
        {
            Predicate = static _ => false, // A process that answers is alive.
            ResponseWriter = static (http, _) => Results.Text("ok\n").ExecuteAsync(http),
            AllowCachingResponses = true, // CacheRules says what may be kept.
        }).WithMetadata(Get);
        app.MapHealthChecks("/readyz", new() { ResponseWriter = WriteAsync, AllowCachingResponses = true }).WithMetadata(Get);

        // FastEndpoints lists all routes there, in production too.
        app.MapGet("/_test_url_cache_", static () => Results.NotFound()).WithOrder(-1).ExcludeFromDescription();
    }

    private static HealthCheckRegistration Check(string name, Func<Readiness, IHealthCheck> check) =>
        new(name, provider => check(provider.GetRequiredService<Readiness>()), failureStatus: null, tags: null);

    private static Task WriteAsync(HttpContext http, HealthReport report)
    {
        var checks = report.Entries.ToDictionary(
            static check => check.Key, static check => check.Value.Description ?? Ok, StringComparer.Ordinal);
        var answer = report.Status == HealthStatus.Healthy
            ? Results.Json(new ReadyBody("ready", checks), ApiJson.Options)
            : Results.Json(
                NotReadyBody.Of(checks, http), ApiJson.Options, "application/problem+json", ProblemType.Unavailable.Status);
        return answer.ExecuteAsync(http);
    }

    /// <summary>All is well.</summary>
    private sealed record ReadyBody(string Status, IReadOnlyDictionary<string, string> Checks);

    /// <summary>A problem like any other, which says beside it what each check found.</summary>
    private sealed record NotReadyBody(
        string Type, string Title, int Status, string Detail, string Instance, string TraceId, IReadOnlyDictionary<string, string> Checks)
    {
        public static NotReadyBody Of(IReadOnlyDictionary<string, string> checks, HttpContext http)
        {
            var (type, wrong) = (ProblemType.Unavailable, checks.Values.Where(static check => check != Ok));
            return new(type.Address, type.Title, type.Status, string.Join(' ', wrong), http.Request.Path, http.TraceIdentifier, checks);
        }
    }
}
