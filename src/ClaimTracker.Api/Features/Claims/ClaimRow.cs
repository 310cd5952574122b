using ClaimTracker.Api.Domain.Verdicts;
using ClaimTracker.Api.Domain.Claims;
using System.Text.Json;

namespace ClaimTracker.Api.Features.Claims;

/// <summary>A claim as the database gives it, with its status and its verdict.</summary>
internal sealed record ClaimRow
{
    public const string Sql = """
        select
            c.id,
            c.text,
            c.headline,
            c.language,
            c.claim_type,
            c.claim_date,
            c.location,
            c.attribution,
            c.appearances,
            c.priority,
            c.assignee,
            c.external_app,
            c.external_id,
            c.created_at,
            c.updated_at,
            s.status,
            s.disputed,
            s.evidence_count,
            v.id as verdict_id,
            v.state as verdict_state,
            r.name as rating_name,
            r.value as rating_value
        from claims c
        join claim_states s on s.claim_id = c.id
        left join verdicts v on v.id = s.verdict_id
        left join ratings r on r.id = v.rating_id
        where c.id in @ids
        """;

    public long Id { get; init; }

    public string Text { get; init; } = "";

    public string? Headline { get; init; }

    public string? Language { get; init; }

    public string? ClaimType { get; init; }

    public DateOnly? ClaimDate { get; init; }

    public string? Location { get; init; }

    public string Attribution { get; init; } = "";

    public string Appearances { get; init; } = "";

    public int Priority { get; init; }

    public string? Assignee { get; init; }

    public string? ExternalApp { get; init; }

    public string? ExternalId { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    public string Status { get; init; } = "";

    public bool Disputed { get; init; }

    public int EvidenceCount { get; init; }

    public long? VerdictId { get; init; }

    public string? VerdictState { get; init; }

    public string? RatingName { get; init; }

    public double? RatingValue { get; init; }

    public ClaimResponse ToResponse(
        IEnumerable<ClaimantRow> claimants, IEnumerable<TagRow> tags, IEnumerable<ClaimSentenceRow> sentences, Actor actor) => new()
        {
            Id = Id,
            Text = Text,
            Headline = Headline,
            Language = Language,
            ClaimType = ClaimType,
            ClaimDate = ClaimDate,
            Location = Location,
            Claimants = [.. claimants.Select(static c => c.ToClaimant())],
            Attribution = JsonSerializer.Deserialize<IReadOnlyList<Attribution>>(Attribution, ApiJson.Options)!,
            Appearances = JsonSerializer.Deserialize<IReadOnlyList<Appearance>>(Appearances, ApiJson.Options)!,
            Tags = [.. tags.Select(static t => t.Tag)],
            Priority = Priority,
            Status = EnumWords.Parse<ClaimStatus>(Status),
            Assignee = Assignee,
            Sentences = [.. sentences.Select(static s => s.ToSentence())],
            Verdict = VerdictId is { } id && EnumWords.Parse<VerdictState>(VerdictState!) is var state && actor.Sees(state)
                ? new ClaimVerdict(id, new ClaimRating(RatingName!, RatingValue), state)
                : null,
            Disputed = Disputed,
            EvidenceCount = EvidenceCount,
            ExternalApp = ExternalApp,
            ExternalId = ExternalId,
            CreatedAt = CreatedAt,
            UpdatedAt = UpdatedAt,
        };
}
