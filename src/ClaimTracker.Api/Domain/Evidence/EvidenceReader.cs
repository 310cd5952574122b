using ClaimTracker.Api.Domain.Sources;

namespace ClaimTracker.Api.Domain.Evidence;

/// <summary>Reads evidence records with their sources and links: three queries, however many records.</summary>
internal static class EvidenceReader
{
    private const string Sql = """
        select
            id,
            source_id,
            excerpt,
            locator_page,
            locator_timestamp,
            locator_section,
            locator_cell,
            note,
            internal is null as public,
            public_note,
            erased_at,
            created_at,
            updated_at
        from evidence
        where id in @ids
        """;

    private const string LinksSql = """
        select evidence_id, claim_id, stance, set_number, note, question, answer_type
        from claim_evidence
        where evidence_id in @ids
        order by evidence_id, claim_id
        """;

    /// <returns>The records by id; those that do not exist are left out.</returns>
    public static async Task<Dictionary<long, EvidenceResponse>> LoadAsync(ReadTx tx, long[] ids)
    {
        var rows = await tx.ListAsync<EvidenceRow>(Sql, new { ids });
        var sources = await SourceReader.FindAllAsync(tx, [.. rows.Select(static r => r.SourceId).Distinct()]);
        var links = (await tx.ListAsync<LinkRow>(LinksSql, new { ids })).ToLookup(static l => l.EvidenceId, static l => l.ToLink());
        return rows.ToDictionary(static r => r.Id, r => new EvidenceResponse
        {
            Id = r.Id,
            Source = sources[r.SourceId],
            Excerpt = r.Excerpt,
            Locator = r.ToLocator(),
            Note = r.Note,
            Public = r.Public,
            PublicNote = r.PublicNote,
            Links = [.. links[r.Id]],
            Erased = r.ErasedAt is not null,
            ErasedAt = r.ErasedAt,
            CreatedAt = r.CreatedAt,
            UpdatedAt = r.UpdatedAt,
        });
    }

    public static async Task<EvidenceResponse?> FindAsync(ReadTx tx, long id) => (await LoadAsync(tx, [id])).GetValueOrDefault(id);

    private sealed record EvidenceRow
    {
        public required long Id { get; init; }

        public required long SourceId { get; init; }

        public required string Excerpt { get; init; }

        public required string? LocatorPage { get; init; }

        public required string? LocatorTimestamp { get; init; }

        public required string? LocatorSection { get; init; }

        public required string? LocatorCell { get; init; }

        public required string? Note { get; init; }

        public required bool Public { get; init; }

        public required string? PublicNote { get; init; }

        public required DateTimeOffset? ErasedAt { get; init; }

        public required DateTimeOffset CreatedAt { get; init; }

        public required DateTimeOffset UpdatedAt { get; init; }

        public Locator ToLocator() =>
            new() { Page = LocatorPage, Timestamp = LocatorTimestamp, Section = LocatorSection, Cell = LocatorCell };
    }

    private sealed record LinkRow
    {
        public required long EvidenceId { get; init; }

        public required long ClaimId { get; init; }

        public required Stance Stance { get; init; }

        public required int? SetNumber { get; init; }

        public required string? Note { get; init; }

        public required string? Question { get; init; }

        public required string? AnswerType { get; init; }

        public EvidenceLink ToLink() =>
            new() { ClaimId = ClaimId, Stance = Stance, Set = SetNumber, Note = Note, Question = Question, AnswerType = AnswerType };
    }
}
