using System.Text.Json.Serialization;
using ClaimTracker.Api.Domain.Fields;
using ClaimTracker.Api.Domain.Verdicts;

namespace ClaimTracker.Api.Domain.Claims;

/// <summary>The part of a claim that clients write.</summary>
internal record ClaimBody
{
    /// <summary>The assertion, worded so that it can be read alone.</summary>
    public string? Text { get; init; }

    public string? Headline { get; init; }

    public string? Language { get; init; }

    public string? ClaimType { get; init; }

    /// <summary>When it was claimed, as far as that is known.</summary>
    public PartialDate? ClaimDate { get; init; }

    public string? Location { get; init; }

    /// <summary>The people or organisations that asserted it.</summary>
    public IReadOnlyList<ClaimClaimant>? Claimants { get; init; }

    /// <summary>The chain of reports that it came through, the nearest first.</summary>
    public IReadOnlyList<Attribution>? Attribution { get; init; }

    /// <summary>Places where the claim was made.</summary>
    public IReadOnlyList<Appearance>? Appearances { get; init; }

    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>Urgency, from 0 to 100, the most urgent.</summary>
    public int? Priority { get; init; }

    /// <summary>Values of fields of the desk's own, by the name of the field.</summary>
    public IReadOnlyDictionary<string, FieldValue?>? Fields { get; init; }

    /// <summary>Another system that knows this claim, and its id there. Send both or neither; together they are unique.</summary>
    public string? ExternalApp { get; init; }

    public string? ExternalId { get; init; }
}

/// <summary>A person or an organisation that asserted a claim.</summary>
internal sealed record ClaimClaimant
{
    public string? Name { get; init; }

    public string? JobTitle { get; init; }

    /// <summary>An address that identifies the claimant.</summary>
    public string? SameAs { get; init; }

    public string? ImageUrl { get; init; }
}

/// <summary>One link in the chain of reports that a claim came through.</summary>
internal sealed record Attribution
{
    public string? Name { get; init; }

    /// <summary>Such as "said" or "reported".</summary>
    public string? Verb { get; init; }

    /// <summary>Whom it was told.</summary>
    public string? To { get; init; }
}

/// <summary>A place where a claim was made.</summary>
internal sealed record Appearance
{
    public string? Url { get; init; }

    public PartialDate? Date { get; init; }

    /// <summary>True for the place where the claim was first made.</summary>
    public bool? First { get; init; }
}

/// <summary>A claim with its sentences and its verdict.</summary>
internal record ClaimResponse
{
    public required long Id { get; init; }

    public required string Text { get; init; }

    public required string? Headline { get; init; }

    public required string? Language { get; init; }

    public required string? ClaimType { get; init; }

    public required PartialDate? ClaimDate { get; init; }

    public required string? Location { get; init; }

    public required IReadOnlyList<ClaimClaimant> Claimants { get; init; }

    public required IReadOnlyList<Attribution> Attribution { get; init; }

    public required IReadOnlyList<Appearance> Appearances { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }

    public required int Priority { get; init; }

    public required ClaimStatus Status { get; init; }

    public required string? Assignee { get; init; }

    /// <summary>The sentences that assert, repeat or deny it.</summary>
    public required IReadOnlyList<ClaimSentence> Sentences { get; init; }

    /// <summary>What it is to other claims.</summary>
    public required IReadOnlyList<RelatedClaim> Relations { get; init; }

    /// <summary>The house verdict; before there is one, the newest draft.</summary>
    public required VerdictInShort? Verdict { get; init; }

    /// <summary>True if published verdicts on it disagree.</summary>
    public required bool Disputed { get; init; }

    public required int EvidenceCount { get; init; }

    /// <summary>Values of fields of the desk's own, by the name of the field.</summary>
    public required IReadOnlyDictionary<string, FieldValue?> Fields { get; init; }

    public required string? ExternalApp { get; init; }

    public required string? ExternalId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>
    /// When something was last done about it; only in lists. Its own address leaves it out, and so does its ETag: a comment is no reason
    /// to refuse an edit.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? ActivityAt { get; init; }

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
        Fields = Fields,
        ExternalApp = ExternalApp,
        ExternalId = ExternalId,
    };
}

/// <summary>A sentence of a claim, in its own words. The span counts in the text of the article.</summary>
internal sealed record ClaimSentence(
    long SentenceId, long ArticleId, string? ArticleTitle, int? Ordinal, string Text, SentenceRole Role, int? SpanStart, int? SpanEnd);

/// <summary>Another claim that a claim has a relation to.</summary>
/// <param name="ClaimId">The other claim.</param>
/// <param name="Text">The text of the other claim.</param>
/// <param name="Relation">What this claim is to the other: narrower says that this one is narrower than the other.</param>
/// <param name="Note">A remark on the relation; null outside the desk.</param>
internal sealed record RelatedClaim(long ClaimId, string Text, ClaimRelation Relation, string? Note);
