using ClaimTracker.Api.Domain.Search;
using ClaimTracker.Api.Domain.Users;
using ClaimTracker.Api.Features.Help;
using ClaimTracker.Api.Host.Demo;
using ClaimTracker.Api.Host.Settings;

namespace ClaimTracker.Api.Host;

/// <summary>Starts the service: settings first, then the lock, the database, the address, and last the first key.</summary>
internal static class Service
{
    /// <summary>Starts the API; returns when it answers, and has said how to reach it.</summary>
    /// <exception cref="StartException">It cannot start. The message is one sentence.</exception>
    public static async Task<WebApplication> StartAsync(ServiceSettings settings, bool demo, TimeProvider time)
    {
        var held = settings.Postgres is null ? DataFolderLock.Take(Host.DataFolder.Open(settings.DataPath)) : null;
        WebApplication? app = null;
        Db? db = null;
        try
        {
            var (database, ran) = await Databases.PrepareAsync(settings, held);
            db = database.Open(time, SearchWriter.FinishAsync);
            app = ServiceBuilder.Build(settings, held, db, time);
            if (ran.Count > 0)
            {
                app.Logger.Migrated(string.Join(", ", ran));
            }

            if (await SearchFill.EnsureAsync(db, app.Lifetime.ApplicationStopping) is > 0 and var things)
            {
                app.Logger.Indexed(things);
            }

            await Listening.RequireKeyAsync(settings, db);
            await ConfigureKeyAsync(settings, db, app.Logger);
            var run = app.Services.GetRequiredService<ServiceRun>();
            run.Begin();
            await app.Services.GetRequiredService<Checkpoints>().PrepareAsync();
            await Listening.StartAsync(app, settings.Http.Urls);
            run.Started(string.Join(' ', app.Urls), database.Name);
            await AnnounceAsync(app, db, settings, demo);
            return app;
        }
        catch
        {
            await (app?.DisposeAsync() ?? db?.DisposeAsync() ?? ValueTask.CompletedTask);
            held?.Dispose();
            throw;
        }
    }

    private static async Task ConfigureKeyAsync(ServiceSettings settings, Db db, ILogger log)
    {
        if (settings.AdminKey is { } key && await FirstKeys.ConfigureAsync(db, key, log) is { } refused)
        {
            throw new StartException($"The key of the setting {SettingNames.AdminKey} {refused}: choose another.");
        }
    }

    // The first key is made once the address is ours: a start that fails before has not made one that nobody ever saw.
    private static async Task AnnounceAsync(WebApplication app, Db db, ServiceSettings settings, bool demo)
    {
        var address = app.Urls.First();
        var madeKey = settings.AdminKey is null ? await FirstKeys.CreateAsync(db, app.Logger) : null;
        if (demo)
        {
            await Console.Out.WriteLineAsync(
                await DemoLoader.LoadAsync(db, address) ? "The demo is loaded." : "The database has articles: the demo was not loaded.");
        }

        // Nothing that may fail follows the line that says where the service is.
        var isFirstUnused = madeKey is null && await FirstKeys.IsFirstUnusedAsync(db);
        await Console.Out.WriteLineAsync($"ClaimTracker serves {address}/api/v1");
        if (madeKey is not null)
        {
            await Console.Out.WriteLineAsync($"Your key, shown this once: {madeKey}");
            await Console.Out.WriteLineAsync($"Try it: curl -H 'Authorization: Bearer {madeKey}' {address}/api/v1/articles");
        }
        else if (isFirstUnused)
        {
            await Console.Out.WriteLineAsync(
                "The key of the first start has not been used yet. If it is lost, make another: keys create --user NAME");
        }

        await Console.Out.WriteLineAsync($"Begin here: {address}{FrontDoor.Address}");
    }
}
