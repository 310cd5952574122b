namespace ClaimTracker.Api.Domain.Sentences;

/// <summary>A sentence that was replaced in a new version.</summary>
/// <param name="From">The sentence before.</param>
/// <param name="To">Its successors: the edited sentence, the parts that it was split into, or the whole that it was merged into.</param>
internal sealed record SuccessionOfSentence(WordsOfSentence From, IReadOnlyList<WordsOfSentence> To);

internal sealed record WordsOfSentence(long Id, string Text);

/// <summary>Carries the claims of a sentence over to its successors in a new version, to be checked again.</summary>
internal static class CarriedLinks
{
    private const string LinksSql = """
        select l.sentence_id, l.claim_id, l.role, l.span_start, l.span_end, coalesce(l.first_sentence, l.sentence_id) as first_sentence
        from sentence_claims l
        join sentences s on s.id = l.sentence_id
        where s.article_id = @articleId
        order by l.sentence_id, l.claim_id
        """;

    private const string CarrySql = """
        insert into sentence_claims (sentence_id, claim_id, role, span_start, span_end, needs_recheck, created_at, first_sentence)
        values (@To, @ClaimId, @Role, @spanStart, @spanEnd, true, @Now, @FirstSentence)
        on conflict (sentence_id, claim_id) do update set needs_recheck = true
        """;

    private const string RemoveSql = "delete from sentence_claims where sentence_id = @SentenceId and claim_id = @ClaimId";

    /// <summary>Moves the links of each sentence to its successors, each with its event.</summary>
    public static async Task CarryAsync(Change change, long articleId, IReadOnlyList<SuccessionOfSentence> successions)
    {
        var links = (await change.ListAsync<LinkRow>(LinksSql, new { articleId })).ToLookup(static l => l.SentenceId);
        foreach (var succession in successions)
        {
            foreach (var link in links[succession.From.Id])
            {
                await CarryAsync(change, link, succession);
            }
        }
    }

    private static async Task CarryAsync(Change change, LinkRow link, SuccessionOfSentence succession)
    {
        await change.ExecuteAsync(RemoveSql, link);
        foreach (var (to, span) in Targets(link, succession))
        {
            var (spanStart, spanEnd) = (span?.Start, span?.End);
            await change.ExecuteAsync(CarrySql, new
            {
                To = to.Id,
                link.ClaimId,
                link.Role,
                spanStart,
                spanEnd,
                change.Now,
                link.FirstSentence,
            });
            await change.RecordAsync(
                EventKind.SentenceCarried,
                Subject.Sentence(to.Id),
                before: new { link.SentenceId, link.ClaimId },
                after: new { SentenceId = to.Id, link.ClaimId, needsRecheck = true },
                touched: [Subject.Sentence(link.SentenceId)]);
        }
    }

    // A span goes to the successors that have its words once. Where there are none, the claim goes to all of them without a span.
    private static List<(WordsOfSentence To, WordSpan? Span)> Targets(LinkRow link, SuccessionOfSentence succession)
    {
        var words = link.SpanStart is { } start ? CodePoints.Slice(succession.From.Text, start, link.SpanEnd!.Value) : null;
        var found = words is null
            ? []
            : succession.To.Select(to => (To: to, Span: WordSpan.Find(to.Text, words))).Where(static t => t.Span is not null).ToList();
        return found.Count > 0 ? found : [.. succession.To.Select(static to => (to, (WordSpan?)null))];
    }

    private sealed record LinkRow
    {
        public long SentenceId { get; init; }

        public long ClaimId { get; init; }

        public SentenceRole Role { get; init; }

        public int? SpanStart { get; init; }

        public int? SpanEnd { get; init; }

        /// <summary>The sentence that the link was made on, before any edit.</summary>
        public long FirstSentence { get; init; }
    }
}
