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

    /// <summary>Finds the span of words that are quoted from the sentence.</summary>
    /// <exception cref="ProblemException">400: the sentence does not have the words, or has them twice.</exception>
    public (int? Start, int? End) SpanOf(string words, string sentence)
    {
        var span = WordSpan.Find(sentence, words) ?? throw Problem.Invalid(
            "span",
            sentence.Contains(words, StringComparison.Ordinal)
                ? "must occur once in the sentence: quote more of it"
                : "must be words of the sentence, exactly as they are there");
        return (StartOffset + span.Start, StartOffset + span.End);
    }

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
            throw Problem.Invalid(
                "spanStart", $"must be inside the sentence, from {StartOffset} to {EndOffset - 1}, counted in the text of the article");
        }

        if (end <= start || end > EndOffset)
        {
            throw Problem.Invalid("spanEnd", $"must be after spanStart and at most {EndOffset}, where the sentence ends");
        }
    }
}
