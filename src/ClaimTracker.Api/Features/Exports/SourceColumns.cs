using ClaimTracker.Api.Domain.Fields;

namespace ClaimTracker.Api.Features.Exports;

/// <summary>The list of sources: one row a source. Of a confidential one it says only that there is one.</summary>
internal static class SourceColumns
{
    private const string EvidenceSql =
        "(select count(*) from evidence e where e.source_id = s.id and (@IsInside or e.internal is null))";

    private static readonly ExportPart FieldsPart =
        new($"case when s.confidential then '[]' else {FieldRows.OfSourceSql} end", FieldRows.OfColumn);

    public static readonly ExportList List = new("sources", "s.id", "sources s", "sources s", "s.id",
    [
        new("source_id", CellKind.Number, "s.id"),
        new("confidential", CellKind.YesNo, "s.confidential"),
        new("title", CellKind.Text, "case when s.confidential then null else s.title end"),
        new("url", CellKind.Address, "case when s.confidential then null else s.url end"),
        new("author", CellKind.Text, "case when s.confidential then null else s.author end"),
        new("publisher", CellKind.Text, "case when s.confidential then null else s.publisher end"),
        new("published_on", CellKind.Day, "case when s.confidential then null else s.published_on end"),
        new("medium", CellKind.Text, "s.medium"),
        new("kind", CellKind.Text, "s.kind"),
        new("reliability_note", CellKind.Text, "case when s.confidential then null else s.reliability_note end"),
        new("archived_url", CellKind.Address, "case when s.confidential then null else s.archived_url end"),
        new("accessed_on", CellKind.Day, "case when s.confidential then null else s.accessed_on end"),
        new("evidence_count", CellKind.Number, EvidenceSql),
        new("created_at", CellKind.Instant, "s.created_at"),
        new("updated_at", CellKind.Instant, "s.updated_at"),
    ])
    {
        Fields = [new(FieldSubject.Source, "field", FieldsPart)],
    };
}
