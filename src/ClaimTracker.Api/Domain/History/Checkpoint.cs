using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace ClaimTracker.Api.Domain.History;

/// <summary>
/// The state of the history at a time, signed. A checkpoint that is kept elsewhere shows that the history was rewritten later, or that
/// its end was cut off: the chain alone would look whole. A change of the signed bytes would break every checkpoint that was given out:
/// db/HISTORY.md describes them.
/// </summary>
/// <param name="Instance">The hash of the first event, which identifies the history.</param>
/// <param name="Seq">The last event.</param>
/// <param name="Head">The hash of the last event.</param>
/// <param name="At">The time, by the clock of the service.</param>
/// <param name="PublicKey">The key that verifies the signature: ECDSA P-256, as SubjectPublicKeyInfo in Base64.</param>
/// <param name="Signature">The signature of all other members, with SHA-256: DER in Base64.</param>
internal sealed record Checkpoint(string Instance, long Seq, string Head, DateTimeOffset At, string PublicKey, string Signature)
{
    private const string Name = "ClaimTracker checkpoint 1";

    public static Checkpoint Sign(string instance, long seq, string head, DateTimeOffset at, ECDsa key)
    {
        var unsigned = new Checkpoint(instance, seq, head, at, Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()), "");
        var signature = key.SignData(unsigned.SignedBytes(), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return unsigned with { Signature = Convert.ToBase64String(signature) };
    }

    /// <returns>The checkpoint, or null if the text is not one.</returns>
    public static Checkpoint? Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<Checkpoint>(json, ApiJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether its signature is valid for its public key. Whether the key is one of the service, only the history tells.</summary>
    public bool IsSigned()
    {
        try
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(PublicKey), out _);
            return key.VerifyData(
                SignedBytes(), Convert.FromBase64String(Signature), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (Exception broken) when (broken is FormatException or CryptographicException)
        {
            return false;
        }
    }

    /// <summary>The checkpoint as one line, for a header.</summary>
    public string ToHeader() => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(this, ApiJson.Options));

    private byte[] SignedBytes() =>
        Chain.Bytes(Name, Instance, Seq.ToString(CultureInfo.InvariantCulture), Head, InstantConverter.Format(At), PublicKey);
}
