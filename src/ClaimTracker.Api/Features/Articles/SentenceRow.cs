using ClaimTracker.Api.Domain.Verdicts;
using System.Text.Json;

namespace ClaimTracker.Api.Features.Articles;

/// <summary>A sentence in one version, as the database gives it.</summary>
internal sealed record SentenceRow
{
    public const string Columns = """
        s.id,
        s.article_id,
        p.version,
        p.ordinal,
        b.ordinal as block_ordinal,
        b.type as block_type,
        p.start_offset,
        p.end_offset,
        s.text,
        p.prefix,
        p.suffix,
        st.state,
        case when st.state in ('not_checkable', 'skipped') then s.triage_reason end as triage_reason,
        s.score,
        s.score_components,
        (select count(distinct e.evidence_id)
         from sentence_claims l
         join claim_evidence e on e.claim_id = l.claim_id
         where l.sentence_id = s.id) as evidence_count
        """;

    public const string From = """
        sentence_positions p
        join sentences s on s.id = p.sentence_id
        join sentence_states st on st.sentence_id = s.id
        join blocks b on b.article_id = p.article_id and b.version = p.version and b.ordinal = p.block_ordinal
        """;

    /// <summary>Without its where clause.</summary>
    public const string Sql = $"select {Columns} from {From}";

    public long Id { get; init; }

    public long ArticleId { get; init; }

    public int Version { get; init; }

    public int Ordinal { get; init; }

    public int BlockOrdinal { get; init; }

    public string BlockType { get; init; } = "";

    public int StartOffset { get; init; }

    public int EndOffset { get; init; }

    public string Text { get; init; } = "";

    public string Prefix { get; init; } = "";

    public string Suffix { get; init; } = "";

    public string State { get; init; } = "";

    public string? TriageReason { get; init; }

    public double Score { get; init; }

    public string ScoreComponents { get; init; } = "";

    public int EvidenceCount { get; init; }

    public SentenceResponse ToResponse(IEnumerable<SentenceClaimRow> claims, Actor actor) => new()
    {
        Id = Id,
        ArticleId = ArticleId,
        Version = Version,
        Ordinal = Ordinal,
        Block = new SentenceBlock(BlockOrdinal, EnumWords.Parse<BlockType>(BlockType)),
        Start = StartOffset,
        End = EndOffset,
        Text = Text,
        Prefix = Prefix,
        Suffix = Suffix,
        State = EnumWords.Parse<SentenceState>(State),
        Reason = TriageReason,
        CheckWorthiness = new SentenceWorthiness(Score, JsonSerializer.Deserialize<IReadOnlyList<ScoreComponent>>(ScoreComponents, ApiJson.Options)!),
        Claims = [.. claims.Select(c => c.ToClaim(actor))],
        EvidenceCount = EvidenceCount,
    };
}

/// <summary>A claim of a sentence, as the database gives it.</summary>
internal sealed record SentenceClaimRow
{
    public const string Sql = """
        select
            l.sentence_id,
            l.claim_id,
            c.text,
            l.role,
            p.start_offset + l.span_start as span_start,
            p.start_offset + l.span_end as span_end,
            l.needs_recheck,
            v.id as verdict_id,
            v.state as verdict_state,
            r.name as rating_name,
            r.value as rating_value
        from sentence_positions p
        join sentence_claims l on l.sentence_id = p.sentence_id
        join claims c on c.id = l.claim_id
        join claim_states st on st.claim_id = c.id
        left join verdicts v on v.id = st.verdict_id
        left join ratings r on r.id = v.rating_id
        where p.article_id = @articleId and p.version = @version and p.ordinal between @first and @last
        order by p.ordinal, l.claim_id
        """;

    public long SentenceId { get; init; }

    public long ClaimId { get; init; }

    public string Text { get; init; } = "";

    public string Role { get; init; } = "";

    public int? SpanStart { get; init; }

    public int? SpanEnd { get; init; }

    public bool NeedsRecheck { get; init; }

    public long? VerdictId { get; init; }

    public string? VerdictState { get; init; }

    public string? RatingName { get; init; }

    public double? RatingValue { get; init; }

    public SentenceClaim ToClaim(Actor actor) => new()
    {
        Id = ClaimId,
        Text = Text,
        Role = EnumWords.Parse<SentenceRole>(Role),
        SpanStart = SpanStart,
        SpanEnd = SpanEnd,
        NeedsRecheck = NeedsRecheck,
        Verdict = VerdictId is { } id && EnumWords.Parse<VerdictState>(VerdictState!) is var state && actor.Sees(state)
            ? new SentenceVerdict(id, new SentenceRating(RatingName!, RatingValue), state)
            : null,
    };
}
