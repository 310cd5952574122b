namespace ClaimTracker.Api.Domain.Fields;

/// <summary>A field of the desk's own.</summary>
internal sealed record FieldResponse
{
    public required long Id { get; init; }

    /// <summary>What has it.</summary>
    public required FieldSubject On { get; init; }

    /// <summary>
    /// The name of its value in the member `fields`, of the filter (`fields.NAME`) and of the column of exports (`field_NAME`, or
    /// `article_field_NAME`).
    /// </summary>
    public required string Name { get; init; }

    public required FieldType Type { get; init; }

    /// <summary>The words that it takes; null for a type without choices.</summary>
    public required IReadOnlyList<string>? Choices { get; init; }

    /// <summary>Whether new things must have it. Those that were there before are not touched.</summary>
    public required bool Required { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }
}
