namespace ClaimTracker.Api.Domain.Sources;

/// <summary>The place of an excerpt in its source.</summary>
internal sealed record Locator
{
    public string? Page { get; init; }

    /// <summary>Position in audio or video, such as 00:12:30.</summary>
    public string? Timestamp { get; init; }

    public string? Section { get; init; }

    /// <summary>Cell of a table.</summary>
    public string? Cell { get; init; }
}

internal sealed class LocatorValidator : AbstractValidator<Locator>
{
    public LocatorValidator()
    {
        RuleFor(static l => l.Page).Optional(Limits.Text);
        RuleFor(static l => l.Timestamp).Optional(Limits.Text);
        RuleFor(static l => l.Section).Optional(Limits.Text);
        RuleFor(static l => l.Cell).Optional(Limits.Text);
    }
}
