using ClaimTracker.Api.Domain.Claims;
using ClaimTracker.Api.Domain.Fields;

namespace ClaimTracker.Api.Features.Imports;

/// <summary>
/// New claims of rows that bring nothing else. They are written together, which takes half the time; at the latest before a row that may
/// bring the same claim again, or that needs an id.
/// </summary>
internal sealed class WaitingClaims
{
    private readonly List<(NewClaim Claim, IReadOnlyList<FieldText> Fields)> _claims = [];
    private readonly HashSet<string> _textKeys = new(StringComparer.Ordinal);
    private readonly HashSet<string> _externalIds = new(StringComparer.Ordinal);

    public void Add(NewClaim claim, IReadOnlyList<FieldText> fields)
    {
        _claims.Add((claim, fields));
        _textKeys.Add(claim.TextKey);
        if (claim.Body.ExternalId is { } externalId)
        {
            _externalIds.Add(externalId);
        }
    }

    /// <summary>Whether one of them may be this claim.</summary>
    public bool MayHold(NewClaim claim) =>
        _textKeys.Contains(claim.TextKey) || (claim.Body.ExternalId is { } externalId && _externalIds.Contains(externalId));

    /// <summary>Writes them, in the order in which they came.</summary>
    public async Task WriteAsync(Change change)
    {
        if (_claims.Count == 0)
        {
            return;
        }

        await ClaimWriter.InsertAsync(change, _claims);
        _claims.Clear();
        _textKeys.Clear();
        _externalIds.Clear();
    }
}
