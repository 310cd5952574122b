using System.Reflection;

namespace ClaimTracker.Api.Host.Settings;

/// <summary>The names of the settings that the service reads. The guide for operators explains each.</summary>
internal static class SettingNames
{
    public const string Urls = "Urls";
    public const string Folder = "Data:Folder";
    public const string Postgres = "ConnectionStrings:Postgres";
    public const string AllowedHosts = "AllowedHosts";
    public const string BehindProxy = "Proxy:Behind";
    public const string KnownProxies = "Proxy:Known";
    public const string Origins = "Cors:Origins";
    public const string AdminKey = "Auth:AdminKey";
    public const string KeyDays = "Auth:KeyDays";
    public const string Public = "Auth:Public";
    public const string Issuer = "Auth:Oidc:Issuer";
    public const string Audience = "Auth:Oidc:Audience";
    public const string RoleClaim = "Auth:Oidc:RoleClaim";
    public const string LimitsEnabled = "RateLimits:Enabled";
    public const string LimitPerKey = "RateLimits:PerKey";
    public const string LimitPerAddress = "RateLimits:PerAddress";
    public const string LimitExports = "RateLimits:Exports";
    public const string LimitCost = "RateLimits:CostPerKey";
    public const string Model = "Matching:Model";
    public const string PublisherName = "Publication:Name";
    public const string PublisherUrl = "Publication:Url";
    public const string PublisherLogo = "Publication:Logo";
    public const string PublicSite = "Publication:Site";
    public const string License = "Publication:License";
    public const string Frames = "Embeds:Origins";
    public const string Endpoint = "Matching:Endpoint";
    public const string EndpointModel = "Matching:EndpointModel";
    public const string EndpointKey = "Matching:EndpointKey";
    public const string PrivateHosts = "Outbound:PrivateHosts";
    public const string LogFormat = "Logging:Format";
    public const string DiskFloor = "Health:DiskFloorBytes";
    public const string OtlpEndpoint = "Telemetry:Otlp:Endpoint";
    public const string OtlpProtocol = "Telemetry:Otlp:Protocol";

    /// <summary>The name that OpenTelemetry itself gives to <see cref="OtlpEndpoint"/>.</summary>
    public const string CommonOtlpEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>The name that OpenTelemetry itself gives to <see cref="OtlpProtocol"/>.</summary>
    public const string CommonOtlpProtocol = "OTEL_EXPORTER_OTLP_PROTOCOL";

    /// <summary>The name that OpenTelemetry itself gives to the name of the service in what is sent.</summary>
    public const string CommonServiceName = "OTEL_SERVICE_NAME";

    /// <summary>The name of ASPNETCORE_HTTP_PORTS, as the configuration has it.</summary>
    public const string CommonHttpPorts = "HTTP_PORTS";

    /// <summary>The name of ASPNETCORE_HTTPS_PORTS, as the configuration has it.</summary>
    public const string CommonHttpsPorts = "HTTPS_PORTS";

    public static readonly IReadOnlyList<string> All =
    [
        .. typeof(SettingNames).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(static field => field.IsLiteral).Select(static field => (string)field.GetRawConstantValue()!),
    ];
}
