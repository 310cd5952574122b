using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Data;

namespace ClaimTracker.Api.Commands;

/// <summary>serve: runs the API until it is told to stop.</summary>
internal static class ServeCommand
{
    public static async Task RunAsync(Settings settings, bool demo, CancellationToken stop)
    {
        await using var app = await StartAsync(settings, demo, TimeProvider.System);
        var db = app.Services.GetRequiredService<Db>();
        await Task.WhenAny(app.WaitForShutdownAsync(stop), db.MustEnd);
        if (db.MustEnd.IsCompleted)
        {
            await app.StopAsync(CancellationToken.None); // Answers what is under way.
            throw new DiskException(await db.MustEnd);
        }
    }

    /// <summary>Starts the API; returns when it answers.</summary>
    public static async Task<WebApplication> StartAsync(Settings settings, bool demo, TimeProvider time)
    {
        var (database, _) = await Databases.PrepareAsync(settings);
        var db = database.Open(time);
        var app = Server.Build(settings, db, time);
        var madeKey = await PrepareKeyAsync(settings, db);
        await app.StartAsync();
        var address = app.Urls.First();
        if (demo)
        {
            await Console.Out.WriteLineAsync(await DemoLoader.LoadAsync(db, address) ? "The demo is loaded." : "The database has articles: the demo was not loaded.");
        }

        await Console.Out.WriteLineAsync($"ClaimTracker serves {address}/api/v1; its reference is at {address}/scalar");
        if (madeKey is not null)
        {
            await Console.Out.WriteLineAsync($"Your key, shown this once: {madeKey}");
            await Console.Out.WriteLineAsync($"Try it: curl -H 'Authorization: Bearer {madeKey}' {address}/api/v1/articles");
        }

        return app;
    }

    private static async Task<string?> PrepareKeyAsync(Settings settings, Db db)
    {
        if (settings.AdminKey is { } key)
        {
            if (key.Length is < Limits.AdminKeyMin or > Limits.AdminKeyMax || !key.All(static c => c is > ' ' and <= '~'))
            {
                throw new StartException(
                    $"The setting Auth:AdminKey must have {Limits.AdminKeyMin} to {Limits.AdminKeyMax} visible ASCII characters, without spaces.");
            }

            await FirstKeys.ConfigureAsync(db, key);
            return null;
        }

        return await FirstKeys.CreateAsync(db);
    }
}
