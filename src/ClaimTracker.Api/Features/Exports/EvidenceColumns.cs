namespace ClaimTracker.Api.Features.Exports;

/// <summary>The list of evidence: one row for each claim that a record bears on; one for a record that bears on none.</summary>
internal static class EvidenceColumns
{
    private const string RowsSql = """
        evidence e
        join sources s on s.id = e.source_id
        left join claim_evidence k on k.evidence_id = e.id
        left join claims c on c.id = k.claim_id
        """;

    // Exports never name a confidential source, nor give what could tell it.
    public static readonly ExportList List = new("evidence", "e.id", "evidence e", RowsSql, "e.id, k.claim_id",
    [
        new("evidence_id", CellKind.Number, "e.id"),
        new("claim_id", CellKind.Number, "k.claim_id"),
        new("claim", CellKind.Text, "c.text"),
        new("stance", CellKind.Text, "k.stance"),
        new("evidence_set", CellKind.Number, "k.set_number"),
        new("question", CellKind.Text, "k.question"),
        new("answer_type", CellKind.Text, "k.answer_type"),
        new("excerpt", CellKind.Text, "case when s.confidential then null else e.excerpt end"),
        new("page", CellKind.Text, "case when s.confidential then null else e.locator_page end"),
        new("timestamp", CellKind.Text, "case when s.confidential then null else e.locator_timestamp end"),
        new("section", CellKind.Text, "case when s.confidential then null else e.locator_section end"),
        new("cell", CellKind.Text, "case when s.confidential then null else e.locator_cell end"),
        new("public", CellKind.YesNo, "e.internal is null"),
        new("public_note", CellKind.Text, "e.public_note"),
        new("note", CellKind.Text, "case when @IsInside and not s.confidential then e.note end"),
        new("link_note", CellKind.Text, "case when @IsInside and not s.confidential then k.note end"),
        new("source_id", CellKind.Number, "e.source_id"),
        new("confidential", CellKind.YesNo, "s.confidential"),
        new("source_title", CellKind.Text, "case when s.confidential then null else s.title end"),
        new("source_author", CellKind.Text, "case when s.confidential then null else s.author end"),
        new("source_publisher", CellKind.Text, "case when s.confidential then null else s.publisher end"),
        new("source_published_on", CellKind.Day, "case when s.confidential then null else s.published_on end"),
        new("source_medium", CellKind.Text, "s.medium"),
        new("source_kind", CellKind.Text, "s.kind"),
        new("source_url", CellKind.Address, "case when s.confidential then null else s.url end"),
        new("archived_url", CellKind.Address, "case when s.confidential then null else s.archived_url end"),
        new("accessed_on", CellKind.Day, "case when s.confidential then null else s.accessed_on end"),
        new("created_at", CellKind.Instant, "e.created_at"),
        new("updated_at", CellKind.Instant, "e.updated_at"),
    ]);
}
