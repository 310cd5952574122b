using ClaimTracker.Api.Features.Help;
using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.Events;
using ClaimTracker.Data;

namespace ClaimTracker.Api.Commands;

/// <summary>serve: runs the API until it is told to stop.</summary>
internal static class ServeCommand
{
    public static async Task RunAsync(Settings settings, bool demo, CancellationToken stop)
    {
        Task<string> mustEnd;
        await using (var app = await StartAsync(settings, demo, TimeProvider.System))
        {
            mustEnd = app.Services.GetRequiredService<Db>().MustEnd;
            await Task.WhenAny(app.WaitForShutdownAsync(stop), mustEnd);
            if (mustEnd.IsCompleted)
            {
                await app.StopAsync(CancellationToken.None); // Answers what is under way.
            }
        }

        // The last writes are flushed when the database is closed.
        if (mustEnd.IsCompleted)
        {
            throw new DiskException(await mustEnd);
        }
    }

    /// <summary>Starts the API; returns when it answers.</summary>
    public static async Task<WebApplication> StartAsync(Settings settings, bool demo, TimeProvider time)
    {
        var operations = OperationSettings.Of(settings);
        var held = settings.Postgres is null ? DataFolderLock.Take(DataFolder.Open(settings.DataFolder)) : null;
        WebApplication? app = null;
        Db? db = null;
        try
        {
            var (database, ran) = await Databases.PrepareAsync(settings, held);
            db = database.Open(time);
            app = Server.Build(settings, operations, held, db, time);
            if (ran.Count > 0)
            {
                app.Logger.Migrated(string.Join(", ", ran));
            }

            await BindingRule.RequireAsync(settings, db);
            var madeKey = await PrepareKeyAsync(settings, db, app.Logger);
            var run = app.Services.GetRequiredService<ServiceRun>();
            run.Begin();
            await app.Services.GetRequiredService<Checkpoints>().PrepareAsync();
            await Listening.StartAsync(app, settings.Urls);
            run.Started(string.Join(' ', app.Urls), database.Name);
            await AnnounceAsync(app.Urls.First(), db, demo, madeKey);
            return app;
        }
        catch
        {
            await (app?.DisposeAsync() ?? db?.DisposeAsync() ?? ValueTask.CompletedTask);
            held?.Dispose();
            throw;
        }
    }

    private static async Task AnnounceAsync(string address, Db db, bool demo, string? madeKey)
    {
        if (demo)
        {
            await Console.Out.WriteLineAsync(await DemoLoader.LoadAsync(db, address) ? "The demo is loaded." : "The database has articles: the demo was not loaded.");
        }

        await Console.Out.WriteLineAsync(
            $"ClaimTracker serves {address}/api/v1; its reference is at {address}/scalar, its guides are at {address}{HelpPages.Address}");
        if (madeKey is not null)
        {
            await Console.Out.WriteLineAsync($"Your key, shown this once: {madeKey}");
            await Console.Out.WriteLineAsync($"Try it: curl -H 'Authorization: Bearer {madeKey}' {address}/api/v1/articles");
        }
    }

    private static async Task<string?> PrepareKeyAsync(Settings settings, Db db, ILogger log)
    {
        if (settings.AdminKey is { } key)
        {
            if (key.Length is < Limits.AdminKeyMin or > Limits.AdminKeyMax || !key.All(static c => c is > ' ' and <= '~'))
            {
                throw new StartException(
                    $"The setting Auth:AdminKey must have {Limits.AdminKeyMin} to {Limits.AdminKeyMax} visible ASCII characters, without spaces.");
            }

            if (ApiKeys.IdOf(key) is not null)
            {
                throw new StartException("The setting Auth:AdminKey must not be of the form of the keys that the service makes: choose another.");
            }

            return await FirstKeys.ConfigureAsync(db, key, log) is { } refused
                ? throw new StartException($"The key of the setting Auth:AdminKey {refused}: choose another.")
                : null;
        }

        return await FirstKeys.CreateAsync(db, log);
    }
}
