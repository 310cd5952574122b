using ClaimTracker.Api.Domain.Fields;
using ClaimTracker.Api.Domain.Verdicts;

namespace ClaimTracker.Api.Features.Exports;

/// <summary>The columns of a verdict list, in order. Newsroom tools rely on their names and their order.</summary>
internal static class VerdictColumns
{
    private static readonly IReadOnlyList<VerdictColumn> OfAnyList =
    [
        new("verdict_id", static l => l.VerdictId),
        new("claim_id", static l => l.ClaimId),
        new("claim", static l => l.Claim),
        new("claimant", static l => l.Claimants.Count == 0 ? null : string.Join("; ", l.Claimants)),
        new("claim_date", static l => l.ClaimDate),
        new("rating", static l => l.Rating),
        new("rating_value", static l => l.RatingValue),
        new("scale", static l => l.Scale),
        new("justification", static l => l.Justification),
        new("state", static l => l.State.ToWord()),
        new("valid_as_of", static l => l.ValidAsOf),
        new("published_at", static l => l.PublishedAt),
        new("review_url", static l => l.ReviewUrl),
        new("article_id", static l => l.ArticleId),
        new("article_url", static l => l.ArticleUrl),
        new("article_title", static l => l.ArticleTitle),
        new("sentence_id", static l => l.SentenceId),
        new("sentence", static l => l.Sentence),
        new("evidence_count", static l => l.EvidenceCount),
        new("source_urls", static l => l.SourceUrls),
        new("supersedes", static l => l.Supersedes),
        new("updated_at", static l => l.UpdatedAt),
        new("ended_at", static l => l.EndedAt),
        new("correction_kind", static l => l.CorrectionKind?.ToWord()),
        new("correction_reason", static l => l.CorrectionReason),
        new("correction_public_text", static l => l.CorrectionPublicText),
        new("retraction_reason", static l => l.RetractionReason),
    ];

    /// <summary>What became of the line, in the list of an article.</summary>
    private static readonly IReadOnlyList<VerdictColumn> OfArticle =
    [
        .. OfAnyList,
        new("outcome", static l => l.Outcome?.ToWord()),
        new("outcome_note", static l => l.OutcomeNote),
        new("sentence_was", static l => l.SentenceWas),
        new("needs_recheck", static l => l.NeedsRecheck),
    ];

    /// <summary>
    /// The columns of a list with this filter. Behind all others, the desk gets one for each of its own fields of claims and articles.
    /// </summary>
    public static async Task<IReadOnlyList<VerdictColumn>> OfAsync(Db db, Actor actor, VerdictFilter filter, CancellationToken cancellation)
    {
        var columns = filter.ArticleId is null ? OfAnyList : OfArticle;
        if (!actor.SeesDesk)
        {
            return columns;
        }

        var (ofClaims, ofArticles) = await db.ReadAsync(
            static async tx => (
                await FieldReader.AllAsync(tx, FieldSubject.Claim),
                await FieldReader.AllAsync(tx, FieldSubject.Article)),
            cancellation);
        return
        [
            .. columns,
            .. ofClaims.Select(static field => OfField("field", field.Name, static line => line.Fields)),
            .. ofArticles.Select(static field => OfField("article_field", field.Name, static line => line.ArticleFields)),
        ];
    }

    private static VerdictColumn OfField(
        string prefix, string name, Func<VerdictLine, IReadOnlyDictionary<string, FieldValue?>?> values) =>
        new($"{prefix}_{name}", line => values(line)?.GetValueOrDefault(name)?.Cell);
}

/// <summary>A column of a verdict list.</summary>
/// <param name="Name">Its name in the header of the CSV file and in the JSON lines.</param>
/// <param name="Value">Reads its value from a line: a text, a number, yes or no, a date, an instant, a list of texts or null.</param>
internal sealed record VerdictColumn(string Name, Func<VerdictLine, object?> Value);
