namespace ClaimTracker.Api.Domain.Claims;

/// <summary>The rules of a claim, as a client sends it or as an edit leaves it.</summary>
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

    private sealed class ClaimantValidator : AbstractValidator<ClaimClaimant>
    {
        public ClaimantValidator()
        {
            RuleFor(static c => c.Name).Required(Limits.Text);
            RuleFor(static c => c.JobTitle).Optional(Limits.Text);
            RuleFor(static c => c.SameAs).HttpUrl();
            RuleFor(static c => c.ImageUrl).HttpUrl();
        }
    }

    private sealed class AttributionValidator : AbstractValidator<Attribution>
    {
        public AttributionValidator()
        {
            RuleFor(static a => a.Name).Required(Limits.Text);
            RuleFor(static a => a.Verb).Optional(Limits.Text);
            RuleFor(static a => a.To).Optional(Limits.Text);
        }
    }

    private sealed class AppearanceValidator : AbstractValidator<Appearance>
    {
        public AppearanceValidator() => RuleFor(static a => a.Url).Present().HttpUrl();
    }
}
