using ClaimTracker.Api.Domain.Sources;

namespace ClaimTracker.Api.Domain.Evidence;

/// <summary>A new evidence record with its source and its bearing on a claim: the body of every way to attach evidence.</summary>
internal abstract record EvidenceAttachment : EvidenceBody, IEvidenceLinkBody
{
    public EvidenceSource? Source { get; init; }

    public Stance? Stance { get; init; }

    /// <summary>The evidence set: members of a set are needed together, sets are alternatives.</summary>
    public int? Set { get; init; }

    /// <summary>The question that the evidence answers.</summary>
    public string? Question { get; init; }

    public string? AnswerType { get; init; }
}

/// <summary>A source that exists, by its id; or a new one, which is made unless its address is known.</summary>
internal sealed record EvidenceSource : SourceBody
{
    public long? Id { get; init; }
}

internal abstract class EvidenceAttachmentValidator<T> : Validator<T>
    where T : EvidenceAttachment
{
    /// <param name="isWhole">Whether the excerpt and the source must be sent; if not, they may come from elsewhere.</param>
    protected EvidenceAttachmentValidator(bool isWhole = true)
    {
        if (isWhole)
        {
            Include(EvidenceBodyValidator.Instance);
            RuleFor(static e => e.Source).Present();
        }
        else
        {
            RuleFor(static e => e.Excerpt).Optional(Limits.Excerpt);
            Include(EvidenceDetailsValidator.Instance);
        }

        RuleFor(static e => e.Source!).SetValidator(SourceBodyValidator.Instance).When(static e => e.Source is { Id: null });
        RuleFor(static e => e.Source)
            .Must(static source => source is not { Id: not null } || source == new EvidenceSource { Id = source.Id })
            .WithMessage("must be an id, or the members of a new source, not both");
        Include(EvidenceLinkBodyValidator.Instance);
    }
}
