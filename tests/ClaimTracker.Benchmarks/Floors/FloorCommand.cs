using System.CommandLine;

namespace ClaimTracker.Benchmarks.Floors;

/// <summary>
/// <c>floor</c>: what the service is held against, as a server of its own. <c>GET /json/SIZE</c> is bare Kestrel, <c>GET /claims/ID</c>
/// plain Dapper behind it, and <c>POST /claims</c> a naive writer.
/// </summary>
internal static class FloorCommand
{
    public const string Name = "floor";

    public static Command Build()
    {
        var database = new Argument<FileInfo>("database") { Description = "The SQLite file that claims are read from" };
        var naive = new Argument<FileInfo>("naive") { Description = "The SQLite file that the naive writer makes" };
        var command = new Command(Name, "Serves the floors that the service is held against") { database, naive };
        command.SetAction(async (parsed, stop) =>
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            await using var app = builder.Build();
            var reader = new DapperReader(parsed.GetValue(database)!.FullName);
            var writer = new NaiveWriter(parsed.GetValue(naive)!.FullName);
            app.Run(http => http.Request.Path.Value!.Split('/') switch
            {
                ["", "json", var size] => BareJson.AnswerAsync(http, int.Parse(size)),
                ["", "claims", var id] => reader.AnswerAsync(http, long.Parse(id)),
                _ => writer.AnswerAsync(http),
            });
            await app.StartAsync(stop);
            Console.WriteLine(FloorProcess.Greeting + new Uri(app.Urls.First()).Port);
            await app.WaitForShutdownAsync(stop);
        });
        return command;
    }
}
