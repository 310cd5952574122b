using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ClaimTracker.Benchmarks.Client;

/// <summary>
/// A bounded load: each connection is a thread that sends its next request when the last was answered, until the time is up.
/// </summary>
internal static class Load
{
    private const int StackBytes = 256 * 1024;

    /// <param name="ports">Where the servers listen; the connections are shared out among them.</param>
    /// <param name="connections">How many.</param>
    /// <param name="time">How long. What is under way then is still answered, and counts.</param>
    /// <param name="requests">Gives, for a connection, what makes its next request from its number.</param>
    public static LoadResult Run(
        IReadOnlyList<int> ports, int connections, TimeSpan time, Func<int, Func<int, RawRequest>> requests)
    {
        var samples = new List<Sample>[connections];
        Exception? failure = null;
        var until = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        var began = Stopwatch.GetTimestamp();
        var threads = Enumerable.Range(0, connections).Select(number => new Thread(
            () =>
            {
                try
                {
                    samples[number] = Send(ports[number % ports.Count], until, requests(number));
                }
#pragma warning disable CA1031 // It is thrown again below, on the thread that waits.
                catch (Exception thrown)
#pragma warning restore CA1031
                {
                    failure = thrown;
                }
            },
            StackBytes)).ToList();
        threads.ForEach(static thread => thread.Start());
        threads.ForEach(static thread => thread.Join());
        return failure is null
            ? new LoadResult([.. samples.SelectMany(static of => of)], Stopwatch.GetElapsedTime(began))
            : throw new InvalidOperationException("A connection failed: " + failure.Message, failure);
    }

    private static List<Sample> Send(int port, long until, Func<int, RawRequest> next)
    {
        var samples = new List<Sample>(4096);
        using var connection = new RawConnection(port);
        for (var (number, now) = (0, Stopwatch.GetTimestamp()); now < until; number++)
        {
            var request = next(number);
            now = Stopwatch.GetTimestamp();
            var answer = connection.Send(request.Bytes);
            var after = Stopwatch.GetTimestamp();
            samples.Add(new Sample(request.Kind, answer.IsGood, answer.Bytes, after - now));
            now = after;
        }

        return samples;
    }
}

/// <summary>A request that was answered.</summary>
/// <param name="Kind">Which part of a mixed load it is.</param>
/// <param name="IsGood">Whether its status was 2xx.</param>
/// <param name="Bytes">Bytes of the answer.</param>
/// <param name="Ticks">How long it took, by <see cref="Stopwatch"/>.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Sample(int Kind, bool IsGood, int Bytes, long Ticks);

/// <summary>What a load came to.</summary>
internal sealed class LoadResult(IReadOnlyList<Sample> samples, TimeSpan elapsed)
{
    public int Count => samples.Count;

    public int Refused => samples.Count(static sample => !sample.IsGood);

    /// <summary>Those that were answered well.</summary>
    public double PerSecond => (samples.Count - Refused) / elapsed.TotalSeconds;

    public double Bytes => samples.Average(static sample => (double)sample.Bytes);

    /// <summary>The time, in milliseconds, that this part of the requests was answered within.</summary>
    public double Within(double part) => Within([.. samples], part);

    /// <summary>The same for the slowest part of a mixed load.</summary>
    public double WithinInWorstKind(double part) =>
        samples.GroupBy(static sample => sample.Kind).Max(kind => Within([.. kind], part));

    private static double Within(Sample[] of, double part)
    {
        Array.Sort(of, static (one, other) => one.Ticks.CompareTo(other.Ticks));
        return of[Math.Min(of.Length - 1, (int)(of.Length * part))].Ticks * 1000.0 / Stopwatch.Frequency;
    }
}
