namespace ClaimTracker.Api.Domain.Judgements;

/// <summary>Submits drafts for review.</summary>
internal static class VerdictSubmission
{
    private const string SubmitSql = """
        update verdicts
        set state = 'in_review',
            submitted_by = @Name,
            rejected_at = null,
            updated_at = @Now
        where id = @Id
        """;

    /// <exception cref="ProblemException">403: the draft is another's. 404. 409: it is not a draft, or rests on no evidence.</exception>
    public static async Task<Reply> SubmitAsync(Change change, long id)
    {
        var moving = await MovingVerdict.FindAsync(change, id);
        var verdict = moving.Verdict;
        change.Actor.RequireDraft(verdict.Author, moving.Assignee);
        moving.Require(change, VerdictMove.Submit);
        if (!VerdictWorkflow.IsGrounded(verdict.Evidence.Count, moving.NeedsEvidence))
        {
            throw moving.Refusal(
                $"A verdict that rests on no evidence cannot be submitted with the rating {verdict.Rating.Name}. "
                + $"Attach evidence to claim {verdict.ClaimId}, then PATCH the verdict with evidenceIds.");
        }

        await change.ExecuteAsync(SubmitSql, new { Id = id, change.Actor.Name, change.Now });
        await VerdictWriter.AddWriterAsync(change, id);
        return await moving.RecordAsync(change, EventKind.VerdictSubmitted);
    }
}
