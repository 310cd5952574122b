using ClaimTracker.Api.Domain.Comments;

namespace ClaimTracker.Api.Domain.Judgements;

/// <summary>Deletes drafts. The history keeps them.</summary>
internal static class VerdictRemoval
{
    private const string DeleteSql = "delete from verdicts where id = @id";

    /// <summary>Deletes a draft with its citations and the caller's own comments on it, each with its event.</summary>
    /// <exception cref="ProblemException">403: it is another's draft. 409: it is not a draft, or others have commented on it.</exception>
    public static async Task RemoveAsync(Change change, MovingVerdict draft)
    {
        var id = draft.Verdict.Id;
        change.Actor.RequireDraft(draft.Verdict.Author, draft.Assignee);
        if (draft.Verdict.State != VerdictState.Draft)
        {
            throw draft.Refusal($"{draft.Kind} cannot be deleted: only a draft can.");
        }

        await CommentRemoval.RemoveOwnAsync(change, new CommentSubject(CommentSubjectKind.Verdict, id));
        await change.ExecuteAsync(DeleteSql, new { id });
        await change.RecordAsync(EventKind.VerdictDeleted, Subject.Verdict(id), before: draft.Verdict, after: null);
    }
}
