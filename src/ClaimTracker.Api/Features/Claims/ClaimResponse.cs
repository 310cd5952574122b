using ClaimTracker.Api.Domain.Claims;

namespace ClaimTracker.Api.Features.Claims;

/// <summary>A claim with what hangs on it.</summary>
internal sealed record ClaimResponse
{
    public required long Id { get; init; }

    public required string Text { get; init; }

    public required string? Headline { get; init; }

    public required string? Language { get; init; }

    public required string? ClaimType { get; init; }

    public required DateOnly? ClaimDate { get; init; }

    public required string? Location { get; init; }

    public required IReadOnlyList<Claimant> Claimants { get; init; }

    public required IReadOnlyList<Attribution> Attribution { get; init; }

    public required IReadOnlyList<Appearance> Appearances { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }

    public required int Priority { get; init; }

    public required ClaimStatus Status { get; init; }

    public required string? Assignee { get; init; }

    /// <summary>The sentences that assert, repeat or deny it.</summary>
    public required IReadOnlyList<ClaimSentence> Sentences { get; init; }

    /// <summary>The house verdict; before there is one, the newest draft.</summary>
    public required ClaimVerdict? Verdict { get; init; }

    /// <summary>Whether published verdicts on it disagree.</summary>
    public required bool Disputed { get; init; }

    public required int EvidenceCount { get; init; }

    public required string? ExternalApp { get; init; }

    public required string? ExternalId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The part that clients write.</summary>
    public ClaimBody ToBody() => new()
    {
        Text = Text,
        Headline = Headline,
        Language = Language,
        ClaimType = ClaimType,
        ClaimDate = ClaimDate,
        Location = Location,
        Claimants = Claimants,
        Attribution = Attribution,
        Appearances = Appearances,
        Tags = Tags,
        Priority = Priority,
        ExternalApp = ExternalApp,
        ExternalId = ExternalId,
    };
}

/// <summary>A sentence of a claim. The span counts in the text of the article.</summary>
internal sealed record ClaimSentence(long SentenceId, long ArticleId, int? Ordinal, SentenceRole Role, int? SpanStart, int? SpanEnd);

/// <summary>The verdict on a claim, in short.</summary>
internal sealed record ClaimVerdict(long Id, ClaimRating Rating, VerdictState State);

/// <summary>A rating, in short.</summary>
internal sealed record ClaimRating(string Name, double? Value);
