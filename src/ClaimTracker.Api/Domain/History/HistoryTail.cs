using System.Diagnostics;
using ClaimTracker.Api.Web.Health;

namespace ClaimTracker.Api.Domain.History;

/// <summary>
/// After a stop that was not clean, looks whether the end of the history is whole, while the service already answers: it is
/// not ready before. What was stored longer ago than this reaches, no crash can have touched.
/// </summary>
internal sealed class HistoryTail(Db db, ServiceState state, ILogger<HistoryTail> log) : BackgroundService
{
    /// <summary>Lines and characters that are looked at, at most: half a second on a slow machine.</summary>
    private const int MaxLines = 1_000;
    private const int MaxCharacters = 16 * 1024 * 1024;
    private const int LinesOfRead = 20;

    private const string LinesSql = $"""
        select {EventLine.Columns}
        from events
        where seq < @before
        order by seq desc
        limit @LinesOfRead
        """;

    /// <summary>Looks at the end of the history, newest first.</summary>
    /// <returns>How many lines it looked at, and the first that does not hold; null where all do.</returns>
    public static async Task<(int Lines, long? Broken)> CheckAsync(Db db, CancellationToken cancellation)
    {
        var (lines, characters) = (0, 0);
        EventLine? newer = null;
        while (true)
        {
            var before = newer?.Seq ?? long.MaxValue;
            var read = await db.ReadAsync(tx => tx.ListAsync<EventLine>(LinesSql, new { before, LinesOfRead }), cancellation);
            foreach (var line in read)
            {
                if (!Holds(line) || (newer is not null && (newer.Seq != line.Seq + 1 || newer.Prev != line.Hash)))
                {
                    return (lines, Holds(line) ? newer!.Seq : line.Seq);
                }

                lines++;
                characters += line.Body.Length;
                newer = line;
            }

            if (read.Count < LinesOfRead)
            {
                // The first line follows nothing.
                return (lines, newer is null or { Seq: 1, Prev: "" } ? null : newer.Seq);
            }

            if (lines >= MaxLines || characters >= MaxCharacters)
            {
                return (lines, null);
            }
        }
    }

    private static bool Holds(EventLine line) => Chain.FaultOf(line, line.Seq, line.Prev) is null;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (state.History is null)
        {
            return;
        }

        log.UncleanStop();
        var began = Stopwatch.GetTimestamp();
        try
        {
            var (lines, broken) = await CheckAsync(db, stoppingToken);
            if (broken is { } seq)
            {
                state.Broken(seq);
                log.HistoryBroken(seq);
            }
            else
            {
                state.HistoryHolds();
                log.HistoryTailChecked(lines, (long)Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
        }
#pragma warning disable CA1031 // Whatever it is, the service goes on, and is not ready.
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            state.Unread();
            log.HistoryUnread(failure);
        }
    }
}
