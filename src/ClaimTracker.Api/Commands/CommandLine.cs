using System.CommandLine;
using System.Data.Common;
using System.Globalization;
using ClaimTracker.Api.Features.Help;
using ClaimTracker.Api.Host;
using ClaimTracker.Api.Host.Settings;
using ParseResult = System.CommandLine.ParseResult;

namespace ClaimTracker.Api.Commands;

/// <summary>What the program can do from the command line.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args)
    {
        // Messages and formats do not follow the machine: the API speaks one language.
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

        var urls = new Option<string?>("--urls")
        {
            Description = $"Addresses to listen on, separated by ; (default {HttpSettings.DefaultUrls})",
            Recursive = true,
        };
        var data = new Option<string?>("--data")
        {
            Description = $"Data folder (default {ServiceSettings.DefaultDataFolder})",
            Recursive = true,
        };
        var postgres = new Option<string?>("--postgres")
        {
            Description = "Connection string of a PostgreSQL database, instead of the data folder",
            Recursive = true,
        };
        var proxy = new Option<bool>("--behind-proxy")
        {
            Description = "A proxy on this machine, or one of Proxy:Known, takes the requests and says whose they are",
            Recursive = true,
        };
        var demo = new Option<bool>("--demo")
        {
            Description = "Load a demo article with claims, evidence and verdicts into an empty database",
        };
        var serveDemo = new Option<bool>("--demo") { Description = demo.Description };

        var root = new RootCommand(
            "ClaimTracker: from an article to its verdict list. Without a command it serves; "
            + $"its guides are then at {HttpSettings.DefaultUrls}{HelpPages.Address}.")
        {
            urls, data, postgres, proxy, demo,
        };
        root.TreatUnmatchedTokensAsErrors = true;
        var serve = new Command("serve", "Serve the API (the default)") { serveDemo };
        var migrate = new Command("migrate", "Bring the database to the version of this program, and stop");
        var schema = new Command("schema", "Print the schema of the database, and stop");
        var routes = new Command("routes", "Print the table of routes, with the roles that may use them, and stop");
        var target = new Argument<string>("target")
        {
            Description = "An empty data folder, or the connection string of an empty PostgreSQL database",
        };
        var copy = new Command("copy-to", "Copy everything into another database, compare it there, and stop") { target };
        root.Subcommands.Add(serve);
        root.Subcommands.Add(migrate);
        root.Subcommands.Add(schema);
        root.Subcommands.Add(routes);
        root.Subcommands.Add(copy);
        var backups = new Argument<string>("folder") { Description = "Where backups are kept; each becomes a folder in it" };
        var backup = new Command("backup", "Write a backup while the service runs, check it, and stop") { backups };
        var saved = new Argument<string>("backup") { Description = "The folder of one backup" };
        var restore = new Command("restore", "Put a backup into an empty data folder or database, and stop") { saved };
        root.Subcommands.Add(backup);
        root.Subcommands.Add(restore);
        root.Subcommands.Add(KeysCommand.Make(Of, GuardAsync));
        root.Subcommands.Add(VerifyCommand.Make(Of, GuardAsync));
        root.Subcommands.Add(RedactCommand.Make(Of, GuardAsync));
        root.Subcommands.Add(SearchCommand.Make(Of, GuardAsync));
        root.Subcommands.Add(ImportCommand.Make(Of, GuardAsync));

        root.SetAction((parsed, stop) => GuardAsync(() => ServeCommand.RunAsync(Of(parsed), parsed.GetValue(demo), stop)));
        serve.SetAction((parsed, stop) => GuardAsync(() => ServeCommand.RunAsync(Of(parsed), parsed.GetValue(serveDemo), stop)));
        migrate.SetAction((parsed, _) => GuardAsync(() => MigrateCommand.RunAsync(Of(parsed))));
        schema.SetAction((parsed, _) => GuardAsync(() => SchemaCommand.RunAsync(Of(parsed))));
        routes.SetAction((parsed, _) => GuardAsync(() => RoutesCommand.RunAsync(Of(parsed))));
        copy.SetAction((parsed, _) => GuardAsync(() => CopyCommand.RunAsync(Of(parsed), parsed.GetRequiredValue(target))));
        backup.SetAction((parsed, _) => GuardAsync(() =>
            BackupCommand.RunAsync(Of(parsed), parsed.GetRequiredValue(backups), TimeProvider.System)));
        restore.SetAction((parsed, _) => GuardAsync(() => RestoreCommand.RunAsync(Of(parsed), parsed.GetRequiredValue(saved))));

        // Left alone, the library ends the process two seconds after a signal. The service stops by itself, and takes its time.
        return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });

        ServiceSettings Of(ParseResult parsed) => ServiceSettings.Load(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            [SettingNames.Urls] = parsed.GetValue(urls),
            [SettingNames.Folder] = parsed.GetValue(data),
            [SettingNames.Postgres] = parsed.GetValue(postgres),
            [SettingNames.BehindProxy] = parsed.GetValue(proxy) ? "true" : null,
        });
    }

    /// <summary>An operator gets one sentence and a non-zero exit, not a stack trace.</summary>
    private static Task<int> GuardAsync(Func<Task> command) => GuardAsync(async () =>
    {
        await command();
        return 0;
    });

    private static async Task<int> GuardAsync(Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (Exception refused) when (
            refused is StartException or DatabaseException or DbException or IOException or UnauthorizedAccessException or DiskException
            || DbErrors.Classify(refused) != DbError.Other)
        {
            await Console.Error.WriteLineAsync(refused.Message.ReplaceLineEndings(" "));
            return refused is DiskException || DbErrors.ClassifyCause(refused) is DbError.NotFlushed or DbError.FilesLost
                ? DiskException.ExitCode : 1;
        }
    }
}
