using ClaimTracker.Api.Domain.Archives;
using ClaimTracker.Api.Domain.Hints;
using ClaimTracker.Api.Domain.Matching;
using ClaimTracker.Api.Domain.Sentences;
using ClaimTracker.Api.Domain.SignIn;
using ClaimTracker.Api.Domain.Subscriptions;
using ClaimTracker.Api.Host.Settings;
using ClaimTracker.Api.Web.Binding;
using ClaimTracker.Api.Web.Edge;
using ClaimTracker.Api.Web.Health;
using ClaimTracker.Api.Web.Logs;
using ClaimTracker.Api.Web.Outbound;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace ClaimTracker.Api.Host;

/// <summary>Puts the service together.</summary>
internal static class ServiceBuilder
{
    /// <summary>
    /// Keeps the framework from opening what is ours to open: its own host check answers 400 without a body and lets wildcards in,
    /// and a variable that container images like to set makes it believe everybody's X-Forwarded headers.
    /// </summary>
    public static readonly IReadOnlyDictionary<string, string?> FrameworkOverrides = new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["AllowedHosts"] = "*",
        ["ForwardedHeaders_Enabled"] = "false",
    };

    // A client that sends or reads more slowly holds a place that others wait for.
    private static readonly MinDataRate SlowestRate =
        new(HttpLimits.SlowestBytesASecond, TimeSpan.FromSeconds(HttpLimits.SlowestGraceSeconds));

    public static WebApplication Build(ServiceSettings settings, DataFolderLock? folder, Db db, TimeProvider time)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddConfiguration(settings.Configuration)
            .AddInMemoryCollection(FrameworkOverrides).AddInMemoryCollection(settings.Certificate);
        builder.WebHost.UseUrls(settings.Http.Urls);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(static kestrel =>
        {
            kestrel.Limits.MaxConcurrentConnections = FileLimit.Connections;
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = HttpLimits.RequestBodyBytes;
            kestrel.Limits.MaxRequestLineSize = HttpLimits.RequestLineBytes;
            kestrel.Limits.MinRequestBodyDataRate = SlowestRate;
            kestrel.Limits.MinResponseDataRate = SlowestRate;
        });

        builder.Logging.UseFormat(settings.LogFormat);
        AddOperations(builder.Services, settings, folder, db);
        builder.Services.AddSingleton(time);
        builder.Services.AddSingleton(_ => db); // Made by a factory, so that the container closes it at stop.
        builder.Services.AddSingleton<ChangeRunner>();
        builder.Services.AddSingleton<KeyHolders>();
        builder.Services.AddMatching(settings.Matching);
        builder.Services.AddHints();
        builder.Services.AddSingleton<Rescorer>();
        builder.Services.AddHostedService(static provider => provider.GetRequiredService<Rescorer>());
        builder.Services.AddSingleton<Features.Articles.Comparisons>();
        builder.Services.AddSingleton<Features.Imports.ImportRunner>();
        builder.Services.AddHostedService(static provider => provider.GetRequiredService<Features.Imports.ImportRunner>());
        builder.Services.AddSingleton(settings.Outbound);
        builder.Services.AddSingleton<CarefulHttp>();
        builder.Services.AddSingleton<FeedReader>();
        builder.Services.AddSingleton<SubscriptionRunner>();
        builder.Services.AddHostedService(static provider => provider.GetRequiredService<SubscriptionRunner>());
        builder.Services.AddSingleton<Features.Reconciliation.Reconciler>();
        builder.Services.AddSingleton<Features.Reconciliation.ReconcileAnswers>();
        builder.Services.AddSingleton<Features.Changes.ChangePages>();
        builder.Services.AddSingleton<Features.Changes.ChangeStreams>();
        builder.Services.AddSingleton(_ => new Checkpoints(db, time, Path.GetFullPath(settings.DataPath)));
        builder.Services.AddHostedService<CheckpointFiles>();
        builder.Services.AddSingleton(new WorkFiles(Path.GetFullPath(settings.DataPath)));
        builder.Services.AddSingleton(new ServedHosts(settings.Http.Hosts));
        settings.Http.Origins.AddTo(builder.Services);
        builder.Services.AddSingleton(settings.RateLimits);
        builder.Services.AddSingleton<RateLimits>();
        builder.Services.AddSingleton(settings.Publisher);
        builder.Services.AddSingleton(settings.KeyLife);
        builder.Services.AddSingleton(static _ => new MemoryGate());
        builder.Services.AddSignIn(settings.Access, settings.Tokens);
        builder.Services.ConfigureHttpJsonOptions(static http => ApiJson.Apply(http.SerializerOptions));
        builder.Services.AddFastEndpoints(static discovery => discovery.Assemblies = [typeof(ServiceBuilder).Assembly]);
        builder.Services.AddSingleton(typeof(IRequestBinder<>), typeof(StrictBinder<>));
        builder.Services.AddApiDescription();
        Compression.AddTo(builder.Services);

        var app = builder.Build();
        app.UseService(settings);
        return app;
    }

    /// <summary>The log of a command that does not serve. All of it is written when the factory is closed.</summary>
    public static ILoggerFactory OpenLog(this ServiceSettings settings) =>
        LoggerFactory.Create(logging => logging
            .AddConfiguration(settings.Configuration.GetSection("Logging"))
            .UseFormat(settings.LogFormat));

    private static void AddOperations(IServiceCollection services, ServiceSettings settings, DataFolderLock? folder, Db db)
    {
        services.AddTelemetry(settings.Otlp);
        services.AddReadiness(settings.Readiness);
        services.AddHostedService<HistoryTail>();
        services.AddSingleton(provider => new ServiceRun(
            folder,
            db,
            provider.GetRequiredService<ServiceState>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<ServiceRun>>()));
        Shutdown.Configure(services);
    }
}
