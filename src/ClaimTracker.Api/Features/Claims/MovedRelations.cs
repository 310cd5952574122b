using ClaimTracker.Api.Domain.Claims;

namespace ClaimTracker.Api.Features.Claims;

/// <summary>Takes relations from one claim to another. A pair has one row, which the claim with the smaller id vouches for.</summary>
internal static class MovedRelations
{
    private const string OfClaimSql = """
        select claim_id as first, other_id as second, relation, note, created_at
        from claim_relations
        where claim_id = @claim or other_id = @claim
        order by claim_id, other_id
        """;

    private const string DeleteSql = "delete from claim_relations where claim_id = @First and other_id = @Second";

    private const string InsertSql = """
        insert into claim_relations (claim_id, other_id, relation, note, created_at)
        values (@First, @Second, @Relation, @Note, @CreatedAt)
        on conflict (claim_id, other_id) do nothing
        """;

    /// <returns>The relations of a claim, as it sees them, by the other claim.</returns>
    public static async Task<IReadOnlyDictionary<long, MovedParts.RelationRow>> OfAsync(ReadTx tx, long claim) =>
        (await tx.ListAsync<PairRow>(OfClaimSql, new { claim })).Select(pair => pair.SeenBy(claim)).ToDictionary(static r => r.OtherId);

    public static Task AddAsync(WriteTx tx, long claim, MovedParts.RelationRow row)
    {
        var (first, second, turned) = RelationReader.Order(claim, row.OtherId);
        var relation = turned ? row.Relation.Turned() : row.Relation;
        return tx.ExecuteAsync(InsertSql, new { First = first, Second = second, Relation = relation, row.Note, row.CreatedAt });
    }

    public static Task RemoveAsync(WriteTx tx, long claim, long other)
    {
        var (first, second, _) = RelationReader.Order(claim, other);
        return tx.ExecuteAsync(DeleteSql, new { First = first, Second = second });
    }

    private sealed record PairRow
    {
        public required long First { get; init; }

        public required long Second { get; init; }

        public required ClaimRelation Relation { get; init; }

        public required string? Note { get; init; }

        public required DateTimeOffset CreatedAt { get; init; }

        public MovedParts.RelationRow SeenBy(long claim) => new()
        {
            OtherId = claim == First ? Second : First,
            Relation = claim == First ? Relation : Relation.Turned(),
            Note = Note,
            CreatedAt = CreatedAt,
        };
    }
}
