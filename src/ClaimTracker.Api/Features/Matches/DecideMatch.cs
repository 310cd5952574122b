using ClaimTracker.Api.Domain.Claims;

namespace ClaimTracker.Api.Features.Matches;

internal sealed record DecideMatchRequest
{
    /// <summary>The claim.</summary>
    [RouteParam]
    public long Id { get; init; }

    /// <summary>The other claim.</summary>
    [RouteParam]
    public long OtherId { get; init; }

    public MatchState? State { get; init; }

    /// <summary>What the claim is to the other, if it was confirmed and somebody says so.</summary>
    public ClaimRelation? Relation { get; init; }
}

internal sealed class DecideMatchValidator : Validator<DecideMatchRequest>
{
    public DecideMatchValidator()
    {
        RuleFor(static r => r.State).Present();
        RuleFor(static r => r.Relation).Null().When(static r => r.State == MatchState.Rejected)
            .WithMessage("cannot be combined with the state rejected");
    }
}

internal sealed class DecideMatch : WriteEndpoint<DecideMatchRequest, DecidedMatch>
{
    private const string WriteSql = """
        insert into claim_matches (claim_id, other_id, state, relation, decided_by, decided_at)
        values (@First, @Second, @State, @Relation, @Name, @Now)
        on conflict (claim_id, other_id) do update
        set state = excluded.state,
            relation = excluded.relation,
            decided_by = excluded.decided_by,
            decided_at = excluded.decided_at
        """;

    public override void Configure()
    {
        Put("{id}/matches/{otherId}");
        Group<ClaimsGroup>();
        Policies(nameof(Permission.Write));
        Summary(static s =>
        {
            s.Summary = "Confirm or reject a match";
            s.Description =
                "201 for the first decision on the two claims, 200 for another; the same again changes nothing. It holds for both claims. "
                + "It hands on no verdict, and makes no relation that a claim shows.";
        });
        Description(
            static d => d
                .Produces<DecidedMatch>(201)
                .Produces<DecidedMatch>()
                .AnswersNoResource()
                .ProducesProblem(404)
                .ProducesProblem(409),
            clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, DecideMatchRequest request)
    {
        foreach (var id in (long[])[request.Id, request.OtherId])
        {
            await ClaimMerges.RequireAsync(change, id);
        }

        if (request.OtherId == request.Id)
        {
            throw Problem.Invalid("otherId", "must be another claim");
        }

        var before = await FindAsync(change, request);
        if (before is not null && (before.State, before.Relation) == (request.State!.Value, request.Relation))
        {
            return Reply.Answer(before);
        }

        var (first, second, turned) = RelationReader.Order(request.Id, request.OtherId);
        await change.ExecuteAsync(WriteSql, new
        {
            First = first,
            Second = second,
            request.State,
            Relation = turned ? request.Relation?.Turned() : request.Relation,
            change.Actor.Name,
            change.Now,
        });
        await change.RecordAsync(
            request.State == MatchState.Confirmed ? EventKind.ClaimMatchConfirmed : EventKind.ClaimMatchRejected,
            Subject.Claim(request.Id),
            before is null ? null : new { before.ClaimId, before.State, before.Relation },
            new { claimId = request.OtherId, request.State, request.Relation },
            touched: [Subject.Claim(first)]);
        var decided = (await FindAsync(change, request))!;
        return before is null ? Reply.CreatedReport(Subject.Claim(request.Id).Address, decided) : Reply.Answer(decided);
    }

    private static async Task<DecidedMatch?> FindAsync(Change change, DecideMatchRequest request) =>
        (await DecisionReader.ReadAsync(change, request.Id)).FirstOrDefault(match => match.ClaimId == request.OtherId);
}
