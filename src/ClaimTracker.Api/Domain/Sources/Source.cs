using ClaimTracker.Api.Domain.Fields;

namespace ClaimTracker.Api.Domain.Sources;

/// <summary>The part of a source that clients write.</summary>
internal record SourceBody
{
    /// <summary>The address. A person or a data set may have none, and then has a title.</summary>
    public string? Url { get; init; }

    public string? Title { get; init; }

    public string? Author { get; init; }

    public string? Publisher { get; init; }

    public PartialDate? PublishedOn { get; init; }

    /// <summary>The day on which the desk read it.</summary>
    public DateOnly? AccessedOn { get; init; }

    /// <summary>The address of an archived copy, which stays when the source is changed or taken down.</summary>
    public string? ArchivedUrl { get; init; }

    /// <summary>web_text, if left out.</summary>
    public Medium? Medium { get; init; }

    /// <summary>secondary, if left out.</summary>
    public SourceKind? Kind { get; init; }

    /// <summary>The desk's opinion of the source, and its reason.</summary>
    public string? ReliabilityNote { get; init; }

    /// <summary>
    /// True if the source must never be named outside the desk: readers and the public see that it is confidential. Exports leave it out.
    /// </summary>
    public bool? Confidential { get; init; }

    /// <summary>Values of fields of the desk's own, by the name of the field.</summary>
    public IReadOnlyDictionary<string, FieldValue?>? Fields { get; init; }
}

internal sealed class SourceBodyValidator : AbstractValidator<SourceBody>
{
    public static readonly SourceBodyValidator Instance = new();

    public SourceBodyValidator()
    {
        RuleFor(static s => s.Url).HttpUrl();
        RuleFor(static s => s.Title).Optional(Limits.Title);
        RuleFor(static s => s.Title).NotNull().When(static s => s.Url is null).WithMessage("is required when there is no url");
        RuleFor(static s => s.Author).Optional(Limits.Text);
        RuleFor(static s => s.Publisher).Optional(Limits.Text);
        RuleFor(static s => s.ArchivedUrl).HttpUrl();
        RuleFor(static s => s.ReliabilityNote).Optional(Limits.Text);
    }
}

/// <summary>A document, person or data set that evidence is taken from.</summary>
internal sealed record SourceResponse
{
    public required long Id { get; init; }

    public required string? Url { get; init; }

    public required string? Title { get; init; }

    public required string? Author { get; init; }

    public required string? Publisher { get; init; }

    public required PartialDate? PublishedOn { get; init; }

    /// <summary>The day on which the desk read it.</summary>
    public required DateOnly? AccessedOn { get; init; }

    /// <summary>The address of an archived copy.</summary>
    public required string? ArchivedUrl { get; init; }

    public required Medium Medium { get; init; }

    public required SourceKind Kind { get; init; }

    public required string? ReliabilityNote { get; init; }

    /// <summary>The source is never named outside the desk: readers get null for whatever could tell who it is.</summary>
    public required bool Confidential { get; init; }

    /// <summary>Values of fields of the desk's own, by the name of the field; none for readers if the source is confidential.</summary>
    public required IReadOnlyDictionary<string, FieldValue?> Fields { get; init; }

    /// <summary>True once its words were erased for legal reasons: blocks stand in their place.</summary>
    public required bool Erased { get; init; }

    public required DateTimeOffset? ErasedAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The source as the actor may see it.</summary>
    public SourceResponse SeenBy(Actor actor) => actor.IsInside || !Confidential
        ? this
        : this with
        {
            Url = null,
            Title = null,
            Author = null,
            Publisher = null,
            PublishedOn = null,
            AccessedOn = null,
            ArchivedUrl = null,
            ReliabilityNote = null,
            Fields = FieldRows.None,
        };

    /// <summary>The part that clients write.</summary>
    public SourceBody ToBody() => new()
    {
        Url = Url,
        Title = Title,
        Author = Author,
        Publisher = Publisher,
        PublishedOn = PublishedOn,
        AccessedOn = AccessedOn,
        ArchivedUrl = ArchivedUrl,
        Medium = Medium,
        Kind = Kind,
        ReliabilityNote = ReliabilityNote,
        Confidential = Confidential,
        Fields = Fields,
    };
}
