using System.Collections.Concurrent;

namespace ClaimTracker.Api.Domain.Access;

/// <summary>
/// Finds the holders of keys. One that was read is kept until anybody commits anything, in this process or another: so a key that was
/// revoked opens nothing from the answer of its revocation on.
/// </summary>
internal sealed class KeyHolders(Db db)
{
    /// <summary>Holders that are kept, of keys that opened something. A desk has fewer.</summary>
    private const int MaxKept = 1_000;

    private readonly ConcurrentDictionary<(long? Id, string Digest), (long Stamp, KeyHolder Holder)> _kept = new();

    /// <summary>The holder of a key, or null where nobody holds it now.</summary>
    public async Task<KeyHolder?> FindAsync(string key, DateTimeOffset now, CancellationToken cancellation)
    {
        var (id, secret) = KeyForm.Parse(key);
        var digest = id is null ? KeyForm.DigestOfChosen(key) : KeyForm.DigestOfSecret(secret);
        var stamp = db.Stamp(); // Before the read: if a commit comes between, the holder is read once more than needed.
        if (stamp is not null && _kept.TryGetValue((id, digest), out var kept) && kept.Stamp == stamp)
        {
            return kept.Holder.Opens(digest, now) ? kept.Holder : null;
        }

        var holder = await db.AskAsync(tx => KeyHolder.ReadAsync(tx, id, digest), cancellation);
        if (holder?.Opens(digest, now) != true)
        {
            return null;
        }

        if (stamp is { } current)
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
