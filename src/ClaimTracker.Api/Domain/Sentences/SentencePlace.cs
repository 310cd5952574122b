namespace ClaimTracker.Api.Domain.Sentences;

/// <summary>The place of a sentence in the newest version of its article, in code points of the text.</summary>
internal sealed record SentencePlace
{
    private const string PlaceSql = """
        select s.article_id, p.start_offset, p.end_offset
        from sentences s
        join newest_layouts a on a.article_id = s.article_id
        left join sentence_positions p on p.sentence_id = s.id and p.layout = a.layout and p.gone_in is null
        where s.id = @id
        """;

    private const string WordsSql = "select text from sentences where id = @id";

    public required long ArticleId { get; init; }

    /// <summary>Null if its words are gone from the newest version.</summary>
    public required int? StartOffset { get; init; }

    public required int? EndOffset { get; init; }

    public bool IsGone => StartOffset is null;

    /// <exception cref="ProblemException">404.</exception>
    public static async Task<SentencePlace> FindAsync(ReadTx tx, long sentenceId) =>
        (await tx.FirstAsync<SentencePlace>(PlaceSql, new { id = sentenceId })).OrNotFound(Subject.Sentence(sentenceId));

    /// <summary>Finds the place of a sentence that something is to be added to.</summary>
    /// <exception cref="ProblemException">404. 409: an edit replaced the sentence, or took it out.</exception>
    public static async Task<SentencePlace> RequireAsync(ReadTx tx, long sentenceId)
    {
        var place = await FindAsync(tx, sentenceId);
        await place.RequireHereAsync(tx, sentenceId);
        return place;
    }

    /// <summary>Refuses to add anything to a sentence whose words are gone from the newest version.</summary>
    /// <exception cref="ProblemException">409: an edit replaced the sentence, or took it out.</exception>
    public async Task RequireHereAsync(ReadTx tx, long sentenceId)
    {
        if (!IsGone)
        {
            return;
        }

        var successors = (await Successors.OfAsync(tx, ArticleId, sentenceId, sentenceId))[sentenceId].ToList();
        throw successors is [var first, ..]
            ? Problem.Conflict(
                $"An edit replaced sentence {sentenceId} with {string.Join(" and ", successors)}: use the new one instead.",
                Subject.Sentence(first).Address)
            : Problem.Conflict(
                $"Sentence {sentenceId} is gone from the newest version of article {ArticleId}.", Subject.Article(ArticleId).Address);
    }

    /// <summary>The span that a link asks for, in the text of the article; null and null for the whole sentence.</summary>
    /// <param name="tx">A read.</param>
    /// <param name="sentenceId">The sentence.</param>
    /// <param name="words">Words that are quoted from the sentence, or null for the numbers.</param>
    /// <param name="start">First code point of the words.</param>
    /// <param name="end">Their end, exclusive.</param>
    /// <exception cref="ProblemException">
    /// 400: the sentence does not have the words or has them twice, or the numbers are not inside it.
    /// </exception>
    public async Task<(int? Start, int? End)> SpanAsync(ReadTx tx, long sentenceId, string? words, int? start, int? end)
    {
        if (words is not null)
        {
            return SpanOf(words, await tx.SingleAsync<string>(WordsSql, new { id = sentenceId }));
        }

        CheckSpan(start, end);
        return (start, end);
    }

    private (int? Start, int? End) SpanOf(string words, string sentence)
    {
        var span = WordSpan.Find(sentence, words) ?? throw Problem.Invalid(
            "span",
            sentence.Contains(words, StringComparison.Ordinal)
                ? "must occur once in the sentence: quote more of it"
                : "must be words of the sentence, exactly as they are there");
        return (StartOffset + span.Start, StartOffset + span.End);
    }

    private void CheckSpan(int? start, int? end)
    {
        if (start is null != end is null)
        {
            throw Problem.Invalid(start is null ? "spanStart" : "spanEnd", "is required: a span has a start and an end, or is left out");
        }

        if (start < StartOffset || start >= EndOffset)
        {
            throw Problem.Invalid(
                "spanStart", $"must be inside the sentence, from {StartOffset} to {EndOffset - 1}, counted in the text of the article");
        }

        if (end <= start || end > EndOffset)
        {
            throw Problem.Invalid("spanEnd", $"must be after spanStart and at most {EndOffset}, where the sentence ends");
        }
    }
}
