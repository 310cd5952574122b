using ClaimTracker.Api.Domain.Claims;
using ClaimTracker.Api.Domain.Evidence;
using ClaimTracker.Api.Domain.Sentences;

namespace ClaimTracker.Api.Features.Evidence;

internal sealed record AttachEvidenceToSentenceRequest : EvidenceAttachment
{
    /// <summary>The sentence.</summary>
    [RouteParam]
    public long Id { get; init; }

    /// <summary>The claim of the sentence that is meant; required if it has several.</summary>
    public long? ClaimId { get; init; }
}

internal sealed class AttachEvidenceToSentenceValidator : EvidenceAttachmentValidator<AttachEvidenceToSentenceRequest>;

internal sealed class AttachEvidenceToSentence : WriteEndpoint<AttachEvidenceToSentenceRequest, SentenceEvidence>
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
        Post("{id}/evidence");
        Group<SentencesGroup>();
        Policies(nameof(Permission.Write));
        Summary(static s =>
        {
            s.Summary = "Attach evidence to a sentence";
            s.Description = "A sentence without a claim gets one with the same words. If it has several claims, `claimId` is required.";
        });
        Description(
            static d => d
                .Produces<SentenceEvidence>(201)
                .AnswersNoResource()
                .ProducesProblem(404)
                .ProducesProblem(409),
            clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, AttachEvidenceToSentenceRequest request)
    {
        var sentence = (await change.FirstAsync<SentenceRow>(SentenceSql, new { request.Id })).OrNotFound(Subject.Sentence(request.Id));
        var claims = await change.ListAsync<long>(ClaimsSql, new { request.Id });
        var claim = Choose(request, claims) ?? await MakeClaimAsync(change, request.Id, sentence);
        var id = await EvidenceWriter.InsertAsync(change, claim, request);
        var evidence = SentenceEvidence.Of((await EvidenceReader.FindAsync(change, id))!, claim);
        return Reply.CreatedReport(Subject.Evidence(evidence.Id).Address, evidence);
    }

    private static long? Choose(AttachEvidenceToSentenceRequest request, IReadOnlyList<long> claims)
    {
        var named = string.Join(", ", claims);
        if (request.ClaimId is { } wanted)
        {
            return claims.Contains(wanted)
                ? wanted
                : throw Problem.Invalid(
                    "claimId",
                    claims.Count == 0 ? "must be left out: the sentence has no claim yet" : $"must be a claim of the sentence: {named}");
        }

        return claims.Count switch
        {
            0 => null,
            1 => claims[0],
            _ => throw Problem.Conflict($"Sentence {request.Id} has several claims: {named}. Say which with claimId."),
        };
    }

    private static async Task<long> MakeClaimAsync(Change change, long sentenceId, SentenceRow sentence)
    {
        if (CodePoints.Count(sentence.Text) > Limits.ClaimText)
        {
            throw Problem.Conflict(
                $"Sentence {sentenceId} is longer than a claim may be ({Limits.ClaimText:N0} characters). "
                + $"Make a claim of part of it first: POST {Subject.Sentence(sentenceId).Address}/claims.");
        }

        await SentencePlace.RequireAsync(change, sentenceId);
        var body = await ClaimOrigin.FillAsync(change, new ClaimBody { Text = sentence.Text }, sentenceId, SentenceRole.Asserts);
        var claim = await ClaimWriter.InsertAsync(change, body, isSent: false);
        await SentenceLinkWriter.WriteAsync(change, SentenceLink.Of(sentenceId, claim));
        return claim;
    }

    private sealed record SentenceRow
    {
        public required string Text { get; init; }

        public required string Language { get; init; }
    }
}
