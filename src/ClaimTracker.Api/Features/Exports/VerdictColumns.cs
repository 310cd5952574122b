using ClaimTracker.Api.Domain.Fields;
using ClaimTracker.Api.Domain.Sources;

namespace ClaimTracker.Api.Features.Exports;

/// <summary>
/// The verdict list: one row a verdict, with its claim and the first sentence that makes the claim, or made it in an older version (in the
/// article of the filter, if it names one). Newsroom tools rely on the first columns and their order.
/// </summary>
internal static class VerdictColumns
{
    /// <summary>Sentences (of a link <c>l</c>) of the article that is asked for, or of any that the actor may know of.</summary>
    private const string ShownSql = """
        ((@SeesDesk and @ArticleId is null)
            or exists (
                select 1
                from sentences m
                join articles o on o.id = m.article_id
                where m.id = l.sentence_id
                    and (@ArticleId is null or m.article_id = @ArticleId)
                    and (@SeesDesk or o.kind <> 'draft')))
        """;

    private const string RowsSql = $"""
        verdicts v
        join claims c on c.id = v.claim_id
        join claims d on d.id = v.current_claim_id
        join ratings r on r.id = v.rating_id
        join rating_scales s on s.id = r.scale_id
        left join sentences t on t.id = coalesce(
            (select l.sentence_id
             from sentence_claims l
             where l.claim_id = v.current_claim_id and {ShownSql}
             order by case l.role when 'asserts' then 1 when 'repeats' then 2 else 3 end, l.sentence_id
             limit 1),
            (select l.sentence_id
             from former_links l
             where l.claim_id = v.current_claim_id and {ShownSql}
             order by l.id desc
             limit 1))
        left join articles a on a.id = t.article_id
        left join sentence_claims k on k.sentence_id = t.id and k.claim_id = v.current_claim_id
        left join former_links f on k.claim_id is null and f.id = (
            select max(g.id)
            from former_links g
            where g.sentence_id = t.id and g.claim_id = v.current_claim_id)
        left join sentences w on w.id = coalesce(k.first_sentence, f.first_sentence)
        """;

    // A confidential source is never named, no matter when it was marked. An address has no blank.
    private const string AddressesSql = """
        (select group_concat(u.source_url, ' ')
         from (
            select e.source_url
            from verdict_evidence e
            join sources o on o.id = e.source_id
            where e.verdict_id = v.id and e.source_url is not null and not o.confidential and (@IsInside or e.internal is null)
            order by e.ordinal) u)
        """;

    private const string CitedSql = """
        verdicts v
        join verdict_evidence x on x.verdict_id = v.id and (@IsInside or x.internal is null)
        join sources o on o.id = x.source_id
        """;

