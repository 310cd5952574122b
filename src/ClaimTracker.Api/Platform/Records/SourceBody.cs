using FluentValidation;

namespace ClaimTracker.Api.Platform.Records;

/// <summary>The part of a source that clients write.</summary>
internal record SourceBody
{
    /// <summary>Its address; a person or a data set may have none, and then has a title.</summary>
    public string? Url { get; init; }

    public string? Title { get; init; }

    public string? Author { get; init; }

    public string? Publisher { get; init; }

    public DateOnly? PublishedOn { get; init; }

    /// <summary>web_text, if left out.</summary>
    public Medium? Medium { get; init; }

    /// <summary>secondary, if left out.</summary>
    public SourceKind? Kind { get; init; }

    /// <summary>What the desk thinks of it, and why.</summary>
    public string? ReliabilityNote { get; init; }

    /// <summary>Whether it must never be named outside the desk: exports leave it out.</summary>
    public bool? Confidential { get; init; }
}

internal sealed class SourceBodyValidator : AbstractValidator<SourceBody>
{
    public static readonly SourceBodyValidator Instance = new();

    public SourceBodyValidator()
    {
        RuleFor(static s => s.Url).HttpUrl();
        RuleFor(static s => s.Title).Optional(Limits.Title);
        RuleFor(static s => s.Title).NotNull().When(static s => s.Url is null).WithMessage("must be there when there is no url");
        RuleFor(static s => s.Author).Optional(Limits.Text);
        RuleFor(static s => s.Publisher).Optional(Limits.Text);
        RuleFor(static s => s.ReliabilityNote).Optional(Limits.Text);
    }
}
