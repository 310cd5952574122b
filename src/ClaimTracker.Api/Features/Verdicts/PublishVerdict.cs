using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Api.Platform.Problems;
using FastEndpoints;

namespace ClaimTracker.Api.Features.Verdicts;

internal sealed record PublishVerdictRequest
{
    [RouteParam]
    public long Id { get; init; }
}

internal sealed class PublishVerdict(Writes writes) : Endpoint<PublishVerdictRequest, VerdictResponse>
{
    private const string NeedsEvidenceSql = """
        select r.needs_evidence
        from verdicts v
        join ratings r on r.id = v.rating_id
        where v.id = @Id
        """;

    // The first verdict that is published on a claim speaks for the desk.
    private const string PublishSql = """
        update verdicts
        set state = 'published',
            published_at = @Now,
            updated_at = @Now,
            house = not exists (select 1 from verdicts o where o.claim_id = verdicts.claim_id and o.house)
        where id = @Id
        """;

    public override void Configure()
    {
        Post("/verdicts/{id}/publish");
        Group<VerdictsGroup>();
        Description(static d => d
            .For(Permission.Publish)
            .Says("Publish a draft verdict", "From then on it does not change. Without evidence only a rating can be published that says there is none.")
            .Gives<VerdictResponse>().Refuses(404, 409));
    }

    public override async Task HandleAsync(PublishVerdictRequest request, CancellationToken ct)
    {
        await writes.RunAsync(HttpContext, async (tx, actor) =>
        {
            var current = (await VerdictLoader.FindAsync(tx, request.Id, actor)).OrNotFound("verdict", request.Id);
            if (current.State != VerdictState.Draft)
            {
                throw Problem.Conflict($"Verdict {request.Id} is {current.State.ToWord()}; only a draft can be published.", VerdictsGroup.Address + request.Id);
            }

            if (current.Evidence.Count == 0 && await tx.SingleAsync<bool>(NeedsEvidenceSql, new { request.Id }))
            {
                throw Problem.Conflict(
                    $"Verdict {request.Id} rests on no evidence, and {current.Rating.Name} needs some. Attach evidence to claim {current.ClaimId}, "
                    + "then PATCH the verdict with evidenceIds.");
            }

            await tx.ExecuteAsync(PublishSql, new { request.Id, tx.Now });
            var published = (await VerdictLoader.FindAsync(tx, request.Id, actor))!;
            await tx.RecordAsync(actor.Name, "verdict.published", $"verdict/{request.Id}", current, published);
            return Reply.Resource(published);
        });
    }
}
