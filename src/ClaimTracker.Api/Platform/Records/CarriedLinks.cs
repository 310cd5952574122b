using ClaimTracker.Data;
using ClaimTracker.Text;

namespace ClaimTracker.Api.Platform.Records;

/// <summary>A sentence that gave way to others in a new version.</summary>
/// <param name="From">The sentence before.</param>
/// <param name="To">What came of it: one sentence that was edited, the parts of one that was split, or the whole that it went into.</param>
internal sealed record SuccessionOfSentence(WordsOfSentence From, IReadOnlyList<WordsOfSentence> To);

internal sealed record WordsOfSentence(long Id, string Text);

/// <summary>
/// Takes the claims of a sentence along to those that came of it, to be checked again. It stands here beside the links, whose table
/// it writes for Articles.
/// </summary>
internal static class CarriedLinks
{
    private const string LinksSql = """
        select l.sentence_id, l.claim_id, l.role, l.span_start, l.span_end
        from sentence_claims l
        join sentences s on s.id = l.sentence_id
        where s.article_id = @articleId
        order by l.sentence_id, l.claim_id
        """;

    private const string CarrySql = """
        insert into sentence_claims (sentence_id, claim_id, role, span_start, span_end, needs_recheck, created_at)
        values (@To, @ClaimId, @Role, @SpanStart, @SpanEnd, true, @Now)
        on conflict (sentence_id, claim_id) do update set needs_recheck = true
        """;

    private const string RemoveSql = "delete from sentence_claims where sentence_id = @SentenceId and claim_id = @ClaimId";

    /// <summary>Moves the links of each sentence to what came of it, each with its event.</summary>
    public static async Task CarryAsync(WriteTx tx, string actor, long articleId, IReadOnlyList<SuccessionOfSentence> successions)
    {
        var links = (await tx.ListAsync<LinkRow>(LinksSql, new { articleId })).ToLookup(static l => l.SentenceId);
        foreach (var succession in successions)
        {
            foreach (var link in links[succession.From.Id])
            {
                await CarryAsync(tx, actor, link, succession);
            }
        }
    }

    private static async Task CarryAsync(WriteTx tx, string actor, LinkRow link, SuccessionOfSentence succession)
    {
        await tx.ExecuteAsync(RemoveSql, link);
        foreach (var (to, span) in Targets(link, succession))
        {
            await tx.ExecuteAsync(CarrySql, new { To = to.Id, link.ClaimId, link.Role, SpanStart = span?.Start, SpanEnd = span?.End, tx.Now });
            await tx.RecordAsync(
                actor, "sentence.carried", $"sentence/{to.Id}", before: new { sentenceId = link.SentenceId, link.ClaimId }, after: new { sentenceId = to.Id, link.ClaimId, needsRecheck = true },
                touched: [$"sentence/{link.SentenceId}"]);
        }
    }

    // A span goes where its words stand; where they stand nowhere, or twice, the claim goes along without one.
    private static List<(WordsOfSentence To, Span? Span)> Targets(LinkRow link, SuccessionOfSentence succession)
    {
        var words = link.SpanStart is { } start ? CodePoints.Slice(succession.From.Text, start, link.SpanEnd!.Value) : null;
        var found = words is null ? [] : succession.To.Select(to => (To: to, Span: Find(to.Text, words))).Where(static t => t.Span is not null).ToList();
        return found.Count > 0 ? found : [.. succession.To.Select(static to => (to, (Span?)null))];
    }

    private static Span? Find(string text, string words)
    {
        var at = text.IndexOf(words, StringComparison.Ordinal);
        if (at < 0 || text.IndexOf(words, at + 1, StringComparison.Ordinal) >= 0)
        {
            return null;
        }

        var start = CodePoints.Count(text.AsSpan(0, at));
        return new Span(start, start + CodePoints.Count(words));
    }

    private sealed record Span(int Start, int End);

    private sealed record LinkRow
    {
        public long SentenceId { get; init; }

        public long ClaimId { get; init; }

        public string Role { get; init; } = "";

        public int? SpanStart { get; init; }

        public int? SpanEnd { get; init; }
    }
}
