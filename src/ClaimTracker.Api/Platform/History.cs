using System.Security.Cryptography;
using ClaimTracker.Api.Platform.Events;
using ClaimTracker.Api.Platform.Json;
using ClaimTracker.Data;

namespace ClaimTracker.Api.Platform;

/// <summary>
/// The history: one event per change, written in the transaction of the change, chained by hash so that a later change to any
/// of them shows.
/// </summary>
internal static class History
{
    private const int SaltBytes = 16;

    private const string LastSql = "select seq, hash from events order by seq desc limit 1";

    private const string AppendSql = """
        insert into events (seq, at, actor, kind, subject, body, salt, prev, hash)
        values (@Seq, @At, @actor, @kind, @subject, @body, @salt, @Prev, @Hash)
        """;

    /// <summary>Appends what happened, when it has happened: the event vouches for what the tables hold on its subject now.</summary>
    /// <param name="tx">The transaction of the change.</param>
    /// <param name="actor">Who did it.</param>
    /// <param name="kind">What was done, such as <c>claim.created</c>.</param>
    /// <param name="subject">What it was done to, such as <c>claim/12</c>.</param>
    /// <param name="before">The subject before, or null where it was not there.</param>
    /// <param name="after">The subject after, or null where it is gone.</param>
    /// <param name="touched">Other subjects whose rows changed with it, and that have no event of their own.</param>
    public static async Task RecordAsync(
        this WriteTx tx, string actor, string kind, string subject, object? before, object? after, IEnumerable<string>? touched = null)
    {
        var content = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var changed in (touched ?? []).Prepend(subject))
        {
            if (Projections.Of(changed) is var (projection, key))
            {
                content[changed] = await ContentDigest.ReadAsync(tx, projection, key);
            }
        }

        await tx.AppendAsync(actor, kind, subject, new EventBody(before, after) { Content = content.Count == 0 ? null : content });
    }

    /// <summary>Appends an event that changed no content.</summary>
    public static async Task AppendAsync(this WriteTx tx, string actor, string kind, string subject, EventBody said)
    {
        var last = await tx.FirstAsync<Tip>(LastSql);
        var seq = (last?.Seq ?? 0) + 1;
        var prev = last?.Hash ?? "";
        var body = said.Serialize();
        var salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SaltBytes));
        var at = InstantConverter.Format(tx.Now);

        await tx.ExecuteAsync(AppendSql, new
        {
            Seq = seq,
            At = at,
            actor,
            kind,
            subject,
            body,
            salt,
            Prev = prev,
            Hash = Chain.HashOf(prev, seq, at, actor, kind, subject, Chain.BodyHash(salt, body)),
        });
    }

    private sealed record Tip
    {
        public long Seq { get; init; }

        public string Hash { get; init; } = "";
    }
}
