using ClaimTracker.Api.Domain.Claims;
using ClaimTracker.Api.Domain.Sentences;

namespace ClaimTracker.Api.Features.Claims;

internal sealed record UnlinkSentenceRequest
{
    /// <summary>The sentence.</summary>
    [RouteParam]
    public long Id { get; init; }

    [RouteParam]
    public long ClaimId { get; init; }
}

internal sealed class UnlinkSentence : WriteEndpoint<UnlinkSentenceRequest>
{
    private const string DeleteSql = """
        delete from sentence_claims
        where sentence_id = @Id and claim_id = @ClaimId
        returning
            sentence_id,
            claim_id,
            role,
            span_start + @StartOffset as span_start,
            span_end + @StartOffset as span_end,
            outcome,
            outcome_note,
            outcome_by,
            outcome_at
        """;

    // What the desk found stays on the list of an article although its words were mended or taken out.
    private const string KeepSql = """
        insert into former_links (
            sentence_id, claim_id, first_sentence, role, outcome, outcome_note, outcome_by, outcome_at, created_at, ended_at)
        select sentence_id, claim_id, first_sentence, role, outcome, outcome_note, outcome_by, outcome_at, created_at, @Now
        from sentence_claims
        where sentence_id = @Id and claim_id = @ClaimId and (first_sentence is not null or @IsGone)
        """;

    public override void Configure()
    {
        Delete("{id}/claims/{claimId}");
        Group<SentencesGroup>();
        Policies(nameof(Permission.Write));
        Summary(static s =>
        {
            s.Summary = "Unlink a sentence from a claim";
            s.Description =
                "The claim stays. A link whose words were edited or taken out stays on the verdict list of the article.";
        });
        Description(static d => d.Produces(204).ProducesProblem(404).ProducesProblem(409), clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, UnlinkSentenceRequest request)
    {
        await ClaimMerges.RefuseMergedAsync(change, request.ClaimId);
        var place = await SentencePlace.FindAsync(change, request.Id);
        await change.ExecuteAsync(KeepSql, new { request.Id, request.ClaimId, place.IsGone, change.Now });
        var link = await change.FirstAsync<SentenceLink>(DeleteSql, new { request.Id, request.ClaimId, place.StartOffset })
            ?? throw new ProblemException(ProblemType.NotFound, $"Sentence {request.Id} is not linked to claim {request.ClaimId}.");
        await change.RecordAsync(EventKind.SentenceUnlinked, Subject.Sentence(request.Id), before: link, after: null);
        return Reply.Gone;
    }
}
