namespace ClaimTracker.Seed.Bodies;

/// <summary>Body of POST /articles. Title, byline and date are left for the service to find in the text.</summary>
internal sealed record SeedArticle
{
    public required string Text { get; init; }

    public required string Url { get; init; }

    public required string Publisher { get; init; }

    public required string Language { get; init; }

    public required string Kind { get; init; }

    public required string ExternalApp { get; init; }

    public required string ExternalId { get; init; }
}
