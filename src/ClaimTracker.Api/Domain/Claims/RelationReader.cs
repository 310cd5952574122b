namespace ClaimTracker.Api.Domain.Claims;

/// <summary>
/// Reads the relations of claims. One is kept once, as the claim with the smaller id sees it; from the other side it is turned round.
/// </summary>
internal static class RelationReader
{
    /// <summary>The relations of a claim (<c>c</c>) as JSON, in the order of the ids of the others.</summary>
    public const string OfClaimSql = """
        (select json_group_array(json_object(
            'claimId', o.other_id, 'text', o.text, 'relation', o.relation, 'note', o.note, 'turned', o.turned))
         from (
            select r.other_id, x.text, r.relation, r.note, 0 as turned
            from claim_relations r
            join claims x on x.id = r.other_id
            where r.claim_id = c.id
            union all
            select r.claim_id, x.text, r.relation, r.note, 1
            from claim_relations r
            join claims x on x.id = r.claim_id
            where r.other_id = c.id
            order by 1) o)
        """;

    private const string OfOneSql = $"select {OfClaimSql} as relations from claims c where c.id = @claim";

    /// <returns>What a claim is to another; null if they have no relation.</returns>
    public static async Task<RelatedClaim?> FindAsync(ReadTx tx, long claim, long other, Actor actor) =>
        (await tx.FirstAsync<ClaimRow>(OfOneSql, new { claim }))?.Relations?.FirstOrDefault(row => row.ClaimId == other)?.ToRelated(actor);

    /// <summary>The order in which a pair is kept, and whether that turns it round.</summary>
    public static (long First, long Second, bool Turned) Order(long claim, long other) =>
        claim < other ? (claim, other, false) : (other, claim, true);

    /// <summary>The relation as the other claim sees it.</summary>
    public static ClaimRelation Turned(this ClaimRelation relation) => relation switch
    {
        ClaimRelation.Narrower => ClaimRelation.Broader,
        ClaimRelation.Broader => ClaimRelation.Narrower,
        ClaimRelation.Quotes => ClaimRelation.QuotedBy,
        ClaimRelation.QuotedBy => ClaimRelation.Quotes,
        _ => relation,
    };

    private sealed record ClaimRow
    {
        public required IReadOnlyList<RelationRow>? Relations { get; init; }
    }
}

/// <summary>A relation as one of its claims reads it.</summary>
internal sealed record RelationRow
{
    public required long ClaimId { get; init; }

    public required string Text { get; init; }

    public required ClaimRelation Relation { get; init; }

    public required string? Note { get; init; }

    /// <summary>1 if the relation is kept as the other claim sees it.</summary>
    public required int Turned { get; init; }

    public RelatedClaim ToRelated(Actor actor) =>
        new(ClaimId, Text, Turned == 1 ? Relation.Turned() : Relation, actor.IsInside ? Note : null);
}
