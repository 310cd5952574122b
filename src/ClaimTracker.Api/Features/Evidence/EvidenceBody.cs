namespace ClaimTracker.Api.Features.Evidence;

/// <summary>The part of an evidence record that clients write.</summary>
internal record EvidenceBody
{
    /// <summary>The words of the source, as they stand there.</summary>
    public string? Excerpt { get; init; }

    public Locator? Locator { get; init; }

    public string? Note { get; init; }
}

/// <summary>Where in its source an excerpt stands.</summary>
internal sealed record Locator
{
    public string? Page { get; init; }

    /// <summary>Position in audio or video, such as 00:12:30.</summary>
    public string? Timestamp { get; init; }

    public string? Section { get; init; }

    /// <summary>Cell of a table.</summary>
    public string? Cell { get; init; }
}

internal sealed class EvidenceBodyValidator : AbstractValidator<EvidenceBody>
{
    public static readonly EvidenceBodyValidator Instance = new();

    public EvidenceBodyValidator()
    {
        RuleFor(static e => e.Excerpt).Required(Limits.Excerpt);
        RuleFor(static e => e.Locator!).SetValidator(new LocatorValidator()).When(static e => e.Locator is not null);
        RuleFor(static e => e.Note).Optional(Limits.Text);
    }
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
