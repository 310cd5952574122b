using ClaimTracker.Api.Domain.Claims;

namespace ClaimTracker.Api.Features.Claims;

internal sealed record RelateClaimRequest
{
    /// <summary>The claim.</summary>
    [RouteParam]
    public long Id { get; init; }

    /// <summary>Another claim.</summary>
    [RouteParam]
    public long OtherId { get; init; }

    /// <summary>What the claim is to the other: narrower says that the claim of this address is narrower than the other.</summary>
    public ClaimRelation? Relation { get; init; }

    public string? Note { get; init; }
}

internal sealed class RelateClaimValidator : Validator<RelateClaimRequest>
{
    public RelateClaimValidator()
    {
        RuleFor(static r => r.Relation).Present();
        RuleFor(static r => r.Note).Optional(Limits.Text);
    }
}

internal sealed class RelateClaim : WriteEndpoint<RelateClaimRequest, RelatedClaim>
{
    private const string FullSql = """
        select c.id
        from claims c
        where c.id in @ids
            and (select count(*) from claim_relations r where r.claim_id = c.id)
                + (select count(*) from claim_relations r where r.other_id = c.id) >= @Most
        order by c.id
        limit 1
        """;

    private const string InsertSql = """
        insert into claim_relations (claim_id, other_id, relation, note, created_at) values (@First, @Second, @Relation, @Note, @Now)
        """;

    private const string UpdateSql = """
        update claim_relations
        set relation = @Relation,
            note = @Note
        where claim_id = @First and other_id = @Second
        """;

    public override void Configure()
    {
        Put("{id}/relations/{otherId}");
        Group<ClaimsGroup>();
        Policies(nameof(Permission.Write));
        Summary(static s =>
        {
            s.Summary = "Relate a claim to another";
            s.Description =
                "201 for a new relation, 200 for one that exists; another word replaces the one before. Two claims have one relation, "
                + "which both show, each from its side: what is narrower than the other is shown there as broader, and what quotes it as "
                + "quoted_by. It hands on no verdict.";
        });
        Description(
            static d => d
                .Produces<RelatedClaim>(201)
                .Produces<RelatedClaim>()
                .AnswersNoResource()
                .ProducesProblem(404)
                .ProducesProblem(409),
            clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, RelateClaimRequest request)
    {
        foreach (var id in (long[])[request.Id, request.OtherId])
        {
            await ClaimMerges.RequireAsync(change, id);
        }

        if (request.OtherId == request.Id)
        {
            throw Problem.Invalid("otherId", "must be another claim");
        }

        var before = await RelationReader.FindAsync(change, request.Id, request.OtherId, change.Actor);
        if (before is not null && (before.Relation, before.Note) == (request.Relation, request.Note))
        {
            return Reply.Answer(before);
        }

        await WriteAsync(change, request, before);
        var related = (await RelationReader.FindAsync(change, request.Id, request.OtherId, change.Actor))!;
        return before is null ? Reply.CreatedReport(Subject.Claim(request.Id).Address, related) : Reply.Answer(related);
    }

    // It is kept once, as the claim with the smaller id sees it, and that claim vouches for it.
    private static async Task WriteAsync(Change change, RelateClaimRequest request, RelatedClaim? before)
    {
        if (before is null)
        {
            await RequireRoomAsync(change, request);
        }

        var (first, second, turned) = RelationReader.Order(request.Id, request.OtherId);
        var relation = turned ? request.Relation!.Value.Turned() : request.Relation!.Value;
        await change.ExecuteAsync(
            before is null ? InsertSql : UpdateSql,
            new { First = first, Second = second, Relation = relation, request.Note, change.Now });
        await change.RecordAsync(
            before is null ? EventKind.ClaimLinked : EventKind.ClaimRelinked,
            Subject.Claim(request.Id),
            before is null ? null : new { claimId = request.OtherId, before.Relation, before.Note },
            new { claimId = request.OtherId, request.Relation, request.Note },
            touched: [Subject.Claim(first)]);
    }

    private static async Task RequireRoomAsync(Change change, RelateClaimRequest request)
    {
        var ids = new[] { request.Id, request.OtherId };
        if (await change.FirstAsync<long?>(FullSql, new { ids, Most = Limits.RelationsOfClaim }) is { } full)
        {
            throw Problem.Conflict(
                $"Claim {full} has {Limits.RelationsOfClaim} relations, which is the most.", Subject.Claim(full).Address);
        }
    }
}
