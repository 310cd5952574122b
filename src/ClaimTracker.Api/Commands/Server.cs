using ClaimTracker.Api.Features.Help;
using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.Binding;
using ClaimTracker.Api.Platform.Doors;
using ClaimTracker.Api.Platform.Events;
using ClaimTracker.Api.Platform.Health;
using ClaimTracker.Api.Platform.Json;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Api.Platform.Problems;
using ClaimTracker.Data;
using FastEndpoints;

namespace ClaimTracker.Api.Commands;

/// <summary>Puts the service together: what it is made of, and what a request passes on its way.</summary>
internal static class Server
{
    public static WebApplication Build(Settings settings, OperationSettings operations, DataFolderLock? folder, Db db, TimeProvider time)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddConfiguration(settings.Configuration).AddInMemoryCollection(Doors.OfTheFramework);
        builder.WebHost.UseUrls(settings.Urls);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(static kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = Limits.RequestBodyBytes;
            kestrel.Limits.MaxRequestLineSize = Limits.RequestLineBytes;
        });

        builder.AddOperations(operations, folder, db);
        builder.Services.AddSingleton(time);
        builder.Services.AddSingleton(_ => db); // Made by a factory, so that the container closes it at stop.
        builder.Services.AddSingleton<Writes>();
        builder.AddDoors(settings);
        builder.Services.AddSingleton(_ => new Checkpoints(db, time, Path.GetFullPath(settings.DataFolder)));
        builder.Services.AddHostedService<CheckpointFiles>();
        builder.Services.ConfigureHttpJsonOptions(static http => ApiJson.Apply(http.SerializerOptions));
        builder.Services.AddFastEndpoints(static discovery => discovery.Assemblies = [typeof(Server).Assembly]);
        builder.Services.AddSingleton(typeof(IRequestBinder<>), typeof(StrictBinder<>));
        builder.Services.AddApiDescription();
        builder.Services.AddAuthorization();

        var app = builder.Build();
        app.UseOperations();
        app.UseProxy(settings);
        app.UseMiddleware<ProblemMiddleware>();
        app.UseMiddleware<HostCheck>();
        app.Use(FetchSite.RefuseCrossSite);
        app.Use(CacheRules.Apply);
        app.Use(HeadAndOptions.RouteHeadAsGet);
        app.UseRouting();
        app.Use(HeadAndOptions.AnswerOptions);
        app.UseMiddleware<AccessMiddleware>();
        app.Use(ExportLimit.Enforce);
        app.Use(BodyLimit.Enforce);
        app.MapApi();
        return app;
    }

    private static void MapApi(this WebApplication app)
    {
        app.UseFastEndpoints(static config =>
        {
            config.Endpoints.RoutePrefix = "api/v1";
            config.Endpoints.Configurator = static endpoint =>
            {
                endpoint.AllowAnonymous(); // AccessMiddleware has let it in.
                endpoint.Description(static route => route.ClearDefaultAccepts()); // The binder answers 415 in words.
            };
            config.Errors.ResponseBuilder = static (failures, _, _) => throw Problem.Invalid(failures);
            config.Validation.UsePropertyNamingPolicy = false; // FieldNames has settled it, before any validator was made.
            ApiJson.Apply(config.Serializer.Options);
        });
        app.MapHealth();
        app.MapProblemPages();
        app.MapHelpPages();
        app.MapApiDescription();
    }
}
