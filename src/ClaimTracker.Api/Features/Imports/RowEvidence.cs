using ClaimTracker.Api.Domain.Evidence;

namespace ClaimTracker.Api.Features.Imports;

/// <summary>The evidence of a row, which may have no excerpt.</summary>
internal sealed record RowEvidence : EvidenceAttachment;

internal sealed class RowEvidenceValidator : EvidenceAttachmentValidator<RowEvidence>
{
    public static readonly RowEvidenceValidator Instance = new();

    private RowEvidenceValidator()
        : base(isWhole: false)
    {
    }
}
