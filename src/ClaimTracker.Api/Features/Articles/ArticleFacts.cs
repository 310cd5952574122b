namespace ClaimTracker.Api.Features.Articles;

/// <summary>What is known of an article beside its text.</summary>
internal record ArticleFacts
{
    public string? Url { get; init; }

    /// <summary>If left out, as the text says.</summary>
    public string? Title { get; init; }

    /// <summary>If left out, as the text says.</summary>
    public string? Byline { get; init; }

    public string? Publisher { get; init; }

    /// <summary>If left out, as the text says.</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>If left out, as the text is.</summary>
    public string? Language { get; init; }

    /// <summary>draft for a text of our own, before publication; published, if left out.</summary>
    public ArticleKind? Kind { get; init; }

    /// <summary>The other system that knows this article, and its id there. Both or neither; together they are unique.</summary>
    public string? ExternalApp { get; init; }

    public string? ExternalId { get; init; }

    /// <summary>When checking must be done.</summary>
    public DateTimeOffset? Deadline { get; init; }
}

internal sealed class ArticleFactsValidator : AbstractValidator<ArticleFacts>
{
    public static readonly ArticleFactsValidator Instance = new();

    public ArticleFactsValidator()
    {
        RuleFor(static a => a.Url).HttpUrl();
        RuleFor(static a => a.Title).Optional(Limits.Title);
        RuleFor(static a => a.Byline).Optional(Limits.Text);
        RuleFor(static a => a.Publisher).Optional(Limits.Text);
        RuleFor(static a => a.Language).LanguageTag();
        RuleFor(static a => a.ExternalApp).Optional(Limits.ExternalApp);
        RuleFor(static a => a.ExternalId).Optional(Limits.ExternalId);
        RuleFor(static a => a.ExternalId).NotNull().When(static a => a.ExternalApp is not null).WithMessage("is required with externalApp");
        RuleFor(static a => a.ExternalApp).NotNull().When(static a => a.ExternalId is not null).WithMessage("is required with externalId");
    }
}
