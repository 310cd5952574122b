namespace ClaimTracker.Api.Features.Articles;

/// <summary>An article as the database gives it.</summary>
internal sealed record ArticleRow
{
    public const string Columns = """
        a.id,
        a.version,
        a.url,
        a.title,
        a.byline,
        a.publisher,
        a.published_on,
        a.language,
        a.kind,
        a.external_app,
        a.external_id,
        a.deadline,
        a.created_at,
        a.updated_at
        """;

    public long Id { get; init; }

    public int Version { get; init; }

    public string? Url { get; init; }

    public string? Title { get; init; }

    public string? Byline { get; init; }

    public string? Publisher { get; init; }

    public DateOnly? PublishedOn { get; init; }

    public string Language { get; init; } = "";

    public string Kind { get; init; } = "";

    public string? ExternalApp { get; init; }

    public string? ExternalId { get; init; }

    public DateTimeOffset? Deadline { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    public ArticleSummary ToSummary() => new()
    {
        Id = Id,
        Version = Version,
        Url = Url,
        Title = Title,
        Byline = Byline,
        Publisher = Publisher,
        PublishedOn = PublishedOn,
        Language = Language,
        Kind = EnumWords.Parse<ArticleKind>(Kind),
        ExternalApp = ExternalApp,
        ExternalId = ExternalId,
        Deadline = Deadline,
        CreatedAt = CreatedAt,
        UpdatedAt = UpdatedAt,
    };

    public ArticleResponse ToResponse(int version, IEnumerable<BlockRow> blocks, IReadOnlyList<SentenceResponse> sentences) => new()
    {
        Id = Id,
        Version = version,
        Url = Url,
        Title = Title,
        Byline = Byline,
        Publisher = Publisher,
        PublishedOn = PublishedOn,
        Language = Language,
        Kind = EnumWords.Parse<ArticleKind>(Kind),
        ExternalApp = ExternalApp,
        ExternalId = ExternalId,
        Deadline = Deadline,
        CreatedAt = CreatedAt,
        UpdatedAt = UpdatedAt,
        Blocks = [.. blocks.Select(static b => b.ToResponse())],
        Sentences = sentences,
    };
}

/// <summary>A block as the database gives it.</summary>
internal sealed record BlockRow
{
    public const string Sql = """
        select ordinal, type, start_offset, end_offset
        from blocks
        where article_id = @id and version = @version
        order by ordinal
        """;

    public int Ordinal { get; init; }

    public string Type { get; init; } = "";

    public int StartOffset { get; init; }

    public int EndOffset { get; init; }

    public BlockResponse ToResponse() => new(Ordinal, EnumWords.Parse<BlockType>(Type), StartOffset, EndOffset);
}
