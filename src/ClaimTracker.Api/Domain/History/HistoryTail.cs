using System.Diagnostics;
using ClaimTracker.Api.Web.Health;

namespace ClaimTracker.Api.Domain.History;

/// <summary>
/// Checks the end of the history after an unclean stop. The service answers meanwhile, but is not ready before. No crash can have
/// damaged events that are older than those that this checks.
/// </summary>
internal sealed class HistoryTail(Db db, ServiceState state, ILogger<HistoryTail> log) : BackgroundService
{
    /// <summary>The most lines and characters that are checked: half a second on a slow machine.</summary>
    private const int MaxLines = 1_000;
    private const int MaxCharacters = 16 * 1024 * 1024;
    private const int LinesOfRead = 20;

    private const string LinesSql = $"""
        select {EventLine.Columns}
        from events
        where seq < @before
        order by seq desc
        limit @LinesOfRead + 0
        """;

    /// <summary>Checks the end of the history, the newest event first.</summary>
    /// <returns>The number of events that hold, and the first one that does not; null if all do.</returns>
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
                // The first event follows no other.
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
#pragma warning disable CA1031 // Whatever failed, the service goes on, and is not ready.
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            state.Unread();
            log.HistoryUnread(failure);
        }
    }
}
