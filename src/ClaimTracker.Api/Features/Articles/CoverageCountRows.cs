namespace ClaimTracker.Api.Features.Articles;

/// <summary>How many sentences of an article are in a state, as the database gives it.</summary>
internal sealed record StateCount
{
    // Every sentence that is not orphaned stands in the newest version, once.
    public const string Sql = """
        select
            st.state,
            count(*) as sentences
        from sentences s
        join sentence_states st on st.sentence_id = s.id
        where s.article_id = @Id
            and (st.state <> 'orphaned' or exists (select 1 from sentence_claims l where l.sentence_id = s.id))
        group by st.state
        """;

    public string State { get; init; } = "";

    public int Sentences { get; init; }
}

/// <summary>How many claims of an article somebody has in a status, as the database gives it.</summary>
internal sealed record ClaimCount
{
    // A claim that hangs on several sentences counts once: the inner query gives it one row.
    public const string Sql = """
        select
            assignee,
            status,
            count(*) as claims,
            sum(case when status in ('published', 'corrected') then 0 else 1 end) as claims_left,
            sum(needs_attention) as claims_needing_attention
        from (
            select
                c.id,
                c.assignee,
                cs.status,
                max(case when p.sentence_id is null or l.needs_recheck or r.needs_change or cs.status = 'retracted' then 1 else 0 end) as needs_attention
            from sentences s
            join articles a on a.id = s.article_id
            left join sentence_positions p on p.sentence_id = s.id and p.version = a.version
            join sentence_claims l on l.sentence_id = s.id
            join claims c on c.id = l.claim_id
            join claim_states cs on cs.claim_id = c.id
            left join verdicts v on v.claim_id = c.id and v.house
            left join ratings r on r.id = v.rating_id
            where s.article_id = @Id
            group by c.id, c.assignee, cs.status
        ) as each_claim
        group by assignee, status
        order by assignee is null, assignee, status
        """;

    public string? Assignee { get; init; }

    public string Status { get; init; } = "";

    public int Claims { get; init; }

    public int ClaimsLeft { get; init; }

    public int ClaimsNeedingAttention { get; init; }
}
