namespace ClaimTracker.Api.Features.Imports;

/// <summary>The columns of rows: those of our own verdict lists, and what a claim or an evidence record has besides.</summary>
internal static class RowColumns
{
    public const string Claim = "claim";
    public const string Headline = "headline";
    public const string Language = "language";
    public const string Claimant = "claimant";
    public const string ClaimType = "claim_type";
    public const string ClaimDate = "claim_date";
    public const string Location = "location";
    public const string Tags = "tags";
    public const string ExternalApp = "external_app";
    public const string ExternalId = "external_id";
    public const string ArticleUrl = "article_url";
    public const string Sentence = "sentence";
    public const string Rating = "rating";
    public const string Scale = "scale";
    public const string Justification = "justification";
    public const string State = "state";
    public const string ValidAsOf = "valid_as_of";
    public const string PublishedAt = "published_at";
    public const string Author = "author";
    public const string ReviewUrl = "review_url";
    public const string ReviewTitle = "review_title";
    public const string CorrectionKind = "correction_kind";
    public const string CorrectionReason = "correction_reason";
    public const string CorrectionPublicText = "correction_public_text";
    public const string RetractionReason = "retraction_reason";
    public const string EndedAt = "ended_at";
    public const string SourceUrls = "source_urls";
    public const string SourceUrl = "source_url";
    public const string SourceTitle = "source_title";
    public const string SourcePublisher = "source_publisher";
    public const string Excerpt = "excerpt";
    public const string Stance = "stance";
    public const string Page = "page";
    public const string Section = "section";
    public const string Note = "note";

    /// <summary>Columns of the desk's own fields begin with it, as in our lists: <c>field_topic</c>.</summary>
    public const string FieldPrefix = "field_";

    /// <summary>How many headings a refusal repeats, and how much of each.</summary>
    private const int ShownHeadings = 10;

    private const int LongestShown = 100;

    private const string ArticleFieldPrefix = "article_field_";

    /// <summary>Those that a row may bring, besides fields of the desk's own.</summary>
    public static readonly IReadOnlySet<string> Taken = new HashSet<string>(StringComparer.Ordinal)
    {
        Claim, Headline, Language, Claimant, ClaimType, ClaimDate, Location, Tags, ExternalApp, ExternalId, ArticleUrl, Sentence, Rating,
        Scale, Justification, State, ValidAsOf, PublishedAt, Author, ReviewUrl, ReviewTitle, CorrectionKind, CorrectionReason,
        CorrectionPublicText, RetractionReason, EndedAt, SourceUrls, SourceUrl, SourceTitle, SourcePublisher, Excerpt, Stance, Page,
        Section, Note,
    };

    /// <summary>Those of an evidence record besides its address.</summary>
    public static readonly IReadOnlySet<string> OfEvidence = new HashSet<string>(StringComparer.Ordinal)
    {
        SourceTitle, SourcePublisher, Excerpt, Stance, Page, Section, Note,
    };

    /// <summary>Those of our own lists that say nothing elsewhere, such as ids, or that follow from the others.</summary>
    private static readonly HashSet<string> PassedOver = new(StringComparer.Ordinal)
    {
        "verdict_id", "claim_id", "rating_value", "article_id", "article_title", "sentence_id", "evidence_count", "supersedes",
        "updated_at", "outcome", "outcome_note", "sentence_was", "needs_recheck", "house", "disputed", "reviewer", "review_due",
        "sentences",
    };

    /// <summary>Whether a column of our own lists says nothing elsewhere.</summary>
    public static bool IsPassedOver(string column) =>
        PassedOver.Contains(column) || column.StartsWith(ArticleFieldPrefix, StringComparison.Ordinal);

    /// <summary>Whether it is the column of a field of claims or articles, whether or not the field exists.</summary>
    public static bool IsOfField(string column) => column.StartsWith(FieldPrefix, StringComparison.Ordinal)
        || column.StartsWith(ArticleFieldPrefix, StringComparison.Ordinal);

    /// <exception cref="RowsRefusedException">None of them is the claim.</exception>
    public static void RequireClaim(string?[] columns, IEnumerable<string?> headings)
    {
        if (!columns.Contains(Claim, StringComparer.Ordinal))
        {
            var found = headings.OfType<string>().Where(static heading => !string.IsNullOrWhiteSpace(heading)).Take(ShownHeadings);
            throw new RowsRefusedException(
                1, $"No column is the claim: `mapping` can say which one is. The first line has: {string.Join(", ", found.Select(Shown))}");
        }
    }

    /// <summary>A heading of a file as a report tells of it: without what no text may hold, and no longer than need be.</summary>
    public static string Shown(string heading)
    {
        var shown = heading.Length <= LongestShown ? heading : heading[..LongestShown] + "…";
        return TextGuard.Check(shown) is null ? shown : string.Concat(shown.Select(
            static c => char.IsControl(c) || char.IsSurrogate(c) || c is (>= '\ufdd0' and <= '\ufdef') or >= '\ufffe' ? '\ufffd' : c));
    }

    /// <summary>The column that a refusal of a use case is about, by the path that it names.</summary>
    public static string? OfPath(string path) => path.Split('.', '[')[0] switch
    {
        "text" => Claim,
        "headline" => Headline,
        "language" => Language,
        "claimants" => Claimant,
        "claimType" => ClaimType,
        "location" => Location,
        "tags" => Tags,
        "externalApp" => ExternalApp,
        "externalId" => ExternalId,
        "appearances" => ArticleUrl,
        "rating" => Rating,
        "scale" => Scale,
        "justification" => Justification,
        "review" => path.EndsWith("title", StringComparison.Ordinal) ? ReviewTitle : ReviewUrl,
        "correction" => path.EndsWith("kind", StringComparison.OrdinalIgnoreCase) ? CorrectionKind
            : path.EndsWith("reason", StringComparison.OrdinalIgnoreCase) ? CorrectionReason
            : CorrectionPublicText,
        "source" or "url" => SourceUrl,
        "excerpt" => Excerpt,
        "fields" when path.Split('.') is [_, var field] => FieldPrefix + field,
        _ => Taken.Contains(path) ? path : null,
    };
}
