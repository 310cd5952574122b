namespace ClaimTracker.Api.Features.Verdicts;

/// <summary>A draft to be written: a verdict of its own, or the correction of another.</summary>
/// <param name="ClaimId">The claim that it judges.</param>
/// <param name="Body">What it says.</param>
/// <param name="Evidence">What it rests on.</param>
internal sealed record NewVerdict(long ClaimId, VerdictBody Body, IReadOnlyList<CitedEvidence> Evidence)
{
    /// <summary>The verdict that it corrects.</summary>
    public long? Supersedes { get; init; }

    /// <summary>Why it corrects it.</summary>
    public CorrectionNote? Correction { get; init; }
}

/// <summary>Writes drafts.</summary>
internal static class VerdictWriter
{
    private const string InsertSql = """
        insert into verdicts (
            claim_id, number, rating_id, justification, state, author, valid_as_of, review_due, supersedes, correction_kind,
            correction_reason, correction_public_text, review_url, review_title, created_at, updated_at)
        values (
            @ClaimId, (select coalesce(max(number), 0) + 1 from verdicts where claim_id = @ClaimId), @rating, @Justification, 'draft', @Author,
            @ValidAsOf, @ReviewDue, @Supersedes, @Kind, @Reason, @PublicText, @ReviewUrl, @ReviewTitle, @Now, @Now)
        returning id
        """;

    private const string WriterSql = """
        insert into verdict_writers (verdict_id, name, since)
        values (@id, @Name, @Now)
        on conflict (verdict_id, name) do nothing
        """;

    /// <summary>Notes that the actor wrote a part of a verdict, and so may not approve it.</summary>
    public static Task<int> AddWriterAsync(Change change, long id) => change.ExecuteAsync(WriterSql, new { id, change.Actor.Name, change.Now });

    /// <summary>Adds a draft, with its event.</summary>
    public static async Task<VerdictResponse> InsertAsync(Change change, NewVerdict draft)
    {
        var body = draft.Body;
        var rating = await RatingChoice.FindAsync(change, body.Scale, body.Rating!);
        var id = await change.InsertAsync(InsertSql, new
        {
            draft.ClaimId,
            rating,
            body.Justification,
            Author = change.Actor.Name,
            body.ValidAsOf,
            body.ReviewDue,
            draft.Supersedes,
            Kind = draft.Correction?.Kind?.ToWord(),
            draft.Correction?.Reason,
            draft.Correction?.PublicText,
            ReviewUrl = body.Review?.Url,
            ReviewTitle = body.Review?.Title,
            change.Now,
        });
        await Citations.WriteAsync(change, id, draft.Evidence);
        await AddWriterAsync(change, id);
        var verdict = (await VerdictReader.FindAsync(change, id, change.Actor))!;
        await change.RecordAsync(EventKind.VerdictDrafted, Subject.Verdict(id), before: null, after: verdict);
        return verdict;
    }
}
