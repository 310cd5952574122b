using ClaimTracker.Benchmarks.Client;
using ClaimTracker.Benchmarks.Measuring;

namespace ClaimTracker.Benchmarks.Http;

/// <summary>One of those that are compared: a server, and what it is asked.</summary>
/// <param name="Name">Its name in the table.</param>
/// <param name="Ports">Where it listens; several are replicas.</param>
/// <param name="Processes">Its processes.</param>
/// <param name="Requests">Gives, for a connection, what makes its next request from its number.</param>
internal sealed record Side(
    string Name, IReadOnlyList<int> Ports, IReadOnlyList<int> Processes, Func<int, Func<int, RawRequest>> Requests)
{
    /// <summary>Clients at the same time, if not as many as the run has.</summary>
    public int? Connections { get; init; }

    public double CpuMilliseconds() => Processes.Sum(ProcessFigures.CpuMilliseconds);

    public double PeakMegabytes() => Processes.Sum(ProcessFigures.PeakMegabytes);

    public double ResidentMegabytes() => Processes.Sum(ProcessFigures.ResidentMegabytes);
}

/// <summary>The medians of the rounds of a side.</summary>
internal sealed record SideFigures
{
    public required double PerSecond { get; init; }

    public required double Median { get; init; }

    public required double Slowest { get; init; }

    public required double Cpu { get; init; }

    public required double Bytes { get; init; }

    /// <summary>Memory after the first round.</summary>
    public required double Begin { get; init; }

    /// <summary>Memory after the last round: of a server that leaks nothing it is as at the beginning.</summary>
    public required double Resident { get; init; }

    public required double Peak { get; init; }

    public required int Refused { get; init; }
}

/// <summary>
/// Compares sides in interleaved rounds, A B A B: whatever else the machine does then slows all of them alike, and the ratio stands.
/// </summary>
internal static class Rounds
{
    private const int WarmUps = 2;

    private static readonly TimeSpan LongestWarmUp = TimeSpan.FromSeconds(3);

    public static IReadOnlyList<SideFigures> Run(RunSettings settings, IReadOnlyList<Side> sides)
    {
        var rounds = sides.Select(static _ => new List<SideFigures>()).ToArray();
        var turns = new int[sides.Count];
        for (var round = -WarmUps; round < settings.Rounds; round++)
        {
            for (var side = 0; side < sides.Count; side++)
            {
                var time = round >= 0 || settings.Round < LongestWarmUp ? settings.Round : LongestWarmUp;
                var figures = RunOne(sides[side], sides[side].Connections ?? settings.Connections, time, turns[side]++);
                if (round >= 0)
                {
                    rounds[side].Add(figures);
                }
            }
        }

        return [.. rounds.Select(Median)];
    }

    // A connection has another number in each round, so that no write is sent twice.
    private static SideFigures RunOne(Side side, int connections, TimeSpan time, int turn)
    {
        var before = side.CpuMilliseconds();
        var result = Load.Run(side.Ports, connections, time, number => side.Requests((turn * connections) + number));
        return new SideFigures
        {
            PerSecond = result.PerSecond,
            Median = result.Within(0.5),
            Slowest = result.WithinInWorstKind(0.99),
            Cpu = (side.CpuMilliseconds() - before) / result.Count,
            Bytes = result.Bytes,
            Begin = side.ResidentMegabytes(),
            Resident = side.ResidentMegabytes(),
            Peak = side.PeakMegabytes(),
            Refused = result.Refused,
        };
    }

    private static SideFigures Median(List<SideFigures> rounds) => new()
    {
        PerSecond = Middle(rounds, static f => f.PerSecond),
        Median = Middle(rounds, static f => f.Median),
        Slowest = Middle(rounds, static f => f.Slowest),
        Cpu = Middle(rounds, static f => f.Cpu),
        Bytes = Middle(rounds, static f => f.Bytes),
        Begin = rounds[0].Begin,
        Resident = rounds[^1].Resident,
        Peak = rounds[^1].Peak,
        Refused = rounds.Sum(static f => f.Refused),
    };

    private static double Middle(List<SideFigures> rounds, Func<SideFigures, double> figure) =>
        rounds.Select(figure).Order().ElementAt(rounds.Count / 2);
}
