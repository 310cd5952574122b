using ClaimTracker.Api.Domain.Fields;

namespace ClaimTracker.Api.Features.Exports;

/// <summary>The list of articles: one row an article, with counts of its newest version.</summary>
internal static class ArticleColumns
{
    private const string SentencesSql = """
        (select count(*)
         from newest_layouts y
         join sentence_positions p on p.article_id = y.article_id and p.layout = y.layout and p.gone_in is null
         where y.article_id = a.id)
        """;

    private const string ClaimsSql = """
        (select count(distinct l.claim_id)
         from sentences t
         join sentence_claims l on l.sentence_id = t.id
         where t.article_id = a.id)
        """;

    private const string ReadySql = """
        (a.set_apart = 0 and not exists (select 1 from sentence_blockers b where b.article_id = a.id))
        """;

    /// <summary>The values of fields of the desk's own; none where a row has no article.</summary>
    public static readonly ExportPart FieldsPart = new(FieldRows.OfArticleSql, FieldRows.OfColumn);

    public static readonly ExportList List = new("articles", "a.id", "articles a", "articles a", "a.id",
    [
        new("article_id", CellKind.Number, "a.id"),
        new("version", CellKind.Number, "a.version"),
        new("title", CellKind.Text, "a.title"),
        new("url", CellKind.Address, "a.url"),
        new("byline", CellKind.Text, "a.byline"),
        new("publisher", CellKind.Text, "a.publisher"),
        new("published_on", CellKind.Day, "a.published_on"),
        new("language", CellKind.Text, "a.language"),
        new("kind", CellKind.Text, "a.kind"),
        new("deadline", CellKind.Instant, "a.deadline"),
        new("assignee", CellKind.Text, "a.assignee"),
        new("archived", CellKind.YesNo, "a.archived_at is not null"),
        new("ready", CellKind.YesNo, ReadySql),
        new("sentence_count", CellKind.Number, SentencesSql),
        new("claim_count", CellKind.Number, ClaimsSql),
        new("external_app", CellKind.Text, "a.external_app"),
        new("external_id", CellKind.Text, "a.external_id"),
        new("created_at", CellKind.Instant, "a.created_at"),
        new("updated_at", CellKind.Instant, "a.updated_at"),
    ])
    {
        Fields = [new(FieldSubject.Article, "field", FieldsPart)],
    };
}
