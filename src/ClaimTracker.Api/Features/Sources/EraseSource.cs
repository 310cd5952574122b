using ClaimTracker.Api.Domain.Erasure;
using ClaimTracker.Api.Domain.Fields;
using ClaimTracker.Api.Domain.Judgements;
using ClaimTracker.Api.Domain.Sources;

namespace ClaimTracker.Api.Features.Sources;

internal sealed class EraseSource : PreparedWriteEndpoint<EraseRequest, PreparedErasure, ErasureResponse>
{
    // A source without an address has a title.
    private const string BlankSql = """
        update sources
        set url = null,
            url_key = null,
            title = @blanks,
            title_key = '',
            author = null,
            publisher = null,
            archived_url = null,
            reliability_note = null,
            erased_at = @Now,
            updated_at = @Now
        where id = @Id
        """;

    private const string EvidenceSql = "select id from evidence where source_id = @Id order by id";

    private const string QuotesSql = """
        select subject, count(*) over () as number
        from (
            select 1 as place, id, 'evidence/' || id as subject
            from evidence
            where source_id = @Id
            union
            select 2, verdict_id, 'verdict/' || verdict_id
            from verdict_evidence
            where source_id = @Id) quotes
        order by place, id
        limit @Quotes + 0
        """;

    public override void Configure()
    {
        Post("{id}/erase");
        Group<SourcesGroup>();
        Policies(nameof(Permission.Administer));
        Summary(static s =>
        {
            s.Summary = "Erase the words of a source";
            s.Description =
                "For good, as the law may demand: the title, or else the address, becomes a title of blocks (U+2588) of the same length; "
                + "the other texts, the copies that verdicts cited, and the events that hold them are blanked, and values of fields are "
                + "removed. Its evidence stays: "
                + "`mayQuote` lists what has words of its own. Again, it answers the same.";
        });
        Description(static d => d.Erases(), clearDefaults: true);
    }

    public override Task<PreparedErasure> PrepareAsync(Db db, Caller caller, EraseRequest request, CancellationToken cancellation)
    {
        var subject = Subject.Source(request.Id).ToString();
        return PreparedErasure.OfAsync(
            db, request, (line, body) => line.Subject == subject || CitedCopies.HasSource(body, request.Id), cancellation);
    }

    public override async Task<Reply> WriteAsync(Change change, PreparedErasure prepared)
    {
        var subject = Subject.Source(prepared.Id);
        var source = (await SourceReader.FindAsync(change, prepared.Id)).OrNotFound(subject);
        change.RequireUnchanged(source, subject);
        if (!source.Erased)
        {
            await change.ExecuteAsync(BlankSql, new { prepared.Id, blanks = Blank.Of(source.Title ?? source.Url!), change.Now });
            await FieldRows.ReplaceAsync(change, FieldSubject.Source, prepared.Id, []);
            var verdicts = await CitedCopies.BlankSourceAsync(change, prepared.Id);
            var evidence = await change.ListAsync<long>(EvidenceSql, new { prepared.Id });
            await prepared.RecordCopiesAsync(change, verdicts);
            await prepared.RecordAsync(
                change,
                EventKind.SourceErased,
                subject,
                shown: verdicts.Select(static verdict => Subject.Verdict(verdict.Id)).Concat(evidence.Select(Subject.Evidence)));
        }

        var erased = (await SourceReader.FindAsync(change, prepared.Id))!;
        return await prepared.AnswerAsync(change, subject, erased.ErasedAt, QuotesSql);
    }
}
