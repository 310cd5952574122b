namespace ClaimTracker.Api.Features.Verdicts;

/// <summary>The part of a draft that clients edit.</summary>
internal sealed record VerdictEdit : VerdictBody
{
    /// <summary>Why it corrects another; only of a draft that does.</summary>
    public CorrectionNote? Correction { get; init; }
}

/// <summary>Why a published verdict is changed, as clients write it.</summary>
internal sealed record CorrectionNote
{
    public CorrectionKind? Kind { get; init; }

    /// <summary>Why; public.</summary>
    public string? Reason { get; init; }

    /// <summary>What the readers are told.</summary>
    public string? PublicText { get; init; }
}

internal sealed class VerdictEditValidator : AbstractValidator<VerdictEdit>
{
    public static readonly VerdictEditValidator Instance = new();

    public VerdictEditValidator()
    {
        Include(VerdictBodyValidator.Instance);
        RuleFor(static v => v.Correction!).SetValidator(new CorrectionNoteValidator()).When(static v => v.Correction is not null);
    }
}

internal sealed class CorrectionNoteValidator : AbstractValidator<CorrectionNote>
{
    public CorrectionNoteValidator()
    {
        RuleFor(static c => c.Kind).Present();
        RuleFor(static c => c.Reason).Required(Limits.Reason);
        RuleFor(static c => c.PublicText).Required(Limits.Reason);
    }
}
