using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace ClaimTracker.Api.Features.Reconciliation;

/// <summary>The id of an entity: <c>claim-12</c>, <c>source-5</c>, or <c>claimant-</c> with its name for comparison in base64url.</summary>
/// <param name="Type">What it is.</param>
/// <param name="Number">The number of a claim or a source; 0 for a claimant.</param>
/// <param name="Key">The name of a claimant in the form for comparison; empty for others.</param>
internal sealed record EntityId(ReconciledType Type, long Number, string Key = "")
{
    public static string Of(ReconciledType type, long number) => string.Create(CultureInfo.InvariantCulture, $"{type.ToWord()}-{number}");

    public static string OfClaimant(string key) => "claimant-" + Base64Url.EncodeToString(Encoding.UTF8.GetBytes(key));

    /// <returns>Null for what is no id.</returns>
    public static EntityId? Parse(string text)
    {
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        if (dash < 0 || !EnumWords.TryParse(typeof(ReconciledType), text[..dash], out var type))
        {
            return null;
        }

        var rest = text[(dash + 1)..];
        if ((ReconciledType)type! == ReconciledType.Claimant)
        {
            return Base64Url.IsValid(rest) && rest.Length > 0
                && Encoding.UTF8.GetString(Base64Url.DecodeFromChars(rest)) is var name && TextGuard.Check(name) is null
                    ? new EntityId(ReconciledType.Claimant, 0, name)
                    : null;
        }

        return long.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new EntityId((ReconciledType)type!, number)
            : null;
    }
}