    public static readonly ExportList List = new("verdicts", "v.id", "verdicts v", RowsSql, "v.id",
    [
        new("verdict_id", CellKind.Number, "v.id"),
        new("claim_id", CellKind.Number, "v.claim_id"),
        new("claim", CellKind.Text, "c.text"),
        new("claimant", CellKind.Text, ClaimColumns.ClaimantsSql),
        new("claim_date", CellKind.Day, "c.claim_date"),
        new("rating", CellKind.Text, "r.name"),
        new("rating_value", CellKind.Number, "r.value"),
        new("scale", CellKind.Text, "s.name"),
        new("justification", CellKind.Text, "v.justification"),
        new("state", CellKind.Text, "case when @IsAsOf then 'published' else v.state end"),
        new("valid_as_of", CellKind.Day, "v.valid_as_of"),
        new("published_at", CellKind.Instant, "v.published_at"),
        new("review_url", CellKind.Address, "v.review_url"),
        new("article_id", CellKind.Number, "a.id"),
        new("article_url", CellKind.Address, "a.url"),
        new("article_title", CellKind.Text, "a.title"),
        new("sentence_id", CellKind.Number, "t.id"),
        new("sentence", CellKind.Text, "t.text"),
        new("evidence_count", CellKind.Number, "(select count(*) from verdict_evidence e where e.verdict_id = v.id)"),
        new("source_urls", CellKind.Addresses, AddressesSql) { Show = Addresses },
        new("supersedes", CellKind.Number, "v.supersedes"),
        new("updated_at", CellKind.Instant, "v.updated_at"),
        new("ended_at", CellKind.Instant, "v.ended_at"),
        new("correction_kind", CellKind.Text, "v.correction_kind"),
        new("correction_reason", CellKind.Text, "v.correction_reason"),
        new("correction_public_text", CellKind.Text, "v.correction_public_text"),
        new("retraction_reason", CellKind.Text, "v.retraction_reason"),
        new("outcome", CellKind.Text, "case when @SeesDesk then coalesce(k.outcome, f.outcome) end"),
        new("outcome_note", CellKind.Text, "case when @IsInside then coalesce(k.outcome_note, f.outcome_note) end"),
        new("sentence_was", CellKind.Text, "case when @SeesDesk then w.text end"),
        new("needs_recheck", CellKind.YesNo, "coalesce(k.needs_recheck, false)"),
        new("house", CellKind.YesNo, "v.house"),
        new("disputed", CellKind.YesNo, "coalesce(d.disputed, false)"),
        new("headline", CellKind.Text, "c.headline"),
        new("language", CellKind.Text, "c.language"),
        new("tags", CellKind.Texts, ClaimColumns.TagsSql) { Show = ClaimColumns.Texts, CellSql = ClaimColumns.TagsCellSql },
        new("author", CellKind.Text, "v.author"),
        new("reviewer", CellKind.Text, "v.reviewer"),
        new("review_due", CellKind.Day, "v.review_due"),
        new("sentences", CellKind.Sentences, ExportedSentence.OfVerdictSql)
        {
            Show = ExportedSentence.OfColumn,
            CellSql = ExportedSentence.CellOfVerdictSql,
        },
    ])
    {
        Fields =
        [
            new(FieldSubject.Claim, "field", ClaimColumns.FieldsPart),
            new(FieldSubject.Article, "article_field", ArticleColumns.FieldsPart),
        ],
    };

    private static readonly ExportPart CitedPart = new("x.cited", ClaimColumns.Stored<CitedEvidence>);

    private static readonly ExportPart NamedPart =
        new("case when o.confidential then null else x.cited end", ClaimColumns.Stored<CitedEvidence>);

    /// <summary>The evidence that the verdicts of a list cite, as it was then: one row a citation.</summary>
    public static readonly ExportList Evidence = new(
        "evidence",
        "v.id",
        "verdicts v",
        CitedSql,
        "v.id, x.ordinal",
    [
        new("verdict_id", CellKind.Number, "v.id"),
        new("claim_id", CellKind.Number, "v.claim_id"),
        new("evidence_id", CellKind.Number, "x.evidence_id"),
        Cited("stance", CellKind.Text, static cited => cited.Stance.ToWord()),
        Cited("evidence_set", CellKind.Number, static cited => (long?)cited.Set),
        new("confidential", CellKind.YesNo, "o.confidential"),
        Named("excerpt", CellKind.Text, static cited => cited.Excerpt),
        Named("page", CellKind.Text, static cited => cited.Locator.Page),
        Named("timestamp", CellKind.Text, static cited => cited.Locator.Timestamp),
        Named("section", CellKind.Text, static cited => cited.Locator.Section),
        Named("cell", CellKind.Text, static cited => cited.Locator.Cell),
        Cited("public_note", CellKind.Text, static cited => cited.PublicNote),
        Named("source_title", CellKind.Text, static cited => cited.Source.Title),
        Named("source_author", CellKind.Text, static cited => cited.Source.Author),
        Named("source_publisher", CellKind.Text, static cited => cited.Source.Publisher),
        Named("source_published_on", CellKind.Day, static cited => cited.Source.PublishedOn?.ToString()),
        Named("source_url", CellKind.Address, static cited => cited.Source.Url),
        Named("archived_url", CellKind.Address, static cited => cited.Source.ArchivedUrl),
    ]);

    private static List<string> Addresses(object value) => ((string)value).Split(' ').Distinct(StringComparer.Ordinal).ToList();

    private static ExportColumn Cited(string name, CellKind kind, Func<CitedEvidence, object?> value) =>
        ExportColumn.Of(name, kind, CitedPart, value);

    // What could tell a confidential source is left out.
    private static ExportColumn Named(string name, CellKind kind, Func<CitedEvidence, object?> value) =>
        ExportColumn.Of(name, kind, NamedPart, value);
}
