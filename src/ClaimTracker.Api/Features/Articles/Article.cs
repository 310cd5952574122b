using ClaimTracker.Api.Domain.Fields;

namespace ClaimTracker.Api.Features.Articles;

/// <summary>The part of an article that clients write beside its text.</summary>
internal record ArticleFacts
{
    public string? Url { get; init; }

    /// <summary>Taken from the text, if a new article comes without it.</summary>
    public string? Title { get; init; }

    /// <summary>Taken from the text, if a new article comes without it.</summary>
    public string? Byline { get; init; }

    public string? Publisher { get; init; }

    /// <summary>Taken from the text, if a new article comes without it.</summary>
    public PartialDate? PublishedOn { get; init; }

    /// <summary>Detected in the text, if a new article comes without it.</summary>
    public string? Language { get; init; }

    /// <summary>draft for a text of our own, before publication; a new article is published, unless it says otherwise.</summary>
    public ArticleKind? Kind { get; init; }

    /// <summary>Another system that knows this article, and its id there. Both or neither; together they are unique.</summary>
    public string? ExternalApp { get; init; }

    public string? ExternalId { get; init; }

    /// <summary>When checking must be done.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>Values of fields of the desk's own, by the name of the field.</summary>
    public IReadOnlyDictionary<string, FieldValue?>? Fields { get; init; }
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

/// <summary>The part of an article that clients edit.</summary>
internal sealed record ArticleBody : ArticleFacts
{
    /// <summary>Name or id of the checker or editor who sees to it; null for nobody.</summary>
    public NameOrNumber? Assignee { get; init; }

    /// <summary>True once it is done with: lists leave it out, unless they are asked for it.</summary>
    public bool? Archived { get; init; }
}

internal sealed class ArticleBodyValidator : AbstractValidator<ArticleBody>
{
    public static readonly ArticleBodyValidator Instance = new();

    public ArticleBodyValidator()
    {
        Include(ArticleFactsValidator.Instance);
        RuleFor(static a => a.Language).Present();
        RuleFor(static a => a.Kind).Present();
        RuleFor(static a => a.Assignee!.Name).Optional(Limits.UserName).OverridePropertyName("assignee")
            .When(static a => a.Assignee is not null);
    }
}

/// <summary>An article, without its text.</summary>
internal record ArticleSummary
{
    public required long Id { get; init; }

    /// <summary>The version that this shows: the newest, unless another was asked for.</summary>
    public required int Version { get; init; }

    public required string? Url { get; init; }

    public required string? Title { get; init; }

    public required string? Byline { get; init; }

    public required string? Publisher { get; init; }

    public required PartialDate? PublishedOn { get; init; }

    public required string Language { get; init; }

    public required ArticleKind Kind { get; init; }

    public required string? ExternalApp { get; init; }

    public required string? ExternalId { get; init; }

    public required DateTimeOffset? Deadline { get; init; }

    /// <summary>Name of the user who sees to it.</summary>
    public required string? Assignee { get; init; }

    public required bool Archived { get; init; }

    /// <summary>Values of fields of the desk's own, by the name of the field.</summary>
    public required IReadOnlyDictionary<string, FieldValue?> Fields { get; init; }

    /// <summary>True once its words were erased for legal reasons: blocks stand in their place.</summary>
    public required bool Erased { get; init; }

    public required DateTimeOffset? ErasedAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The part that clients edit.</summary>
    public ArticleBody ToBody() => new()
    {
        Url = Url,
        Title = Title,
        Byline = Byline,
        Publisher = Publisher,
        PublishedOn = PublishedOn,
        Language = Language,
        Kind = Kind,
        ExternalApp = ExternalApp,
        ExternalId = ExternalId,
        Deadline = Deadline,
        Fields = Fields,
        Assignee = Assignee is null ? null : (NameOrNumber)Assignee,
        Archived = Archived,
    };
}

/// <summary>An article with the blocks and sentences of one version.</summary>
internal record ArticleResponse : ArticleSummary
{
    public required IReadOnlyList<BlockResponse> Blocks { get; init; }

    /// <summary>How the text was read; null for a text that came in before that was kept, and for one that was erased.</summary>
    public required ReadingResponse? Reading { get; init; }

    /// <summary>
    /// The number of blocks of the newest version that were set apart although they hold a full sentence, and that nobody has looked at.
    /// </summary>
    public required int SetApart { get; init; }

    public required IReadOnlyList<SentenceResponse> Sentences { get; init; }
}

/// <summary>A typed run of the text.</summary>
internal sealed record BlockResponse
{
    /// <summary>Its place among the blocks, from 0.</summary>
    public required int Ordinal { get; init; }

    /// <summary>Its role in the article.</summary>
    public required BlockType Type { get; init; }

    /// <summary>First code point.</summary>
    public required int Start { get; init; }

    /// <summary>End, exclusive.</summary>
    public required int End { get; init; }

    /// <summary>The page that it begins on, from 1; null for a text without pages.</summary>
    public int? Page { get; init; }
}
