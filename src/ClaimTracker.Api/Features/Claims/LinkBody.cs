using ClaimTracker.Api.Domain.Sentences;

namespace ClaimTracker.Api.Features.Claims;

/// <summary>The part of a link of sentence and claim that clients write.</summary>
internal sealed record LinkBody
{
    /// <summary>The sentence's part: it asserts (the default), repeats or denies the claim.</summary>
    public SentenceRole? Role { get; init; }

    /// <summary>The words that make the claim, as they are in the sentence: they set `spanStart` and `spanEnd`.</summary>
    public string? Span { get; init; }

    /// <summary>First code point of those words, in the text of the article.</summary>
    public int? SpanStart { get; init; }

    /// <summary>End of those words, exclusive.</summary>
    public int? SpanEnd { get; init; }

    /// <summary>How a line that needed a change was settled.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>The reason; required for `stands`.</summary>
    public string? OutcomeNote { get; init; }

    public static LinkBody Of(SentenceLink? link) => link is null ? new LinkBody() : new LinkBody
    {
        Role = link.Role,
        SpanStart = link.SpanStart,
        SpanEnd = link.SpanEnd,
        Outcome = link.Outcome,
        OutcomeNote = link.OutcomeNote,
    };
}

internal sealed class LinkBodyValidator : AbstractValidator<LinkBody>
{
    public static readonly LinkBodyValidator Instance = new();

    public LinkBodyValidator()
    {
        RuleFor(static l => l.Span).Optional(Limits.ClaimText);
        RuleFor(static l => l.OutcomeNote).Optional(Limits.Text);
        RuleFor(static l => l.OutcomeNote)
            .NotNull().When(static l => l.Outcome == Outcome.Stands).WithMessage("must say why the line stands");
        RuleFor(static l => l.OutcomeNote)
            .Null().When(static l => l.Outcome is null).WithMessage("is allowed only with an outcome");
    }
}
