namespace ClaimTracker.Api.Domain.Sentences;

/// <summary>Writes the links of sentences and claims. Evidence makes them too, with the claim of a sentence that has none.</summary>
internal static class SentenceLinkWriter
{
    private const string WriteSql = """
        insert into sentence_claims (
            sentence_id, claim_id, role, span_start, span_end, created_at, outcome, outcome_note, outcome_by, outcome_at)
        values (
            @SentenceId, @ClaimId, @Role, @spanStart, @spanEnd, @Now, @Outcome, @OutcomeNote, @OutcomeBy, @OutcomeAt)
        on conflict (sentence_id, claim_id) do update
        set role = excluded.role,
            span_start = excluded.span_start,
            span_end = excluded.span_end,
            needs_recheck = false,
            outcome = excluded.outcome,
            outcome_note = excluded.outcome_note,
            outcome_by = excluded.outcome_by,
            outcome_at = excluded.outcome_at
        """;

    /// <summary>Makes or replaces a link, with its event.</summary>
    /// <param name="change">The change.</param>
    /// <param name="link">The link.</param>
    /// <param name="place">The place of the sentence, for a link with a span.</param>
    /// <param name="before">The link that it replaces.</param>
    public static async Task WriteAsync(Change change, SentenceLink link, SentencePlace? place = null, SentenceLink? before = null)
    {
        // Stored from the start of the sentence: that holds in every version that has it.
        var (spanStart, spanEnd) = (link.SpanStart - place?.StartOffset, link.SpanEnd - place?.StartOffset);
        await change.ApplyAsync(WriteSql, new
        {
            link.SentenceId,
            link.ClaimId,
            link.Role,
            spanStart,
            spanEnd,
            change.Now,
            link.Outcome,
            link.OutcomeNote,
            link.OutcomeBy,
            link.OutcomeAt,
        });
        await change.RecordAsync(
            before is null ? EventKind.SentenceLinked : EventKind.SentenceRelinked, Subject.Sentence(link.SentenceId), before, link);
    }
}
