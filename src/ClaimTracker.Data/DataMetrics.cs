using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ClaimTracker.Data;

/// <summary>What the database door counts, for whoever listens; without a listener it costs next to nothing.</summary>
public static class DataMetrics
{
    /// <summary>The name to listen for.</summary>
    public const string Name = "ClaimTracker.Data";

    private static readonly Meter Meter = new(Name);

    private static readonly UpDownCounter<int> WritesWaitingCounter = Meter.CreateUpDownCounter<int>(
        "claimtracker.writes.waiting", "{write}", "Writes that wait for the writer.");

    private static readonly UpDownCounter<int> ReadsWaitingCounter = Meter.CreateUpDownCounter<int>(
        "claimtracker.reads.waiting", "{read}", "Reads that wait for a connection.");

    private static readonly Histogram<int> GroupSize = Meter.CreateHistogram<int>(
        "claimtracker.commit.writes", "{write}", "Writes that shared a commit.");

    private static readonly Histogram<double> CommitDuration = Meter.CreateHistogram<double>(
        "claimtracker.commit.duration", "s", "How long a commit took, to the disk.",
        advice: new InstrumentAdvice<double>
        {
            HistogramBucketBoundaries = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
        });

    internal static void WritesWaiting(int change) => WritesWaitingCounter.Add(change);

    internal static void ReadsWaiting(int change) => ReadsWaitingCounter.Add(change);

    internal static void Committed(int writes, long began)
    {
        GroupSize.Record(writes);
        CommitDuration.Record(Stopwatch.GetElapsedTime(began).TotalSeconds);
    }
}
