using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ClaimTracker.Api.Domain.History;

/// <summary>
/// The hashes that chain the events. A change of what they are made of would break every history that there is: db/README.md
/// describes them, and other programs follow it.
/// </summary>
internal static class Chain
{
    /// <summary>Hash of what an event says. It enters the hash of the event in place of the body, so that the body can be blanked by law and the chain still holds.</summary>
    public static string BodyHash(string salt, string body) => Hex(salt, body);

    /// <summary>Hash of an event, which the next one carries.</summary>
    public static string HashOf(string prev, long seq, string at, string actor, string kind, string subject, string bodySha256) =>
        Hex(prev, seq.ToString(CultureInfo.InvariantCulture), at, actor, kind, subject, bodySha256);

    /// <summary>What is wrong with an event, or null.</summary>
    /// <param name="line">The event.</param>
    /// <param name="seq">The number that comes next.</param>
    /// <param name="prev">The hash of the event before; empty before the first.</param>
    public static string? FaultOf(EventLine line, long seq, string prev)
    {
        if (line.Seq != seq)
        {
            return $"Event {seq} is missing: the next one is {line.Seq}.";
        }

        if (line.Prev != prev)
        {
            return $"Event {seq} does not follow from the one before: it carries another hash than that one has.";
        }

        if (line.IsRedacted && (line.Body.Length > 0 || line.Salt.Length > 0))
        {
            return $"Event {seq} was redacted, and has a body or a salt.";
        }

        var body = line.BodySha256 ?? BodyHash(line.Salt, line.Body);
        return line.Hash == HashOf(line.Prev, line.Seq, line.At, line.Actor, line.Kind, line.Subject, body)
            ? null
            : $"Event {seq} was changed: its hash is not that of what it says.";
    }

    /// <summary>SHA-256 over fields, each as its UTF-8 after its length in four big-endian bytes; in lower-case hex.</summary>
    private static string Hex(params ReadOnlySpan<string> fields) => Convert.ToHexStringLower(SHA256.HashData(Bytes(fields)));

    /// <summary>Fields as bytes that can be taken apart in one way only.</summary>
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
