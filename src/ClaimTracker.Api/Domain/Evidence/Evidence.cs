using System.Diagnostics.CodeAnalysis;
using ClaimTracker.Api.Domain.Sources;

namespace ClaimTracker.Api.Domain.Evidence;

/// <summary>What clients may add to the excerpt of an evidence record.</summary>
internal interface IEvidenceDetails
{
    Locator? Locator { get; }

    string? Note { get; }

    string? PublicNote { get; }
}

/// <summary>The part of an evidence record that clients write.</summary>
internal record EvidenceBody : IEvidenceDetails
{
    /// <summary>The words of the source, verbatim.</summary>
    public string? Excerpt { get; init; }

    public Locator? Locator { get; init; }

    /// <summary>A note of the desk for itself.</summary>
    public string? Note { get; init; }

    /// <summary>Whether the record is shown outside the desk; true, if left out. If not, it is only counted there.</summary>
    public bool? Public { get; init; }

    /// <summary>A text for the outside, shown beside the excerpt.</summary>
    public string? PublicNote { get; init; }
}

internal sealed class EvidenceBodyValidator : AbstractValidator<EvidenceBody>
{
    public static readonly EvidenceBodyValidator Instance = new();

    public EvidenceBodyValidator()
    {
        RuleFor(static e => e.Excerpt).Required(Limits.Excerpt);
        Include(EvidenceDetailsValidator.Instance);
    }
}

internal sealed class EvidenceDetailsValidator : AbstractValidator<IEvidenceDetails>
{
    public static readonly EvidenceDetailsValidator Instance = new();

    public EvidenceDetailsValidator()
    {
        RuleFor(static e => e.Locator!).SetValidator(new LocatorValidator()).When(static e => e.Locator is not null);
        RuleFor(static e => e.Note).Optional(Limits.Text);
        RuleFor(static e => e.PublicNote).Optional(Limits.Text);
    }
}

/// <summary>One excerpt of one source, and the claims that it bears on.</summary>
internal record EvidenceResponse
{
    public required long Id { get; init; }

    public required SourceResponse Source { get; init; }

    /// <summary>The words of the source, verbatim; for readers, null if the source is confidential.</summary>
    public required string? Excerpt { get; init; }

    public required Locator Locator { get; init; }

    /// <summary>A note of the desk for itself; null for readers.</summary>
    public required string? Note { get; init; }

    /// <summary>Whether the record is shown outside the desk; if not, it is only counted there.</summary>
    public required bool Public { get; init; }

    /// <summary>A text for the outside, shown beside the excerpt.</summary>
    public required string? PublicNote { get; init; }

    public required IReadOnlyList<EvidenceLink> Links { get; init; }

    /// <summary>True once its words were erased for legal reasons: blocks stand in their place.</summary>
    public required bool Erased { get; init; }

    public required DateTimeOffset? ErasedAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The record as the actor may see it.</summary>
    /// <returns>Null if the actor may only count it.</returns>
    public EvidenceResponse? SeenBy(Actor actor)
    {
        if (actor.IsInside)
        {
            return this;
        }

        return !Public ? null : this with
        {
            Source = Source.SeenBy(actor),
            Excerpt = Source.Confidential ? null : Excerpt,
            Locator = Source.Confidential ? new Locator() : Locator,
            Note = null,
            Links = [.. Links.Select(static link => link with { Note = null })],
        };
    }

    /// <summary>The part that clients write.</summary>
    public EvidenceBody ToBody() => new()
    {
        Excerpt = Excerpt,
        Locator = Locator,
        Note = Note,
        Public = Public,
        PublicNote = PublicNote,
    };
}

/// <summary>An evidence record behind a sentence, with the claim of the sentence that it bears on.</summary>
internal record SentenceEvidence : EvidenceResponse
{
    [SetsRequiredMembers]
    private SentenceEvidence(EvidenceResponse evidence)
        : base(evidence)
    {
    }

    public required long ClaimId { get; init; }

    public required Stance Stance { get; init; }

    public static SentenceEvidence Of(EvidenceResponse evidence, long claimId) =>
        new(evidence) { ClaimId = claimId, Stance = evidence.Links.Single(l => l.ClaimId == claimId).Stance };
}
