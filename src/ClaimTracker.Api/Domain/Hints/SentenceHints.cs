using ClaimTracker.Api.Domain.Matching;

namespace ClaimTracker.Api.Domain.Hints;

/// <summary>Reads the hints of one sentence, to tell them along with what was made of it.</summary>
internal sealed class SentenceHints(Db db, EarlierChecks checks)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private const string Sql = """
        select s.text, p.start_offset, p.end_offset, a.language, a.published_on
        from sentences s
        join articles a on a.id = s.article_id
        join newest_layouts n on n.article_id = a.id
        join sentence_positions p on p.sentence_id = s.id and p.layout = n.layout and p.gone_in is null
        where s.id = @sentence
        """;

    /// <summary>Adds to a reply the hints of a sentence, at its place in the newest version. If they cannot be read, it stays.</summary>
    public async Task<Reply> AddToAsync(Reply reply, long sentence, CancellationToken cancellation)
    {
        var hints = await checks.TryAsync(patience => OfAsync(sentence, patience), Patience, cancellation);
        return hints is null ? reply : reply.With("hints", hints);
    }

    private async Task<IReadOnlyList<HintResponse>> OfAsync(long sentence, CancellationToken cancellation) =>
        await db.AskAsync(tx => tx.FirstAsync<Row>(Sql, new { sentence }), cancellation) is { } row
            ? HintResponse.Of(
                [(sentence, new TextSentence(0, 0, row.StartOffset, row.EndOffset, row.Text, "", ""))], row.PublishedOn, row.Language)
            : [];

    private sealed record Row
    {
        public required string Text { get; init; }

        public required int StartOffset { get; init; }

        public required int EndOffset { get; init; }

        public required string Language { get; init; }

        public required string? PublishedOn { get; init; }
    }
}
