using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Api.Platform.Problems;
using ClaimTracker.Api.Platform.Records;
using FastEndpoints;

namespace ClaimTracker.Api.Features.Claims;

internal sealed record UnlinkSentenceRequest
{
    /// <summary>The sentence.</summary>
    [RouteParam]
    public long Id { get; init; }

    [RouteParam]
    public long ClaimId { get; init; }
}

internal sealed class UnlinkSentence(Writes writes) : Endpoint<UnlinkSentenceRequest>
{
    private const string DeleteSql = """
        delete from sentence_claims
        where sentence_id = @Id and claim_id = @ClaimId
        returning sentence_id, claim_id, role, span_start + @StartOffset as span_start, span_end + @StartOffset as span_end
        """;

    public override void Configure()
    {
        Delete("/sentences/{id}/claims/{claimId}");
        Group<ClaimsGroup>();
        Description(static d => d.For(Permission.Write).Says("Unlink a sentence from a claim", "The claim stays.").Removes().Refuses(404));
    }

    public override async Task HandleAsync(UnlinkSentenceRequest request, CancellationToken ct)
    {
        await writes.RunAsync(HttpContext, async (tx, actor) =>
        {
            var place = await SentenceLinks.PlaceAsync(tx, request.Id);
            var link = await tx.FirstAsync<SentenceLink>(DeleteSql, new { request.Id, request.ClaimId, place.StartOffset })
                ?? throw new ProblemException(ProblemType.NotFound, $"Sentence {request.Id} is not linked to claim {request.ClaimId}.");
            await tx.RecordAsync(actor.Name, "sentence.unlinked", $"sentence/{request.Id}", before: link, after: null);
            return Reply.Gone;
        });
    }
}
