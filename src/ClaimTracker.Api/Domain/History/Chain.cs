using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ClaimTracker.Api.Domain.History;

/// <summary>
/// The hashes that chain the events. A change of their input would break every existing history: db/HISTORY.md describes it, and
/// other programs follow that page.
/// </summary>
internal static class Chain
{
    /// <summary>
    /// Hash of the body of an event. The hash of the event is made of it instead of the body, so that the chain holds even when the body
    /// is blanked by law.
    /// </summary>
    public static string BodyHash(string salt, string body) => Hex(salt, body);

    /// <summary>Hash of an event. The next event carries it.</summary>
    public static string HashOf(string prev, long seq, string at, string actor, string kind, string subject, string bodySha256) =>
        Hex(prev, seq.ToString(CultureInfo.InvariantCulture), at, actor, kind, subject, bodySha256);

    /// <summary>Checks an event.</summary>
    /// <param name="line">The event.</param>
    /// <param name="seq">The number that it must have.</param>
    /// <param name="prev">The hash of the previous event; empty for the first.</param>
    /// <returns>The first fault, as a sentence; null if there is none.</returns>
    public static string? FaultOf(EventLine line, long seq, string prev)
    {
        if (line.Seq != seq)
        {
            return $"Event {seq} is missing: the next one is {line.Seq}.";
        }

        if (line.Prev != prev)
        {
            return $"Event {seq} does not follow the previous event: its prev is not the hash of that event.";
        }

        if (line.IsRedacted && (line.Body.Length > 0 || line.Salt.Length > 0))
        {
            return $"Event {seq} was redacted but still has a body or a salt.";
        }

        var body = line.BodySha256 ?? BodyHash(line.Salt, line.Body);
        return line.Hash == HashOf(line.Prev, line.Seq, line.At, line.Actor, line.Kind, line.Subject, body)
            ? null
            : $"Event {seq} was changed: its hash does not match its content.";
    }

    /// <summary>SHA-256 of fields as <see cref="Bytes"/>, in lower-case hex.</summary>
    private static string Hex(params ReadOnlySpan<string> fields) => Convert.ToHexStringLower(SHA256.HashData(Bytes(fields)));

    /// <summary>Fields in UTF-8, each after its length in four big-endian bytes: different fields never give the same bytes.</summary>
    public static byte[] Bytes(params ReadOnlySpan<string> fields)
    {
        var size = 0;
        foreach (var field in fields)
        {
            size += sizeof(int) + Encoding.UTF8.GetByteCount(field);
        }

        var bytes = new byte[size];
        var at = 0;
        foreach (var field in fields)
        {
            var length = Encoding.UTF8.GetBytes(field, bytes.AsSpan(at + sizeof(int)));
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(at), length);
            at += sizeof(int) + length;
        }

        return bytes;
    }
}
