using ClaimTracker.Api.Domain.Erasure;
using ClaimTracker.Api.Domain.Evidence;
using ClaimTracker.Api.Domain.Judgements;

namespace ClaimTracker.Api.Features.Evidence;

internal sealed class EraseEvidence : PreparedWriteEndpoint<EraseRequest, PreparedErasure, ErasureResponse>
{
    private const string BlankSql = """
        update evidence
        set excerpt = @blanks,
            locator_page = null,
            locator_timestamp = null,
            locator_section = null,
            locator_cell = null,
            note = null,
            public_note = null,
            erased_at = @Now,
            updated_at = @Now
        where id = @Id;

        update claim_evidence
        set note = null
        where evidence_id = @Id
        """;

    private const string QuotesSql = """
        select subject, count(*) over () as number
        from (
            select 1 as place, claim_id as id, 'claim/' || claim_id as subject
            from claim_evidence
            where evidence_id = @Id
            union
            select 2, verdict_id, 'verdict/' || verdict_id
            from verdict_evidence
            where evidence_id = @Id
            union
            select 3, id, 'comment/' || id
            from comments
            where evidence_id = @Id
            union
            select 4, id, 'citation/' || id
            from citations
            where evidence_id = @Id) quotes
        order by place, id
        limit @Quotes + 0
        """;

    public override void Configure()
    {
        Post("{id}/erase");
        Group<EvidenceGroup>();
        Policies(nameof(Permission.Administer));
        Summary(static s =>
        {
            s.Summary = "Erase the words of an evidence record";
            s.Description =
                "For good, as the law may demand: the excerpt becomes blocks (U+2588) of the same length; locator and notes, the copies "
                + "that verdicts cited, and the events that hold them are blanked. Its source, its stance on claims and their questions "
                + "stay. `mayQuote` lists what has words of its own. Again, it answers the same.";
        });
        Description(static d => d.Erases(), clearDefaults: true);
    }

    public override Task<PreparedErasure> PrepareAsync(Db db, Caller caller, EraseRequest request, CancellationToken cancellation)
    {
        var subject = Subject.Evidence(request.Id).ToString();
        return PreparedErasure.OfAsync(
            db, request, (line, body) => line.Subject == subject || CitedCopies.HasEvidence(body, request.Id), cancellation);
    }

    public override async Task<Reply> WriteAsync(Change change, PreparedErasure prepared)
    {
        var subject = Subject.Evidence(prepared.Id);
        var evidence = (await EvidenceReader.FindAsync(change, prepared.Id)).OrNotFound(subject);
        change.RequireUnchanged(evidence, subject);
        if (!evidence.Erased)
        {
            await change.ExecuteAsync(BlankSql, new { prepared.Id, blanks = Blank.Of(evidence.Excerpt!), change.Now });
            var verdicts = await CitedCopies.BlankEvidenceAsync(change, prepared.Id);
            await prepared.RecordCopiesAsync(change, verdicts);
            await prepared.RecordAsync(
                change, EventKind.EvidenceErased, subject, shown: verdicts.Select(static verdict => Subject.Verdict(verdict.Id)));
        }

        var erased = (await EvidenceReader.FindAsync(change, prepared.Id))!;
        return await prepared.AnswerAsync(change, subject, erased.ErasedAt, QuotesSql);
    }
}
