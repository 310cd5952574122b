using ClaimTracker.Api.Domain.Claims;

namespace ClaimTracker.Api.Features.Claims;

/// <summary>A claimant of a claim.</summary>
internal sealed record ClaimantRow
{
    public const string Sql = """
        select claim_id, name, job_title, same_as, image_url
        from claim_claimants
        where claim_id in @ids
        order by claim_id, ordinal
        """;

    public long ClaimId { get; init; }

    public string Name { get; init; } = "";

    public string? JobTitle { get; init; }

    public string? SameAs { get; init; }

    public string? ImageUrl { get; init; }

    public Claimant ToClaimant() => new() { Name = Name, JobTitle = JobTitle, SameAs = SameAs, ImageUrl = ImageUrl };
}

/// <summary>A tag of a claim.</summary>
internal sealed record TagRow
{
    public const string Sql = "select claim_id, tag from claim_tags where claim_id in @ids order by claim_id, ordinal";

    public long ClaimId { get; init; }

    public string Tag { get; init; } = "";
}

/// <summary>A sentence of a claim, with its place in the newest version of its article.</summary>
internal sealed record ClaimSentenceRow
{
    public const string Sql = """
        select
            l.claim_id,
            l.sentence_id,
            s.article_id,
            p.ordinal,
            l.role,
            p.start_offset + l.span_start as span_start,
            p.start_offset + l.span_end as span_end
        from sentence_claims l
        join sentences s on s.id = l.sentence_id
        join articles a on a.id = s.article_id
        left join sentence_positions p on p.sentence_id = s.id and p.version = a.version
        where l.claim_id in @ids
        order by l.claim_id, s.article_id, p.ordinal nulls first, l.sentence_id
        """;

    public long ClaimId { get; init; }

    public long SentenceId { get; init; }

    public long ArticleId { get; init; }

    public int? Ordinal { get; init; }

    public string Role { get; init; } = "";

    public int? SpanStart { get; init; }

    public int? SpanEnd { get; init; }

    public ClaimSentence ToSentence() => new(SentenceId, ArticleId, Ordinal, EnumWords.Parse<SentenceRole>(Role), SpanStart, SpanEnd);
}
