using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Health;
using ClaimTracker.Api.Platform.Logs;
using ClaimTracker.Data;

namespace ClaimTracker.Api.Commands;

/// <summary>What is around the service so that it can be run: its log, its telemetry, its probes, its stop.</summary>
internal static class Operations
{
    public static void AddOperations(this WebApplicationBuilder builder, OperationSettings settings, DataFolderLock? folder, Db db)
    {
        builder.Logging.UseFormat(settings.LogFormat);
        builder.Services.AddTelemetry(settings.Otlp);
        builder.Services.AddSingleton<ServiceState>();
        builder.Services.AddSingleton(settings.Readiness);
        builder.Services.AddSingleton<Readiness>();
        builder.Services.AddHostedService<HistoryTail>();
        builder.Services.AddSingleton(services => new ServiceRun(
            folder, db, services.GetRequiredService<ServiceState>(), services.GetRequiredService<TimeProvider>(), services.GetRequiredService<ILogger<ServiceRun>>()));
        Shutdown.Configure(builder.Services);
    }

    /// <summary>The log of a command that does not serve; all of it is written when the factory is closed.</summary>
    public static ILoggerFactory OpenLog(this Settings settings, OperationSettings operations) =>
        LoggerFactory.Create(logging => logging.AddConfiguration(settings.Configuration.GetSection("Logging")).UseFormat(operations.LogFormat));

    /// <summary>Goes before everything else.</summary>
    public static void UseOperations(this WebApplication app)
    {
        Shutdown.Arrange(app);
        app.UseMiddleware<RequestLog>();
    }
}
