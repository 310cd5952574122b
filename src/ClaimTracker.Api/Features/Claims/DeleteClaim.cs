using ClaimTracker.Api.Domain.Claims;
using ClaimTracker.Api.Domain.Comments;
using ClaimTracker.Api.Domain.Judgements;

namespace ClaimTracker.Api.Features.Claims;

internal sealed class DeleteClaim : WriteEndpoint<OneRequest>
{
    private const string VerdictSql = "select id from verdicts where claim_id = @Id and state <> 'draft' order by id limit 1";
    private const string DraftsSql = "select id from verdicts where claim_id = @Id order by id";
    private const string MergedSql = "select claim_id from claim_merges where successor_id = @Id order by claim_id limit 1";

    private const string EvidenceSql = """
        select evidence_id, stance, set_number, note, question, answer_type
        from claim_evidence
        where claim_id = @Id
        order by evidence_id
        """;

    private const string SentencesSql = """
        select sentence_id from sentence_claims where claim_id = @Id
        union
        select sentence_id from former_links where claim_id = @Id
        order by 1
        """;

    private const string ListsSql = "select list_id, position, note from list_claims where claim_id = @Id order by list_id";
    private const string MatchesSql = """
        select claim_id from claim_matches where other_id = @Id
        union
        select other_id from claim_matches where claim_id = @Id
        """;

    private const string DeleteSql = "delete from claims where id = @Id";

    public override void Configure()
    {
        Delete("{id}");
        Group<ClaimsGroup>();
        Policies(nameof(Permission.Write));
        Summary(static s =>
        {
            s.Summary = "Delete a claim";
            s.Description =
                "Its links and relations, its places on lists, drafts of verdicts and the caller's own comments are deleted with it; the "
                + "history keeps them. A claim with a verdict that was submitted or published, or with comments by others, cannot be "
                + "deleted.";
        });
        Description(static d => d.Produces(204).ProducesProblem(404).ProducesProblem(409).RequiresIfMatch(), clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, OneRequest request)
    {
        await ClaimMerges.RequireAsync(change, request.Id);
        var claim = (await ClaimReader.FindAsync(change, request.Id, change.Actor))!;
        change.RequireUnchanged(claim);
        if (await change.FirstAsync<long?>(MergedSql, request) is { } merged)
        {
            throw Problem.Conflict(
                $"Claim {merged} was merged into claim {request.Id}: undo that first.", Subject.Claim(merged).Address);
        }

        if (await change.FirstAsync<long?>(VerdictSql, request) is { } verdict)
        {
            throw Problem.Conflict(
                $"Claim {request.Id} has verdict {verdict}, which is not a draft: the claim stays.", Subject.Verdict(verdict).Address);
        }

        foreach (var draft in await change.ListAsync<long>(DraftsSql, request))
        {
            await VerdictRemoval.RemoveAsync(change, await MovingVerdict.FindAsync(change, draft));
        }

        var evidence = await change.ListAsync<EvidenceLinkRow>(EvidenceSql, request);
        var lists = await change.ListAsync<ListPlaceRow>(ListsSql, request);
        var sentences = await change.ListAsync<long>(SentencesSql, request);
        var matches = await change.ListAsync<long>(MatchesSql, request);
        await CommentRemoval.RemoveOwnAsync(change, new CommentSubject(CommentSubjectKind.Claim, request.Id));
        await change.ExecuteAsync(DeleteSql, request);
        var before = new { claim, evidence, lists };
        await change.RecordAsync(EventKind.ClaimDeleted, Subject.Claim(request.Id), before, after: null, touched:
        [
            .. sentences.Select(Subject.Sentence),
            .. evidence.Select(static link => Subject.Evidence(link.EvidenceId)),
            .. lists.Select(static place => Subject.List(place.ListId)),
            .. claim.Relations.Select(static related => related.ClaimId).Union(matches).Select(Subject.Claim),
        ]);
        return Reply.Gone;
    }

    // The history keeps these members by these names.
    private sealed record EvidenceLinkRow
    {
        public required long EvidenceId { get; init; }

        public required Stance Stance { get; init; }

        public required int? SetNumber { get; init; }

        public required string? Note { get; init; }

        public required string? Question { get; init; }

        public required string? AnswerType { get; init; }
    }

    private sealed record ListPlaceRow
    {
        public required long ListId { get; init; }

        public required int Position { get; init; }

        public required string? Note { get; init; }
    }
}
