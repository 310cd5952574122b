using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Api.Platform.Problems;
using FastEndpoints;

namespace ClaimTracker.Api.Features.Claims;

internal sealed record DeleteClaimRequest
{
    [RouteParam]
    public long Id { get; init; }
}

internal sealed class DeleteClaim(Writes writes) : Endpoint<DeleteClaimRequest>
{
    private const string VerdictSql = "select id from verdicts where claim_id = @Id order by id limit 1";

    private const string EvidenceSql = """
        select evidence_id, stance, set_number, note, question, answer_type
        from claim_evidence
        where claim_id = @Id
        order by evidence_id
        """;

    private const string CommentsSql = "select id from comments where claim_id = @Id order by id";
    private const string SentencesSql = "select sentence_id from sentence_claims where claim_id = @Id order by sentence_id";
    private const string DeleteSql = "delete from claims where id = @Id";

    public override void Configure()
    {
        Delete("/claims/{id}");
        Group<ClaimsGroup>();
        Description(static d => d.For(Permission.Write).Says("Delete a claim", "Its links go with it, and stay in the history. A claim with a verdict stays.").Removes().Edits().Refuses(404, 409));
    }

    public override async Task HandleAsync(DeleteClaimRequest request, CancellationToken ct)
    {
        await writes.RunAsync(HttpContext, async (tx, actor) =>
        {
            var claim = (await ClaimLoader.FindAsync(tx, request.Id, actor)).OrNotFound("claim", request.Id);
            ETags.CheckIfMatch(HttpContext, claim);
            if (await tx.FirstAsync<long?>(VerdictSql, request) is { } verdict)
            {
                throw Problem.Conflict($"Claim {request.Id} has verdict {verdict}. A claim that was judged is kept.", $"/api/v1/verdicts/{verdict}");
            }

            var evidence = await tx.ListAsync<EvidenceLinkRow>(EvidenceSql, request);
            var sentences = await tx.ListAsync<long>(SentencesSql, request);
            var comments = await tx.ListAsync<long>(CommentsSql, request);
            await tx.ExecuteAsync(DeleteSql, request);
            await tx.RecordAsync(actor.Name, "claim.deleted", $"claim/{request.Id}", before: new { claim, evidence }, after: null, touched:
            [
                .. sentences.Select(static id => $"sentence/{id}"),
                .. evidence.Select(static link => $"evidence/{link.EvidenceId}"),
                .. comments.Select(static id => $"comment/{id}"),
            ]);
            return Reply.Gone;
        });
    }

    private sealed record EvidenceLinkRow
    {
        public long EvidenceId { get; init; }

        public string Stance { get; init; } = "";

        public int? SetNumber { get; init; }

        public string? Note { get; init; }

        public string? Question { get; init; }

        public string? AnswerType { get; init; }
    }
}
