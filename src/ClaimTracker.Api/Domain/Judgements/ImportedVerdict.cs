using System.Text.Json.Serialization;
using ClaimTracker.Api.Domain.Sources;

namespace ClaimTracker.Api.Domain.Judgements;

/// <summary>A verdict that was made elsewhere.</summary>
internal sealed record ImportedVerdict : INamesRating
{
    public required NameOrNumber? Rating { get; init; }

    public required NameOrNumber? Scale { get; init; }

    public required string Justification { get; init; }

    public required DateOnly? ValidAsOf { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>Who made it there; no user of this desk.</summary>
    public required string? Author { get; init; }

    public required Review? Review { get; init; }

    /// <summary>Why it replaced an earlier one there; null if it replaced none.</summary>
    public required CorrectionNote? Correction { get; init; }

    /// <summary>When its correction was published there; null if it has none.</summary>
    public required DateTimeOffset? SupersededAt { get; init; }

    /// <summary>Why and when it was retracted there; null where it stands.</summary>
    public required VerdictRetraction? Retraction { get; init; }

    /// <summary>When it ended there; null where it stands.</summary>
    [JsonIgnore]
    public DateTimeOffset? EndedAt => Retraction?.At ?? SupersededAt;

    public VerdictState State => Retraction is not null ? VerdictState.Retracted
        : SupersededAt is not null ? VerdictState.Superseded
        : VerdictState.Published;
}

internal sealed class ImportedVerdictValidator : AbstractValidator<ImportedVerdict>
{
    public static readonly ImportedVerdictValidator Instance = new();

    public ImportedVerdictValidator()
    {
        Include(NamesRatingValidator.Instance);
        RuleFor(static v => v.Justification).AtMost(Limits.Justification);
        RuleFor(static v => v.Author).Optional(Limits.Title);
        RuleFor(static v => v.Review!).SetValidator(new ReviewValidator()).When(static v => v.Review is not null);
        RuleFor(static v => v.Correction!).SetValidator(CorrectionNoteValidator.Instance).When(static v => v.Correction is not null);
        RuleFor(static v => v.Retraction!.Reason).Required(Limits.Reason).OverridePropertyName("retraction_reason")
            .When(static v => v.Retraction is not null);
    }
}

/// <summary>What the history keeps of a verdict that was made elsewhere.</summary>
internal sealed record ImportedContent(
    long ClaimId, ImportedVerdict Verdict, bool House, IReadOnlyList<long> EvidenceIds, long? Supersedes) : IOfClaim;
