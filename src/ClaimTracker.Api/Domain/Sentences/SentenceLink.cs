namespace ClaimTracker.Api.Domain.Sentences;

/// <summary>That a sentence asserts, repeats or denies a claim; with a span, only those words of it do.</summary>
internal sealed record SentenceLink
{
    public long SentenceId { get; init; }

    public long ClaimId { get; init; }

    public SentenceRole Role { get; init; }

    /// <summary>First code point of the span, in the text of the article.</summary>
    public int? SpanStart { get; init; }

    /// <summary>End of the span, exclusive.</summary>
    public int? SpanEnd { get; init; }
}

/// <summary>Writes the links of sentences and claims.</summary>
internal static class SentenceLinks
{
    private const string PlaceSql = """
        select p.start_offset, p.end_offset
        from sentences s
        join articles a on a.id = s.article_id
        left join sentence_positions p on p.sentence_id = s.id and p.version = a.version
        where s.id = @id
        """;

    private const string InsertSql = """
        insert into sentence_claims (sentence_id, claim_id, role, span_start, span_end, created_at)
        values (@SentenceId, @ClaimId, @Role, @SpanStart, @SpanEnd, @Now)
        on conflict (sentence_id, claim_id) do update
        set role = excluded.role,
            span_start = excluded.span_start,
            span_end = excluded.span_end,
            needs_recheck = false
        """;

    /// <summary>Makes or replaces a link, with its event.</summary>
    public static async Task WriteAsync(Change change, SentenceLink link, SentencePlace place, SentenceLink? before = null)
    {
        await change.ExecuteAsync(InsertSql, new
        {
            link.SentenceId,
            link.ClaimId,
            Role = link.Role.ToWord(),
            SpanStart = link.SpanStart - place.StartOffset,
            SpanEnd = link.SpanEnd - place.StartOffset,
            change.Now,
        });
        await change.RecordAsync(before is null ? EventKind.SentenceLinked : EventKind.SentenceRelinked, Subject.Sentence(link.SentenceId), before, link);
    }

    /// <summary>Where the sentence stands in the newest version of its article.</summary>
    /// <exception cref="ProblemException">404.</exception>
    public static async Task<SentencePlace> PlaceAsync(ReadTx tx, long sentenceId) =>
        (await tx.FirstAsync<SentencePlace>(PlaceSql, new { id = sentenceId })).OrNotFound(Subject.Sentence(sentenceId));
}

/// <summary>Where a sentence stands, in code points of its article's text.</summary>
internal sealed record SentencePlace
{
    public int StartOffset { get; init; }

    public int EndOffset { get; init; }

    /// <summary>Refuses a span that is not inside the sentence.</summary>
    /// <exception cref="ProblemException">400.</exception>
    public void CheckSpan(int? start, int? end)
    {
        if (start is null != end is null)
        {
            throw Problem.Invalid(start is null ? "spanStart" : "spanEnd", "is required: a span has a start and an end, or is left out");
        }

        if (start < StartOffset || start >= EndOffset)
        {
            throw Problem.Invalid("spanStart", $"must be inside the sentence, from {StartOffset} to {EndOffset - 1}, counted in the text of the article");
        }

        if (end <= start || end > EndOffset)
        {
            throw Problem.Invalid("spanEnd", $"must be after spanStart and at most {EndOffset}, where the sentence ends");
        }
    }
}
