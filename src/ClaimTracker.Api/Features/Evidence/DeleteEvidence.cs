using ClaimTracker.Api.Domain.Citations;
using ClaimTracker.Api.Domain.Comments;
using ClaimTracker.Api.Domain.Evidence;

namespace ClaimTracker.Api.Features.Evidence;

internal sealed class DeleteEvidence : WriteEndpoint<OneRequest>
{
    private const string VerdictSql = "select verdict_id from verdict_evidence where evidence_id = @Id order by verdict_id limit 1";
    private const string UnlinkSql = "delete from claim_evidence where evidence_id = @Id";
    private const string DeleteSql = "delete from evidence where id = @Id";

    public override void Configure()
    {
        Delete("{id}");
        Group<EvidenceGroup>();
        Policies(nameof(Permission.Write));
        Summary(static s =>
        {
            s.Summary = "Delete an evidence record";
            s.Description =
                "Its links and the caller's own comments are deleted with it, and the citation that it was made of is open again. Evidence "
                + "that a verdict cites, or that others have commented on, cannot be deleted.";
        });
        Description(static d => d.Produces(204).ProducesProblem(404).ProducesProblem(409).RequiresIfMatch(), clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, OneRequest request)
    {
        var evidence = (await EvidenceReader.FindAsync(change, request.Id)).OrNotFound(Subject.Evidence(request.Id));
        change.RequireUnchanged(evidence);
        if (await change.FirstAsync<long?>(VerdictSql, request) is { } verdict)
        {
            throw Problem.Conflict($"Verdict {verdict} cites evidence {request.Id}.", Subject.Verdict(verdict).Address);
        }

        await CommentRemoval.RemoveOwnAsync(change, new CommentSubject(CommentSubjectKind.Evidence, request.Id));

        // Each link is deleted with an event that names its claim, so that the history of the claim shows it.
        await change.ExecuteAsync(UnlinkSql, request);
        foreach (var link in evidence.Links)
        {
            await change.RecordAsync(EventKind.EvidenceUnlinked, Subject.Evidence(request.Id), before: link, after: null);
        }

        await CitationWriter.ReopenAsync(change, request.Id);
        await change.ExecuteAsync(DeleteSql, request);
        await change.RecordAsync(EventKind.EvidenceDeleted, Subject.Evidence(request.Id), before: evidence, after: null);
        return Reply.Gone;
    }
}
