using ClaimTracker.Api.Domain.Sources;

namespace ClaimTracker.Api.Features.Evidence;

/// <summary>An evidence record as the database gives it.</summary>
internal sealed record EvidenceRow
{
    public const string Sql = """
        select
            e.id,
            e.source_id,
            e.excerpt,
            e.locator_page,
            e.locator_timestamp,
            e.locator_section,
            e.locator_cell,
            e.note,
            e.created_at,
            e.updated_at
        from evidence e
        where e.id in @ids
        """;

    public long Id { get; init; }

    public long SourceId { get; init; }

    public string Excerpt { get; init; } = "";

    public string? LocatorPage { get; init; }

    public string? LocatorTimestamp { get; init; }

    public string? LocatorSection { get; init; }

    public string? LocatorCell { get; init; }

    public string? Note { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    public EvidenceResponse ToResponse(SourceResponse source, IEnumerable<EvidenceLinkRow> links) => new()
    {
        Id = Id,
        Source = source,
        Excerpt = Excerpt,
        Locator = new Locator { Page = LocatorPage, Timestamp = LocatorTimestamp, Section = LocatorSection, Cell = LocatorCell },
        Note = Note,
        Links = [.. links.Select(static l => l.ToLink())],
        CreatedAt = CreatedAt,
        UpdatedAt = UpdatedAt,
    };
}
