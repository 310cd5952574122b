using System.Collections.Concurrent;

namespace ClaimTracker.Api.Web.Edge;

/// <summary>
/// Counts the requests of each caller in a minute. When a minute is over all its counts are dropped at once: nothing has to be
/// swept, and nobody is remembered. The built-in limiter cannot be told the time, and tests would have to wait for it.
/// </summary>
/// <param name="limit">Requests of one caller in a minute.</param>
/// <param name="time">The clock.</param>
internal sealed class MinuteCounts(int limit, TimeProvider time)
{
    public const int Seconds = 60;

    private readonly long _began = time.GetTimestamp();
    private Minute _minute = new(0);

    /// <summary>Counts a request, or what it costs.</summary>
    public Allowance Take(string caller, int count = 1)
    {
        var (minute, ends) = Now();
        return new Allowance(limit, limit - Interlocked.Add(ref minute.Of(caller).Value, count), ends);
    }

    /// <summary>What a caller has left, without counting.</summary>
    public Allowance Look(string caller)
    {
        var (minute, ends) = Now();
        return new Allowance(limit, limit - Volatile.Read(ref minute.Of(caller).Value), ends);
    }

    private (Minute Minute, int Ends) Now()
    {
        var elapsed = time.GetElapsedTime(_began);
        var (number, current) = ((long)elapsed.TotalMinutes, Volatile.Read(ref _minute));
        if (current.Number < number)
        {
            // Of several that see the new minute at once, one begins it.
            Interlocked.CompareExchange(ref _minute, new Minute(number), current);
            current = Volatile.Read(ref _minute);
        }

        return (current, Seconds - elapsed.Seconds);
    }

    private sealed class Minute(long number)
    {
        private readonly ConcurrentDictionary<string, Counter> _counters = new(StringComparer.Ordinal);
        private readonly Counter _rest = new();
        private int _callers;

        public long Number => number;

        // Past the most callers that are kept apart, all further ones share one count: memory has an end, and a flood gets no pass.
        public Counter Of(string caller)
        {
            if (_counters.TryGetValue(caller, out var known))
            {
                return known;
            }

            return Interlocked.Increment(ref _callers) <= HttpLimits.CountedCallers
                ? _counters.GetOrAdd(caller, static _ => new Counter())
                : _rest;
        }
    }

    private sealed class Counter
    {
        public int Value;
    }
}

/// <summary>What a caller may still do.</summary>
/// <param name="Limit">Requests in a minute.</param>
/// <param name="Left">What is left of them; below zero past the limit.</param>
/// <param name="Seconds">Until the next minute begins.</param>
internal sealed record Allowance(int Limit, int Left, int Seconds);
