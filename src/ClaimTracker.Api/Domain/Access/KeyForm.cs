using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ClaimTracker.Api.Domain.Access;

/// <summary>
/// The form of keys: <c>ct_</c>, the id of the key, and a secret of 32 random bytes as 43 characters. Only a SHA-256 of the secret is
/// stored, so that a copy of the database opens nothing.
/// </summary>
internal static class KeyForm
{
    private const string Prefix = "ct_";
    private const int SecretBytes = 32;
    private const int SecretLength = 43;

    public static string NewSecret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>A key as its holder sends it.</summary>
    public static string Write(long id, string secret) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{id}_{secret}");

    /// <summary>The id in a key, whether a key with that id exists or not; null where it has none.</summary>
    public static long? IdOf(string key) => Parse(key).Id;

    /// <summary>Takes a key apart. One without an id was chosen by the operator, or is of an earlier version.</summary>
    public static (long? Id, string Secret) Parse(string key)
    {
        var rest = key.StartsWith(Prefix, StringComparison.Ordinal) ? key.AsSpan(Prefix.Length) : [];
        var end = rest.IndexOf('_');
        return end > 0
            && rest.Length - end - 1 == SecretLength
            && long.TryParse(rest[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? (id, rest[(end + 1)..].ToString())
            : (null, key);
    }

    /// <summary>The digest of a secret that the service made.</summary>
    // The line break keeps it apart from a chosen key: no header can hold one, so a secret opens nothing without its number.
    public static string DigestOfSecret(string secret) => Digest("\n" + secret);

    /// <summary>The digest of a key that the operator chose.</summary>
    public static string DigestOfChosen(string key) => Digest(key);

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
