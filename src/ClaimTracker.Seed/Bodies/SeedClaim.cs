namespace ClaimTracker.Seed.Bodies;

/// <summary>Body of POST /sentences/{id}/claims, and a line of POST /claims/bulk.</summary>
internal sealed record SeedClaim
{
    public required string Text { get; init; }

    public string? Headline { get; init; }

    public required string Language { get; init; }

    public string? ClaimType { get; init; }

    public required DateOnly ClaimDate { get; init; }

    public string? Location { get; init; }

    public IReadOnlyList<SeedClaimant> Claimants { get; init; } = [];

    public IReadOnlyList<SeedAttribution> Attribution { get; init; } = [];

    public IReadOnlyList<SeedAppearance> Appearances { get; init; } = [];

    public IReadOnlyList<string> Tags { get; init; } = [];

    public int Priority { get; init; }

    public required string ExternalApp { get; init; }

    public required string ExternalId { get; init; }
}

/// <summary>Who asserted a claim.</summary>
internal sealed record SeedClaimant(string Name, string? JobTitle);

/// <summary>Who reported it, and how.</summary>
internal sealed record SeedAttribution(string Name, string Verb);

/// <summary>Where a claim was made.</summary>
internal sealed record SeedAppearance(string Url, DateOnly Date, bool First);
