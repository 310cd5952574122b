using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using ClaimTracker.Benchmarks.Client;
using ClaimTracker.Benchmarks.Generating;
using ClaimTracker.Benchmarks.Measuring;
using ClaimTracker.Benchmarks.Service;

namespace ClaimTracker.Benchmarks.Scale;

/// <summary><c>scale</c>: what each filter and sort of each list costs on two sizes of the same desk.</summary>
internal static class ScaleCommand
{
    /// <summary>A request is to cost no more, on any size.</summary>
    private const double MostCpu = 20;

    /// <summary>The rate on the large folder is to be 0.7 of that on the small one.</summary>
    private const double MostGrowth = 1 / 0.7;

    /// <summary>Below this the growth is noise.</summary>
    private const double LeastCpu = 0.5;

    private const int DeepHops = 10;

    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(0.2);
    private static readonly int[] Limits = [50, 500];

    public static Command Build()
    {
        var options = new RunOptions();
        var large = new LargeOptions();
        var command = new Command("scale", "Measures every filter and sort of the lists on two sizes of data folder");
        options.AddTo(command);
        large.AddTo(command);
        command.SetAction(async parsed =>
        {
            var settings = options.Of(parsed);
            settings.Publish(await RunAsync(settings, large.Of(parsed)));
        });
        return command;
    }

    public static async Task<Report> RunAsync(RunSettings settings, LargeSettings large)
    {
        using var scratch = new ScratchFolder(settings.Scratch);
        using var small = await Side.OpenAsync(settings, await GenerateCommand.FolderAsync(settings, scratch));
        using var big = await Side.OpenAsync(settings, await GenerateCommand.FolderAsync(
            settings with { Data = large.Data, Claims = large.Claims }, scratch));
        small.Warm(settings);
        big.Warm(settings);
        Console.WriteLine($"Ready after {small.Start:F2} s and {big.Start:F2} s, with {small.Claims:N0} and {big.Claims:N0} claims.");
        var report = new Report($"scale: {small.Claims:N0} and {big.Claims:N0} claims");
        foreach (var (ofSmall, ofBig) in small.Queries.Zip(big.Queries).Where(pair => settings.Wants(pair.First)))
        {
            Measure(settings, report, ofSmall, "first", (small, ofSmall), (big, ofBig));
            if (small.Deep(ofSmall) is { } deepOfSmall && big.Deep(ofBig) is { } deepOfBig)
            {
                Measure(settings, report, ofSmall, "deep", (small, deepOfSmall), (big, deepOfBig));
            }
        }

        return report;
    }

    private static void Measure(
        RunSettings settings, Report report, string name, string page, (Side Side, string Path) small, (Side Side, string Path) big)
    {
        var (ofSmall, ofBig) = (new List<double>(), new List<double>());
        double time = 0;
        for (var round = 0; round < settings.Rounds; round++)
        {
            ofSmall.Add(small.Side.Cost(small.Path).Cpu);
            (var cpu, time) = big.Side.Cost(big.Path);
            ofBig.Add(cpu);
        }

        var (less, more) = (ofSmall.Order().ElementAt(ofSmall.Count / 2), ofBig.Order().ElementAt(ofBig.Count / 2));
        report.Add(
            ("list and query", Uri.UnescapeDataString(name)),
            ("page", page),
            ("CPU ms, small", less),
            ("CPU ms, large", more),
            ("times", more / less),
            ("ms, large", time),
            ("", more > MostCpu ? "> 20 ms" : more > LeastCpu && more / less > MostGrowth ? "grows" : ""));
    }

    /// <summary>A service on a folder, and one connection to it.</summary>
    private sealed class Side : IDisposable
    {
        private readonly ApiProcess _service;
        private readonly ApiClient _client;
        private readonly RawConnection _connection;

        private Side(ApiProcess service)
        {
            _service = service;
            _client = new ApiClient(service.Port, service.Key);
            _connection = new RawConnection(service.Port);
            Claims = _client.LastId("claims");
            Queries = ListQueries.Of(_client);
        }

        public double Start => _service.StartTime.TotalSeconds;

        public long Claims { get; }

        public IReadOnlyList<string> Queries { get; }

        public static async Task<Side> OpenAsync(RunSettings settings, string folder) =>
            new(await ApiProcess.StartAsync(settings.Api, folder));

        /// <summary>Asks everything for a while: code that is compiled while it is measured would be measured too.</summary>
        public void Warm(RunSettings settings)
        {
            var requests = Queries.Select(path => RawRequest.Get(ApiClient.Base + path, _service.Key)).ToArray();
            Load.Run([_service.Port], 1, 5 * settings.Round, _ => number => requests[number % requests.Length]);
        }

        /// <summary>The page behind thousands of rows; null if there is none.</summary>
        public string? Deep(string path)
        {
            string? cursor = null;
            for (var hop = 0; hop < DeepHops; hop++)
            {
                var page = _client.Get(Page(path, Limits[1], cursor));
                if (!page.TryGetProperty("next", out var next) || next.ValueKind != JsonValueKind.String)
                {
                    break;
                }

                cursor = next.GetString();
            }

            return cursor is null ? null : Page(path, Limits[0], cursor);
        }

        /// <summary>The medians of a request: processor time of the service, and time.</summary>
        public (double Cpu, double Time) Cost(string path)
        {
            var request = RawRequest.Get(ApiClient.Base + path, _service.Key).Bytes;
            var (costs, times) = (new List<double>(), new List<double>());
            if (_connection.Send(request) is { IsGood: false } refused)
            {
                throw new InvalidOperationException($"{path} was answered with {refused.Status}.");
            }

            for (var began = Stopwatch.GetTimestamp(); costs.Count == 0 || Stopwatch.GetElapsedTime(began) < Budget;)
            {
                var (before, at) = (ProcessFigures.CpuMilliseconds(_service.Id), Stopwatch.GetTimestamp());
                _connection.Send(request);
                times.Add(Stopwatch.GetElapsedTime(at).TotalMilliseconds);
                costs.Add(ProcessFigures.CpuMilliseconds(_service.Id) - before);
            }

            return (costs.Order().ElementAt(costs.Count / 2), times.Order().ElementAt(times.Count / 2));
        }

        public void Dispose()
        {
            _connection.Dispose();
            _client.Dispose();
            _service.Dispose();
        }

        private static string Page(string path, int limit, string? cursor) =>
            $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}limit={limit}"
            + (cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}");
    }
}
