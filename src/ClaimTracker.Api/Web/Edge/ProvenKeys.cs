using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace ClaimTracker.Api.Web.Edge;

/// <summary>
/// The keys that were recently valid, by address, as hashes. From an address that has used up its allowance only these are
/// checked: guessing stays slow, and others at that address who have a key keep working.
/// </summary>
internal sealed class ProvenKeys(TimeProvider time)
{
    private const int MinutesKept = 60;

    private readonly long _began = time.GetTimestamp();
    private Generation _generation = new(0, Before: null);

    public void Add(string address, string key)
    {
        var (entries, entry) = (Now().Entries, Entry(address, key));
        if (!entries.ContainsKey(entry) && entries.Count < HttpLimits.CountedCallers)
        {
            entries.TryAdd(entry, 0);
        }
    }

    public bool Contains(string address, string key)
    {
        var (now, entry) = (Now(), Entry(address, key));
        return now.Entries.ContainsKey(entry) || now.Before?.Entries.ContainsKey(entry) == true;
    }

    private Generation Now()
    {
        var (number, current) = ((long)time.GetElapsedTime(_began).TotalMinutes / MinutesKept, Volatile.Read(ref _generation));
        if (current.Number < number)
        {
            Interlocked.CompareExchange(ref _generation, new Generation(number, current.Number == number - 1
                ? current with { Before = null }
                : null), current);
            current = Volatile.Read(ref _generation);
        }

        return current;
    }

    private static string Entry(string address, string key) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{address} {key}")));

    private sealed record Generation(long Number, Generation? Before)
    {
        public ConcurrentDictionary<string, byte> Entries { get; } = new(StringComparer.Ordinal);
    }
}
