using ClaimTracker.Data;

namespace ClaimTracker.Api.Platform.Records;

/// <summary>A source as the database gives it.</summary>
internal sealed record SourceRow
{
    public const string Columns = """
        s.id,
        s.url,
        s.title,
        s.author,
        s.publisher,
        s.published_on,
        s.medium,
        s.kind,
        s.reliability_note,
        s.confidential,
        s.created_at,
        s.updated_at
        """;

    private const string ByIdsSql = $"select {Columns} from sources s where s.id in @ids";

    public long Id { get; init; }

    public string? Url { get; init; }

    public string? Title { get; init; }

    public string? Author { get; init; }

    public string? Publisher { get; init; }

    public DateOnly? PublishedOn { get; init; }

    public string Medium { get; init; } = "";

    public string Kind { get; init; } = "";

    public string? ReliabilityNote { get; init; }

    public bool Confidential { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    public static async Task<SourceResponse?> FindAsync(ReadTx tx, long id) => (await FindAllAsync(tx, [id])).GetValueOrDefault(id);

    public static async Task<Dictionary<long, SourceResponse>> FindAllAsync(ReadTx tx, long[] ids) =>
        (await tx.ListAsync<SourceRow>(ByIdsSql, new { ids })).ToDictionary(static s => s.Id, static s => s.ToResponse());

    public SourceResponse ToResponse() => new()
    {
        Id = Id,
        Url = Url,
        Title = Title,
        Author = Author,
        Publisher = Publisher,
        PublishedOn = PublishedOn,
        Medium = Vocabulary.Parse<Medium>(Medium),
        Kind = Vocabulary.Parse<SourceKind>(Kind),
        ReliabilityNote = ReliabilityNote,
        Confidential = Confidential,
        CreatedAt = CreatedAt,
        UpdatedAt = UpdatedAt,
    };
}
