namespace ClaimTracker.Api.Domain.Sentences;

/// <summary>Writes the links of sentences and claims. Evidence makes them too, with the claim of a sentence that has none.</summary>
internal static class SentenceLinkWriter
{
    private const string PlaceSql = """
        select p.start_offset, p.end_offset
        from sentences s
        join newest_layouts a on a.article_id = s.article_id
        left join sentence_positions p on p.sentence_id = s.id and p.layout = a.layout and p.gone_in is null
        where s.id = @id
        """;

    private const string WriteSql = """
        insert into sentence_claims (sentence_id, claim_id, role, span_start, span_end, created_at)
        values (@SentenceId, @ClaimId, @Role, @spanStart, @spanEnd, @Now)
        on conflict (sentence_id, claim_id) do update
        set role = excluded.role,
            span_start = excluded.span_start,
            span_end = excluded.span_end,
            needs_recheck = false
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
        await change.ExecuteAsync(WriteSql, new { link.SentenceId, link.ClaimId, link.Role, spanStart, spanEnd, change.Now });
        await change.RecordAsync(
            before is null ? EventKind.SentenceLinked : EventKind.SentenceRelinked, Subject.Sentence(link.SentenceId), before, link);
    }

    /// <summary>Reads the place of a sentence in the newest version of its article; an empty one if it is gone from there.</summary>
    /// <exception cref="ProblemException">404.</exception>
    public static async Task<SentencePlace> PlaceAsync(ReadTx tx, long sentenceId) =>
        (await tx.FirstAsync<SentencePlace>(PlaceSql, new { id = sentenceId })).OrNotFound(Subject.Sentence(sentenceId));
}
