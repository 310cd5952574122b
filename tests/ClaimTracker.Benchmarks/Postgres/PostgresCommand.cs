using System.CommandLine;
using ClaimTracker.Benchmarks.Generating;
using ClaimTracker.Benchmarks.Http;
using ClaimTracker.Benchmarks.Measuring;
using ClaimTracker.Benchmarks.Service;

namespace ClaimTracker.Benchmarks.Postgres;

/// <summary><c>postgres</c>: the work of `http` on PostgreSQL against the same on SQLite, and two replicas against one.</summary>
internal static class PostgresCommand
{
    public static Option<string> ServerOption(bool required) => new("--postgres")
    {
        Description = "Connection string of a role that may create databases; the run makes one of its own, and drops it",
        Required = required,
    };

    public static Command Build()
    {
        var options = new RunOptions();
        var server = ServerOption(required: true);
        var command = new Command("postgres", "Measures requests on PostgreSQL against SQLite") { server };
        options.AddTo(command);
        command.SetAction(async parsed =>
        {
            var settings = options.Of(parsed);
            settings.Publish(await RunAsync(settings, parsed.GetValue(server)!));
        });
        return command;
    }

    public static async Task<IReadOnlyList<Report>> RunAsync(RunSettings settings, string server)
    {
        using var scratch = new ScratchFolder(settings.Scratch);
        var folder = await GenerateCommand.FolderAsync(settings, scratch);
        await using var database = await OwnDatabase.CreateAsync(server);
        await ApiProcess.RunAsync(settings.Api, "copy-to", database.Connection, "--data", folder);
        using var sqlite = await ApiProcess.StartAsync(settings.Api, folder);
        using var postgres = await ApiProcess.StartAsync(settings.Api, Path.Combine(scratch.Path, "one"), database.Connection);
        using var replica = await ApiProcess.StartAsync(settings.Api, Path.Combine(scratch.Path, "two"), database.Connection);
        var (engines, replicas) = (new Report("postgres: of SQLite"), new Report("postgres: two replicas of one"));
        var ofPostgres = new HttpCases(postgres).All();
        foreach (var (onSqlite, onPostgres) in new HttpCases(sqlite).All().Zip(ofPostgres).Where(pair => settings.Wants(pair.First.Name)))
        {
            Side one = new(onSqlite.Name, [postgres.Port], [postgres.Id], onPostgres.Requests) { Connections = onPostgres.Connections };
            double? goal = Goal.OfPostgres.TryGetValue(onSqlite.Name, out var ratio) ? ratio : null;
            Compare(engines, settings, onSqlite, goal,
                ("SQLite", one with { Ports = [sqlite.Port], Processes = [sqlite.Id], Requests = onSqlite.Requests }), ("PostgreSQL", one));
            if (onSqlite.Name.StartsWith("GET ", StringComparison.Ordinal))
            {
                Compare(replicas, settings, onSqlite, Goal.OfTwoReplicas, ("one", one), ("two", one with
                {
                    Ports = [postgres.Port, replica.Port],
                    Processes = [postgres.Id, replica.Id],
                    Requests = number => onPostgres.Requests(number + settings.Connections),
                }));
            }
        }

        await replica.StopAsync();
        await postgres.StopAsync();
        return [engines, replicas];
    }

    private static void Compare(
        Report report, RunSettings settings, HttpCase work, double? goal, (string Name, Side Side) first, (string Name, Side Side) second)
    {
        Console.Error.WriteLine(work.Name);
        var figures = Rounds.Run(settings, [first.Side, second.Side]);
        var (less, more) = (figures[0], figures[1]);
        report.Add(
            ("what", work.Name),
            ($"{first.Name}, per second", less.PerSecond * work.RowsOfRequest),
            ($"{second.Name}, per second", more.PerSecond * work.RowsOfRequest),
            ("ratio", more.PerSecond / less.PerSecond),
            ("goal", goal),
            ($"{first.Name}, p99 ms", less.Slowest),
            ($"{second.Name}, p99 ms", more.Slowest),
            ($"{first.Name}, CPU ms", less.Cpu),
            ($"{second.Name}, CPU ms", more.Cpu),
            ("refused", less.Refused + more.Refused));
    }
}
