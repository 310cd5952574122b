using ClaimTracker.Api.Domain.Sentences;

namespace ClaimTracker.Api.Features.Articles;

/// <summary>What is cited at which sentence of an article: the same citation comes in once.</summary>
internal sealed class PresentCitations
{
    private readonly HashSet<(long Sentence, CitationKind Kind, string? Url, string Text)> _known = [];

    /// <returns>False if the sentence has it already.</returns>
    public bool Add(long sentence, TextCitation citation) => Add(sentence, citation.Kind, citation.Url, citation.Text);

    public bool Add(long sentence, CitationKind kind, string? url, string text) => _known.Add((sentence, kind, url, text));
}

/// <summary>
/// The citations of an article when a new version replaces sentences of it: they move to what took the place of their sentence, or stay
/// with it if it is gone. What they are, and whether they are settled, stays.
/// </summary>
internal sealed class CarriedCitations
{
    private const string Sql = """
        select id, sentence_id, span_start, span_end, kind, url, text, state, reason, evidence_id, settled_by, settled_at
        from citations
        where article_id = @article
        order by id
        """;

    private const string MoveSql = """
        update citations
        set sentence_id = @SentenceId,
            span_start = @SpanStart,
            span_end = @SpanEnd
        where id = @Id
        """;

    private readonly IReadOnlyList<Row> _rows;

    private CarriedCitations(IReadOnlyList<Row> rows) => _rows = rows;

    /// <summary>Those that move.</summary>
    private IReadOnlyList<Row> Moved { get; init; } = [];

    public static async Task<CarriedCitations> ReadAsync(ReadTx tx, long article) =>
        new(await tx.ListAsync<Row>(Sql, new { article }));

    /// <summary>Whether a reading of the same text names a source that is not known of it.</summary>
    public bool Lacks(IEnumerable<TextCitation> citations)
    {
        var known = _rows.Select(static row => (row.Kind, row.Url, row.Text)).ToHashSet();
        return citations.Any(c => !known.Contains((c.Kind, c.Url, c.Text)));
    }

    /// <summary>Moves them, in memory.</summary>
    public CarriedCitations Over(IReadOnlyList<SuccessionOfSentence> successions)
    {
        var after = successions.ToDictionary(static s => s.From.Id);
        var moved = _rows.Where(row => after.ContainsKey(row.SentenceId)).Select(row => Move(row, after[row.SentenceId]))
            .ToDictionary(static row => row.Id);
        return new CarriedCitations([.. _rows.Select(row => moved.GetValueOrDefault(row.Id, row))]) { Moved = [.. moved.Values] };
    }

    /// <summary>What is cited at which sentence once they have moved.</summary>
    public PresentCitations ToPresent()
    {
        var present = new PresentCitations();
        foreach (var row in _rows)
        {
            present.Add(row.SentenceId, row.Kind, row.Url, row.Text);
        }

        return present;
    }

    /// <summary>Writes the moves.</summary>
    /// <returns>The digests of those that moved.</returns>
    public async Task<IEnumerable<KeyValuePair<Subject, string?>>> WriteAsync(Change change)
    {
        await change.ApplyAsync(MoveSql, Moved);
        return Moved.Select(static row => KeyValuePair.Create(
            Subject.Citation(row.Id), (string?)ContentDigest.OfInserted(Subject.Citation(row.Id), [row])));
    }

    // To the one with its words, or to the first of those that took its place: without words, the desk sees that it is about less now.
    private static Row Move(Row row, SuccessionOfSentence succession)
    {
        var words = row.SpanStart is { } start ? CodePoints.Slice(succession.From.Text, start, row.SpanEnd!.Value) : null;
        var found = words is null
            ? default
            : succession.To.Select(to => (to.Id, Span: WordSpan.Find(to.Text, words))).FirstOrDefault(static to => to.Span is not null);
        return found.Span is { } span
            ? row with { SentenceId = found.Id, SpanStart = span.Start, SpanEnd = span.End }
            : row with { SentenceId = succession.To[0].Id, SpanStart = null, SpanEnd = null };
    }

    private sealed record Row
    {
        public required long Id { get; init; }

        public required long SentenceId { get; init; }

        public required int? SpanStart { get; init; }

        public required int? SpanEnd { get; init; }

        public required CitationKind Kind { get; init; }

        public required string? Url { get; init; }

        public required string Text { get; init; }

        public required CitationState State { get; init; }

        public required string? Reason { get; init; }

        public required long? EvidenceId { get; init; }

        public required string? SettledBy { get; init; }

        public required DateTimeOffset? SettledAt { get; init; }
    }
}
