namespace ClaimTracker.Api.Features.Claims;

internal sealed class DeleteClaim : WriteEndpoint<OneRequest>
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
        Delete("{id}");
        Group<ClaimsGroup>();
        Policies(nameof(Permission.Write));
        Summary(static s =>
        {
            s.Summary = "Delete a claim";
            s.Description = "Its links go with it, and stay in the history. A claim with a verdict stays.";
        });
        Description(static d => d.Produces(204).ProducesProblem(404).ProducesProblem(409).RequiresIfMatch(), clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, OneRequest request)
    {
        var claim = (await ClaimReader.FindAsync(change, request.Id, change.Actor)).OrNotFound(Subject.Claim(request.Id));
        change.RequireUnchanged(claim);
        if (await change.FirstAsync<long?>(VerdictSql, request) is { } verdict)
        {
            throw Problem.Conflict($"Claim {request.Id} has verdict {verdict}. A claim that was judged is kept.", Subject.Verdict(verdict).Address);
        }

        var evidence = await change.ListAsync<EvidenceLinkRow>(EvidenceSql, request);
        var sentences = await change.ListAsync<long>(SentencesSql, request);
        var comments = await change.ListAsync<long>(CommentsSql, request);
        await change.ExecuteAsync(DeleteSql, request);
        await change.RecordAsync(EventKind.ClaimDeleted, Subject.Claim(request.Id), before: new { claim, evidence }, after: null, touched:
        [
            .. sentences.Select(Subject.Sentence),
            .. evidence.Select(static link => Subject.Evidence(link.EvidenceId)),
            .. comments.Select(Subject.Comment),
        ]);
        return Reply.Gone;
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
