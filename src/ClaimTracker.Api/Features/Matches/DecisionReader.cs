using ClaimTracker.Api.Domain.Claims;

namespace ClaimTracker.Api.Features.Matches;

/// <summary>Reads what people said of matches. It is kept once for a pair, as the claim with the smaller id sees it.</summary>
internal static class DecisionReader
{
    private const string Sql = """
        select other_id as claim_id, state, relation, decided_by, decided_at
        from claim_matches
        where claim_id = @claim
        union all
        select claim_id, state, relation, decided_by, decided_at
        from claim_matches
        where other_id = @claim
        order by 1
        """;

    /// <summary>What was said of the matches of a claim, as that claim sees it.</summary>
    public static async Task<IReadOnlyList<DecidedMatch>> ReadAsync(ReadTx tx, long claim) =>
    [
        .. (await tx.ListAsync<DecidedMatch>(Sql, new { claim }))
            .Select(match => match.ClaimId < claim ? match with { Relation = match.Relation?.Turned() } : match),
    ];
}
