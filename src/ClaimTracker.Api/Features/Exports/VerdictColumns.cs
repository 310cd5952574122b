using ClaimTracker.Api.Domain.Fields;
using ClaimTracker.Api.Domain.Verdicts;

namespace ClaimTracker.Api.Features.Exports;

/// <summary>
/// The columns of a verdict list, in the order of the query in <see cref="VerdictLines"/>. Newsroom tools rely on their names and their
/// order.
/// </summary>
internal static class VerdictColumns
{
    /// <summary>Those that only the list of an article has: what became of the line.</summary>
    private const int OnlyOfArticle = 4;

    private static readonly IReadOnlyList<VerdictColumn> OfArticle = Stored(
        ("verdict_id", AsItIs),
        ("claim_id", AsItIs),
        ("claim", AsItIs),
        ("claimant", AsItIs),
        ("claim_date", AsItIs),
        ("rating", AsItIs),
        ("rating_value", AsItIs),
        ("scale", AsItIs),
        ("justification", AsItIs),
        ("state", AsItIs),
        ("valid_as_of", AsItIs),
        ("published_at", Instant),
        ("review_url", AsItIs),
        ("article_id", AsItIs),
        ("article_url", AsItIs),
        ("article_title", AsItIs),
        ("sentence_id", AsItIs),
        ("sentence", AsItIs),
        ("evidence_count", AsItIs),
        ("source_urls", Addresses),
        ("supersedes", AsItIs),
        ("updated_at", Instant),
        ("ended_at", Instant),
        ("correction_kind", AsItIs),
        ("correction_reason", AsItIs),
        ("correction_public_text", AsItIs),
        ("retraction_reason", AsItIs),
        ("outcome", AsItIs),
        ("outcome_note", AsItIs),
        ("sentence_was", AsItIs),
        ("needs_recheck", YesOrNo));

    private static readonly IReadOnlyList<VerdictColumn> OfAnyList = [.. OfArticle.SkipLast(OnlyOfArticle)];

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

    private static IReadOnlyList<VerdictColumn> Stored(params IReadOnlyList<(string Name, Func<object, object> Show)> columns) =>
    [
        .. columns.Select((column, i) => new VerdictColumn(
            column.Name, line => line.Values[i] is { } value ? column.Show(value) : null)),
    ];

    private static VerdictColumn OfField(
        string prefix, string name, Func<VerdictLine, IReadOnlyDictionary<string, FieldValue?>?> values) =>
        new($"{prefix}_{name}", line => values(line)?.GetValueOrDefault(name)?.Cell) { IsOfField = true };

    private static object AsItIs(object value) => value;

    private static string Instant(object value) => InstantConverter.OfStored((string)value);

    private static object YesOrNo(object value) => (long)value == 1;

    private static List<string> Addresses(object value) =>
        ((string)value).Split(VerdictLines.BetweenAddresses).Distinct(StringComparer.Ordinal).ToList();
}

/// <summary>A column of a verdict list.</summary>
/// <param name="Name">Its name in the header of the CSV file and in the JSON lines.</param>
/// <param name="Value">Reads its value from a line: a text, a number, yes or no, a list of texts or null.</param>
internal sealed record VerdictColumn(string Name, Func<VerdictLine, object?> Value)
{
    /// <summary>Whether it is that of a field of the desk's own.</summary>
    public bool IsOfField { get; init; }
}
