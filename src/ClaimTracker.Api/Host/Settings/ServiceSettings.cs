using ClaimTracker.Api.Domain.Matching;
using ClaimTracker.Api.Domain.Reviews;
using ClaimTracker.Api.Domain.SignIn;
using ClaimTracker.Api.Domain.Users;
using ClaimTracker.Api.Web.Edge;
using ClaimTracker.Api.Web.Health;
using ClaimTracker.Api.Web.Logs;
using ClaimTracker.Api.Web.Outbound;

namespace ClaimTracker.Api.Host.Settings;

/// <summary>
/// The settings of the program: appsettings.json, then that of the environment (such as appsettings.Production.json), then environment
/// variables, then the command line; the later wins. All of them are read and checked together, before anything is opened or changed.
/// </summary>
/// <param name="Configuration">All settings as text, for the sections that the framework reads itself.</param>
internal sealed record ServiceSettings(IConfiguration Configuration)
{
    public const string DefaultDataFolder = "./data";

    /// <summary>The folder of the database, relative to where the program was started.</summary>
    public required string DataPath { get; init; }

    /// <summary>The connection string of a PostgreSQL database; null for the embedded SQLite one.</summary>
    public required string? Postgres { get; init; }

    public required HttpSettings Http { get; init; }

    /// <summary>The files of the certificate for https, by the name of their setting.</summary>
    public required IReadOnlyDictionary<string, string?> Certificate { get; init; }

    public required AccessSettings Access { get; init; }

    /// <summary>A key that the operator provides; null where the first start makes one.</summary>
    public required string? AdminKey { get; init; }

    /// <summary>The longest life of new keys.</summary>
    public required KeyLife KeyLife { get; init; }

    /// <summary>The newsroom's identity provider; null where there are only keys.</summary>
    public required TokenSettings? Tokens { get; init; }

    public required RateLimitSettings RateLimits { get; init; }

    /// <summary>By what meanings are compared.</summary>
    public required MatchSettings Matching { get; init; }

    /// <summary>Who publishes the verdicts.</summary>
    public required ReviewPublisher Publisher { get; init; }

    /// <summary>Where the service may connect to.</summary>
    public required OutboundSettings Outbound { get; init; }

    public required LogFormat LogFormat { get; init; }

    public required ReadinessRules Readiness { get; init; }

    /// <summary>The receiver of traces and metrics; null for none.</summary>
    public required OtlpTarget? Otlp { get; init; }

    /// <summary>Reads the settings of a command.</summary>
    /// <param name="options">The options of the command line by the name of their setting; null where one is left out.</param>
    /// <exception cref="StartException">A setting has a wrong value.</exception>
    public static ServiceSettings Load(IReadOnlyDictionary<string, string?> options)
    {
        try
        {
            return Read(new ConfigurationBuilder()
                .SetBasePath(AppContext.BaseDirectory)
                .AddJsonFile("appsettings.json", optional: true)
                .AddJsonFile($"appsettings.{EnvironmentName()}.json", optional: true)
                .AddEnvironmentVariables("ASPNETCORE_")
                .AddEnvironmentVariables()
                .AddInMemoryCollection(options.Where(static option => option.Value is not null))
                .Build());
        }
        catch (InvalidDataException broken)
        {
            throw new StartException($"The settings cannot be read: {(broken.InnerException ?? broken).Message.ReplaceLineEndings(" ")}");
        }
    }

    /// <exception cref="StartException">A setting has a wrong value.</exception>
    public static ServiceSettings Read(IConfiguration all)
    {
        KnownKeys.Require(all);
        foreach (var level in all.GetSection("Logging:LogLevel").GetChildren())
        {
            all.Choice(level.Path, LogLevel.Information);
        }

        var folder = all[SettingNames.Folder] ?? DefaultDataFolder;
        var postgres = all[SettingNames.Postgres];
        if (string.IsNullOrWhiteSpace(folder))
        {
            throw new StartException($"The setting {SettingNames.Folder} (--data) must name a folder, and is empty.");
        }

        return new ServiceSettings(all)
        {
            DataPath = folder,
            Postgres = postgres,
            Http = HttpSettings.Read(all),
            Certificate = CertificateFiles.Read(all),
            Access = new AccessSettings(all.Flag(SettingNames.Public)),
            AdminKey = AccessReader.AdminKey(all),
            KeyLife = AccessReader.KeyLife(all),
            Tokens = AccessReader.Tokens(all),
            RateLimits = new RateLimitSettings(
                all[SettingNames.LimitsEnabled] is not { Length: > 0 } || all.Flag(SettingNames.LimitsEnabled),
                all.CountOf(SettingNames.LimitPerKey, HttpLimits.RequestsPerKey),
                all.CountOf(SettingNames.LimitPerAddress, HttpLimits.RequestsPerAddress),
                all.CountOf(SettingNames.LimitExports, HttpLimits.ConcurrentExports),
                all.CountOf(SettingNames.LimitCost, HttpLimits.CostPerKey)),
            Publisher = new ReviewPublisher(
                all[SettingNames.PublisherName] is { Length: > 0 } name ? name : null,
                all.Address(SettingNames.PublisherUrl)?.OriginalString,
                all.Address(SettingNames.PublisherLogo)?.OriginalString,
                all.Address(SettingNames.PublicSite),
                all.Address(SettingNames.License)?.OriginalString,
                all.Origins(SettingNames.Frames)),
            Matching = MatchingReader.Read(all),
            Outbound = new OutboundSettings(all.Hosts(SettingNames.PrivateHosts)),
            LogFormat = all.Choice(SettingNames.LogFormat, LogSetup.Default),
            Readiness = new ReadinessRules(
                postgres is null ? Path.GetFullPath(folder) : null,
                all.Number(SettingNames.DiskFloor, HttpLimits.DiskFloorBytes, 0, long.MaxValue),
                TimeSpan.FromSeconds(HttpLimits.ProbeSeconds)),
            Otlp = OtlpOf(all),
        };
    }

    // The names of OpenTelemetry itself are understood too.
    private static OtlpTarget? OtlpOf(IConfiguration all)
    {
        var endpoint = all.Address(SettingNames.OtlpEndpoint) ?? all.Address(SettingNames.CommonOtlpEndpoint);
        var name = all[SettingNames.OtlpProtocol] is { Length: > 0 } ? SettingNames.OtlpProtocol : SettingNames.CommonOtlpProtocol;
        var grpc = all[name] switch
        {
            "grpc" => true,
            null or "" or "http/protobuf" => false,
            var other => throw new StartException($"The setting {name} must be http/protobuf or grpc, not '{other}'."),
        };
        return endpoint is null ? null : new OtlpTarget(endpoint, grpc, all[SettingNames.CommonServiceName]);
    }

    private static string EnvironmentName() =>
        Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") is { Length: > 0 } name ? name
        : Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") is { Length: > 0 } common ? common
        : Environments.Production;
}
