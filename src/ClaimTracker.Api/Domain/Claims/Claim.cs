namespace ClaimTracker.Api.Domain.Claims;

/// <summary>The part of a claim that clients write.</summary>
internal record ClaimBody
{
    /// <summary>The assertion, worded so that it stands alone.</summary>
    public string? Text { get; init; }

    public string? Headline { get; init; }

    public string? Language { get; init; }

    public string? ClaimType { get; init; }

    /// <summary>The day on which it was claimed.</summary>
    public DateOnly? ClaimDate { get; init; }

    public string? Location { get; init; }

    /// <summary>Who asserted it.</summary>
    public IReadOnlyList<Claimant>? Claimants { get; init; }

    /// <summary>The chain of who reported whom, the nearest first.</summary>
    public IReadOnlyList<Attribution>? Attribution { get; init; }

    /// <summary>Places where the claim was made.</summary>
    public IReadOnlyList<Appearance>? Appearances { get; init; }

    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>How urgent it is, from 0 to 100; the largest first.</summary>
    public int? Priority { get; init; }

    /// <summary>The other system that knows this claim, and its id there. Both or neither; together they are unique.</summary>
    public string? ExternalApp { get; init; }

    public string? ExternalId { get; init; }
}

/// <summary>Who asserted a claim.</summary>
internal sealed record Claimant
{
    public string? Name { get; init; }

    public string? JobTitle { get; init; }

    /// <summary>An address that tells who this is.</summary>
    public string? SameAs { get; init; }

    public string? ImageUrl { get; init; }
}

/// <summary>One link in the chain of who reported whom.</summary>
internal sealed record Attribution
{
    public string? Name { get; init; }

    /// <summary>Such as "said" or "reported".</summary>
    public string? Verb { get; init; }
}

/// <summary>A place where a claim was made.</summary>
internal sealed record Appearance
{
    public string? Url { get; init; }

    public DateOnly? Date { get; init; }

    /// <summary>Whether this is where it was made first.</summary>
    public bool? First { get; init; }
}

internal sealed class ClaimBodyValidator : AbstractValidator<ClaimBody>
{
    public static readonly ClaimBodyValidator Instance = new();

    public ClaimBodyValidator()
    {
        RuleFor(static c => c.Text).Required(Limits.ClaimText);
        RuleFor(static c => c.Headline).Optional(Limits.Title);
        RuleFor(static c => c.Language).LanguageTag();
        RuleFor(static c => c.ClaimType).Optional(Limits.Text);
        RuleFor(static c => c.Location).Optional(Limits.Text);
        RuleFor(static c => c.Claimants).AtMost(Limits.Claimants);
        RuleForEach(static c => c.Claimants).Present().SetValidator(new ClaimantValidator());
        RuleFor(static c => c.Attribution).AtMost(Limits.Attributions);
        RuleForEach(static c => c.Attribution).Present().SetValidator(new AttributionValidator());
        RuleFor(static c => c.Appearances).AtMost(Limits.Appearances);
        RuleForEach(static c => c.Appearances).Present().SetValidator(new AppearanceValidator());
        RuleFor(static c => c.Tags).AtMost(Limits.Tags);
        RuleForEach(static c => c.Tags).Required(Limits.Tag);
        RuleFor(static c => c.Priority).InclusiveBetween(0, Limits.Priority).WithMessage($"must be from 0 to {Limits.Priority}");
        RuleFor(static c => c.ExternalApp).Optional(Limits.ExternalApp);
        RuleFor(static c => c.ExternalId).Optional(Limits.ExternalId);
        RuleFor(static c => c.ExternalId).NotNull().When(static c => c.ExternalApp is not null).WithMessage("is required with externalApp");
        RuleFor(static c => c.ExternalApp).NotNull().When(static c => c.ExternalId is not null).WithMessage("is required with externalId");
    }
}

internal sealed class ClaimantValidator : AbstractValidator<Claimant>
{
    public ClaimantValidator()
    {
        RuleFor(static c => c.Name).Required(Limits.Text);
        RuleFor(static c => c.JobTitle).Optional(Limits.Text);
        RuleFor(static c => c.SameAs).HttpUrl();
        RuleFor(static c => c.ImageUrl).HttpUrl();
    }
}

internal sealed class AttributionValidator : AbstractValidator<Attribution>
{
    public AttributionValidator()
    {
        RuleFor(static a => a.Name).Required(Limits.Text);
        RuleFor(static a => a.Verb).Optional(Limits.Text);
    }
}

internal sealed class AppearanceValidator : AbstractValidator<Appearance>
{
    public AppearanceValidator() =>
        RuleFor(static a => a.Url).Present().HttpUrl();
}
