using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
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

    /// <summary>Appends what happened.</summary>
    /// <param name="tx">The transaction of the change.</param>
    /// <param name="actor">Who did it.</param>
    /// <param name="kind">What was done, such as <c>claim.created</c>.</param>
    /// <param name="subject">What it was done to, such as <c>claim/12</c>.</param>
    /// <param name="before">The subject before, or null where it was not there.</param>
    /// <param name="after">The subject after, or null where it is gone.</param>
    public static async Task RecordAsync(this WriteTx tx, string actor, string kind, string subject, object? before, object? after)
    {
        var last = await tx.FirstAsync<Tip>(LastSql);
        var seq = (last?.Seq ?? 0) + 1;
        var prev = last?.Hash ?? "";
        var body = JsonSerializer.Serialize(new { before, after }, ApiJson.Options);
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
            Hash = HashOf(prev, seq, at, actor, kind, subject, body, salt),
        });
    }

    /// <summary>
    /// SHA-256 over prev, seq, at, actor, kind, subject and the SHA-256 of salt and body, each as its UTF-8 after its length in
    /// four big-endian bytes. The body enters as a hash of its own, so that it can be blanked by law and the chain still holds.
    /// </summary>
    public static string HashOf(string prev, long seq, string at, string actor, string kind, string subject, string body, string salt)
    {
        var bodyHash = Convert.ToHexStringLower(Sha256(salt, body));
        return Convert.ToHexStringLower(Sha256(prev, seq.ToString(), at, actor, kind, subject, bodyHash));
    }

    private static byte[] Sha256(params ReadOnlySpan<string> fields)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (var field in fields)
        {
            var bytes = Encoding.UTF8.GetBytes(field);
            BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        return hash.GetHashAndReset();
    }

    private sealed record Tip
    {
        public long Seq { get; init; }

        public string Hash { get; init; } = "";
    }
}
