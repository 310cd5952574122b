namespace ClaimTracker.Api.Domain.Evidence;

/// <summary>The members of a link that a client sends with a new record, or to link one that exists.</summary>
internal interface IEvidenceLinkBody
{
    Stance? Stance { get; }

    int? Set { get; }

    string? Question { get; }

    string? AnswerType { get; }
}

internal sealed class EvidenceLinkBodyValidator : AbstractValidator<IEvidenceLinkBody>
{
    public static readonly EvidenceLinkBodyValidator Instance = new();

    public EvidenceLinkBodyValidator()
    {
        RuleFor(static l => l.Stance).Present();
        RuleFor(static l => l.Set).GreaterThan(0).WithMessage("must be a number from 1");
        RuleFor(static l => l.Question).Optional(Limits.Text);
        RuleFor(static l => l.AnswerType).Optional(Limits.Text);
    }
}

/// <summary>The bearing of an evidence record on one claim.</summary>
internal sealed record EvidenceLink : IOfClaim
{
    public required long ClaimId { get; init; }

    public required Stance Stance { get; init; }

    /// <summary>The evidence set: members of a set are needed together, sets are alternatives.</summary>
    public required int? Set { get; init; }

    /// <summary>A note of the desk for itself; null for readers.</summary>
    public required string? Note { get; init; }

    /// <summary>The question that the evidence answers.</summary>
    public required string? Question { get; init; }

    public required string? AnswerType { get; init; }

    public static EvidenceLink Of(long claimId, IEvidenceLinkBody body, string? note = null) => new()
    {
        ClaimId = claimId,
        Stance = body.Stance!.Value,
        Set = body.Set,
        Note = note,
        Question = body.Question,
        AnswerType = body.AnswerType,
    };
}
