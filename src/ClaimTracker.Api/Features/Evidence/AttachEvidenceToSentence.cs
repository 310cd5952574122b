using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Api.Platform.Problems;
using ClaimTracker.Api.Platform.Records;
using ClaimTracker.Data;
using ClaimTracker.Text;
using FastEndpoints;

namespace ClaimTracker.Api.Features.Evidence;

internal sealed record AttachEvidenceToSentenceRequest : EvidenceAttachment
{
    /// <summary>The sentence.</summary>
    [RouteParam]
    public long Id { get; init; }

    /// <summary>Which of its claims is meant; needed where it has several.</summary>
    public long? ClaimId { get; init; }
}

internal sealed class AttachEvidenceToSentenceValidator : EvidenceAttachmentValidator<AttachEvidenceToSentenceRequest>;

internal sealed class AttachEvidenceToSentence(Writes writes) : Endpoint<AttachEvidenceToSentenceRequest, SentenceEvidence>
{
    private const string SentenceSql = """
        select s.text, a.language
        from sentences s
        join articles a on a.id = s.article_id
        where s.id = @Id
        """;

    private const string ClaimsSql = "select claim_id from sentence_claims where sentence_id = @Id order by claim_id";

    public override void Configure()
    {
        Post("/sentences/{id}/evidence");
        Group<EvidenceGroup>();
        Description(static d => d
            .For(Permission.Write)
            .Says("Attach evidence to a sentence", "A sentence without a claim gets one worded as the sentence. One with several needs `claimId`.")
            .Creates<SentenceEvidence>().Refuses(404, 409));
    }

    public override async Task HandleAsync(AttachEvidenceToSentenceRequest request, CancellationToken ct)
    {
        await writes.RunAsync(HttpContext, async (tx, actor) =>
        {
            var sentence = (await tx.FirstAsync<SentenceRow>(SentenceSql, new { request.Id })).OrNotFound("sentence", request.Id);
            var claims = await tx.ListAsync<long>(ClaimsSql, new { request.Id });
            var claim = Choose(request, claims) ?? await MakeClaimAsync(tx, actor.Name, request.Id, sentence);
            var id = await EvidenceAttachments.InsertAsync(tx, actor.Name, claim, request);
            var evidence = SentenceEvidence.Of((await EvidenceLoader.FindAsync(tx, id))!, claim);
            return Reply.Created(EvidenceGroup.Address + evidence.Id, evidence);
        });
    }

    private static long? Choose(AttachEvidenceToSentenceRequest request, IReadOnlyList<long> claims)
    {
        var named = string.Join(", ", claims);
        if (request.ClaimId is { } wanted)
        {
            return claims.Contains(wanted)
                ? wanted
                : throw Problem.Invalid("claimId", claims.Count == 0 ? "must be left out: the sentence has no claim yet" : $"must be a claim of the sentence: {named}");
        }

        return claims.Count switch
        {
            0 => null,
            1 => claims[0],
            _ => throw Problem.Conflict($"Sentence {request.Id} has several claims: {named}. Say which with claimId."),
        };
    }

    private static async Task<long> MakeClaimAsync(WriteTx tx, string actor, long sentenceId, SentenceRow sentence)
    {
        if (CodePoints.Count(sentence.Text) > Limits.ClaimText)
        {
            throw Problem.Conflict(
                $"Sentence {sentenceId} is longer than a claim may be ({Limits.ClaimText:N0} characters). "
                + $"Make a claim of part of it first: POST /api/v1/sentences/{sentenceId}/claims.");
        }

        var claim = await ClaimRecord.InsertAsync(tx, actor, new ClaimBody { Text = sentence.Text, Language = sentence.Language });
        await SentenceLinks.WriteAsync(tx, actor, new SentenceLink { SentenceId = sentenceId, ClaimId = claim }, new SentencePlace());
        return claim;
    }

    private sealed record SentenceRow
    {
        public string Text { get; init; } = "";

        public string Language { get; init; } = "";
    }
}
