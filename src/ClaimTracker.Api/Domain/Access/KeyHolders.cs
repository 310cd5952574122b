using System.Collections.Concurrent;

namespace ClaimTracker.Api.Domain.Access;

/// <summary>
/// Finds the holders of keys. One that was read is kept until anybody commits anything, in this process or another: so a key that was
/// revoked opens nothing from the answer of its revocation on. To read it for each request took a third of a short read.
/// </summary>
internal sealed class KeyHolders(Db db)
{
    /// <summary>Holders that are kept. A desk has fewer keys.</summary>
    private const int MaxKept = 1_000;

    private readonly ConcurrentDictionary<(long? Id, string Digest), (long Stamp, KeyHolder Holder)> _kept = new();

    /// <summary>The holder of a key, or null where nobody holds it now.</summary>
    public async Task<KeyHolder?> FindAsync(string key, DateTimeOffset now, CancellationToken cancellation)
    {
        var (id, secret) = KeyForm.Parse(key);
        var digest = id is null ? KeyForm.DigestOfChosen(key) : KeyForm.DigestOfSecret(secret);
        var holder = await ReadAsync(id, digest, cancellation);
        return holder?.Opens(digest, now) == true ? holder : null;
    }

    // The number is asked for before the holder is read: if a commit comes between, the holder is read once more than needed.
    private async Task<KeyHolder?> ReadAsync(long? id, string digest, CancellationToken cancellation)
    {
        var stamp = db.Stamp();
        if (stamp is not null && _kept.TryGetValue((id, digest), out var kept) && kept.Stamp == stamp)
        {
            return kept.Holder;
        }

        var holder = await db.ReadAsync(tx => KeyHolder.ReadAsync(tx, id, digest), cancellation);
        if (stamp is { } current && holder is not null)
        {
            Keep((id, digest), (current, holder));
        }

        return holder;
    }

    private void Keep((long? Id, string Digest) key, (long Stamp, KeyHolder Holder) read)
    {
        if (_kept.Count >= MaxKept)
        {
            _kept.Clear();
        }

        _kept[key] = read;
    }
}
