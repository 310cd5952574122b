using System.Text.Json.Nodes;
using ClaimTracker.Data.Copying;

namespace ClaimTracker.Api.Domain.Archives;

/// <summary>
/// What of the tables is public: a data set of what was published, with the claims, articles and sources behind it. It names what goes in,
/// so that a table or a column that is added later stays inside until somebody decides otherwise.
/// </summary>
internal static class PublicRows
{
    private const string VerdictsSql = "state in ('published', 'superseded', 'retracted')";

    private const string OfVerdictsSql = $"verdict_id in (select id from verdicts where {VerdictsSql})";

    private const string CitationsSql = $"""
        internal is null and {OfVerdictsSql}
            and source_id in (select id from sources where not confidential)
        """;

    private const string SourcesSql = $"""
        not confidential and id in (select source_id from verdict_evidence where internal is null and {OfVerdictsSql})
        """;

    private const string ClaimIdsSql = $"""
        (select claim_id from verdicts where {VerdictsSql} union select current_claim_id from verdicts where {VerdictsSql})
        """;

    private const string ClaimsSql = $"id in {ClaimIdsSql}";
    private const string OfClaimsSql = $"claim_id in {ClaimIdsSql}";

    // An article of others that the desk still works on says what the desk is about to do.
    private const string ArticleIdsSql = $"""
        (select o.id
         from articles o
         where o.kind = 'published'
            and exists (
                select 1
                from sentences m
                join sentence_claims l on l.sentence_id = m.id
                where m.article_id = o.id and l.claim_id in {ClaimIdsSql}))
        """;

    private const string ArticlesSql = $"id in {ArticleIdsSql}";
    private const string OfArticlesSql = $"article_id in {ArticleIdsSql}";

    private const string LinksSql = $"""
        claim_id in {ClaimIdsSql} and sentence_id in (select id from sentences where article_id in {ArticleIdsSql})
        """;

    private const string ScalesSql = $"""
        is_default or id in (select r.scale_id from verdicts v join ratings r on r.id = v.rating_id where v.{VerdictsSql})
        """;

    private const string RatingsSql = $"scale_id in (select id from rating_scales where {ScalesSql})";
    private const string ListsSql = "public";

    private const string OfListsSql = $"list_id in (select id from lists where public) and claim_id in {ClaimIdsSql}";

    private static readonly Dictionary<string, (string Columns, string Which)> Tables = new(StringComparer.Ordinal)
    {
        ["rating_scales"] = ("id, name, worst, best, is_default", ScalesSql),
        ["ratings"] = ("id, scale_id, ordinal, name, value, colour, definition", RatingsSql),
        ["articles"] = ("id, version, url, title, byline, publisher, published_on, language, kind", ArticlesSql),
        ["article_versions"] = ("article_id, version, text, text_sha256", OfArticlesSql),
        ["blocks"] = ("article_id, version, ordinal, type, start_offset, end_offset, page", OfArticlesSql),
        ["sentences"] = ("id, article_id, text, media_start, media_end", OfArticlesSql),
        ["sentence_positions"] = (
            "article_id, version, ordinal, sentence_id, block_ordinal, start_offset, end_offset, layout, gone_in", OfArticlesSql),
        ["claims"] = ("id, text, headline, language, claim_type, claim_date, location, attribution, appearances", ClaimsSql),
        ["claim_claimants"] = ("claim_id, ordinal, name, job_title, same_as, image_url", OfClaimsSql),
        ["claim_tags"] = ("claim_id, ordinal, tag", OfClaimsSql),
        ["sentence_claims"] = ("sentence_id, claim_id, role, span_start, span_end", LinksSql),
        ["sources"] = (
            "id, url, title, author, publisher, published_on, medium, kind, accessed_on, archived_url", SourcesSql),
        ["verdicts"] = (
            """
            id, claim_id, number, rating_id, justification, state, valid_as_of, house, supersedes, correction_kind, correction_reason,
            correction_public_text, retraction_reason, review_url, review_title, published_at, ended_at, current_claim_id
            """,
            VerdictsSql),
        ["verdict_evidence"] = ("verdict_id, ordinal, evidence_id, source_id, source_url, cited", CitationsSql),
        ["house_verdicts"] = ("id, verdict_id, since, until", OfVerdictsSql),
        ["lists"] = ("id, name", ListsSql),
        ["list_claims"] = ("list_id, claim_id, position", OfListsSql),
    };

    /// <summary>The tables that have something public, and the columns and rows that are.</summary>
    public static IReadOnlyList<ArchivedRows> Of(IReadOnlyList<WholeTable> tables) =>
    [
        .. tables.Where(static table => Tables.ContainsKey(table.Name)).Select(static table =>
        {
            var (columns, which) = Tables[table.Name];
            return new ArchivedRows(
                table,
                [.. columns.Split(',', StringSplitOptions.TrimEntries).Order(StringComparer.Ordinal)],
                new RowCondition(which))
            {
                Mended = table.Name == "verdict_evidence" ? ("cited", WithoutNote) : null,
            };
        }),
    ];

    private static JsonNode WithoutNote(JsonNode cited)
    {
        cited.AsObject().Remove("note"); // Of the desk, for itself.
        return cited;
    }
}
