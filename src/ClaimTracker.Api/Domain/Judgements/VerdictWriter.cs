using ClaimTracker.Api.Domain.Sources;

namespace ClaimTracker.Api.Domain.Judgements;

/// <summary>A draft to be written: of a new verdict, or of the correction of a published one.</summary>
/// <param name="ClaimId">The claim that it judges.</param>
/// <param name="Body">The part that clients write.</param>
/// <param name="Evidence">The evidence that it rests on.</param>
internal sealed record NewVerdict(long ClaimId, VerdictBody Body, IReadOnlyList<CitedEvidence> Evidence)
{
    /// <summary>The verdict that it corrects.</summary>
    public long? Supersedes { get; init; }

    /// <summary>The reason for the correction.</summary>
    public CorrectionNote? Correction { get; init; }
}

/// <summary>Writes the part of a verdict that clients write, and keeps the names of all who wrote it.</summary>
internal static class VerdictWriter
{
    private const string InsertSql = """
        insert into verdicts (
            claim_id, current_claim_id, number, rating_id, justification, state, author, valid_as_of, review_due, supersedes,
            correction_kind, correction_reason, correction_public_text, review_url, review_title, created_at, updated_at)
        values (
            @ClaimId, (select coalesce(max(m.successor_id), @ClaimId) from claim_merges m where m.claim_id = @ClaimId),
            (select coalesce(max(number), 0) + 1 from verdicts where claim_id = @ClaimId), @rating, @Justification, 'draft',
            @Name, @ValidAsOf, @ReviewDue, @Supersedes, @Kind, @Reason, @PublicText, @ReviewUrl, @ReviewTitle, @Now, @Now)
        returning id
        """;

    private const string UpdateSql = """
        update verdicts
        set rating_id = @rating,
            justification = @Justification,
            valid_as_of = @ValidAsOf,
            review_due = @ReviewDue,
            review_url = @ReviewUrl,
            review_title = @ReviewTitle,
            correction_kind = @Kind,
            correction_reason = @Reason,
            correction_public_text = @PublicText,
            updated_at = @Now
        where id = @id
        """;

    private const string WriterSql = """
        insert into verdict_writers (verdict_id, name, since)
        values (@id, @Name, @Now)
        on conflict (verdict_id, name) do nothing
        """;

    /// <summary>Adds a draft, with its event.</summary>
    /// <returns>The draft, as its author sees it.</returns>
    /// <exception cref="ProblemException">400: the scale or the rating does not exist.</exception>
    public static async Task<VerdictResponse> InsertAsync(Change change, NewVerdict draft)
    {
        var id = await change.InsertAsync(InsertSql, await ValuesAsync(change, draft.Body, draft.Correction, draft));
        await VerdictCitations.WriteAsync(change, id, draft.Evidence);
        await AddWriterAsync(change, id);
        var verdict = (await VerdictReader.FindAsync(change, id, change.Actor))!;
        await change.RecordAsync(EventKind.VerdictDrafted, Subject.Verdict(id), before: null, after: verdict);
        return verdict;
    }

    /// <summary>Replaces the part of a verdict that clients write. The caller records the event.</summary>
    /// <param name="change">The change.</param>
    /// <param name="current">The verdict before.</param>
    /// <param name="edited">The part that clients write, after the edit.</param>
    /// <param name="citeAnew">Whether to cite the evidence as it is now. Otherwise the citations stay as they are.</param>
    /// <exception cref="ProblemException">400: the scale, the rating or the evidence does not exist.</exception>
    public static async Task UpdateAsync(Change change, VerdictResponse current, VerdictEdit edited, bool citeAnew)
    {
        var values = await ValuesAsync(change, edited, edited.Correction, id: current.Id);
        if (citeAnew)
        {
            var evidence = await VerdictCitations.OfAsync(change, current.ClaimId, edited.EvidenceIds);
            await VerdictCitations.WriteAsync(change, current.Id, evidence);
        }

        await change.ExecuteAsync(UpdateSql, values);
        await AddWriterAsync(change, current.Id);
    }

    /// <summary>Notes that the actor had a hand in a verdict: wrote a part of it, or submitted it. They may not approve it.</summary>
    public static Task AddWriterAsync(Change change, long id) =>
        change.ApplyAsync(WriterSql, new { id, change.Actor.Name, change.Now });

    private static async Task<object> ValuesAsync(
        Change change, VerdictBody body, CorrectionNote? correction, NewVerdict? draft = null, long? id = null)
    {
        var rating = await RatingChoice.FindAsync(change, body.Scale, body.Rating!);
        return new
        {
            id,
            draft?.ClaimId,
            draft?.Supersedes,
            rating,
            body.Justification,
            body.ValidAsOf,
            body.ReviewDue,
            correction?.Kind,
            correction?.Reason,
            correction?.PublicText,
            ReviewUrl = body.Review?.Url,
            ReviewTitle = body.Review?.Title,
            change.Actor.Name,
            change.Now,
        };
    }
}
