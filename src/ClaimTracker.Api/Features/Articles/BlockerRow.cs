using System.Diagnostics;

namespace ClaimTracker.Api.Features.Articles;

/// <summary>A blocker as the database gives it.</summary>
internal sealed record BlockerRow
{
    // The same questions as in the view sentence_states, asked of each claim: a sentence that is open, claimed, in need of
    // attention, or orphaned with a claim has at least one line here, and another has none. An edit is a line of its own,
    // since looking at the sentence again does not settle what is wrong with the claim.
    public const string Sql = """
        with links as (
            select
                s.id as sentence_id,
                p.ordinal,
                s.triage,
                l.claim_id,
                l.needs_recheck,
                cs.status,
                v.id as verdict_id,
                r.name as rating,
                r.needs_change
            from sentences s
            join articles a on a.id = s.article_id
            left join sentence_positions p on p.sentence_id = s.id and p.version = a.version
            left join sentence_claims l on l.sentence_id = s.id
            left join claim_states cs on cs.claim_id = l.claim_id
            left join verdicts v on v.claim_id = l.claim_id and v.house
            left join ratings r on r.id = v.rating_id
            where s.article_id = @Id
        ),
        blockers as (
            select
                sentence_id,
                ordinal,
                claim_id,
                rating,
                case
                    when claim_id is null and ordinal is not null and triage = 'open' then 'open'
                    when claim_id is null then null
                    when ordinal is null then 'orphaned'
                    when status = 'retracted' then 'retracted'
                    when verdict_id is null then 'no_verdict'
                    when needs_change then 'needs_change'
                end as kind
            from links
            union all
            select
                sentence_id,
                ordinal,
                claim_id,
                rating,
                'edited' as kind
            from links
            where ordinal is not null and needs_recheck
        )
        select
            sentence_id,
            claim_id,
            rating,
            kind,
            count(*) over () as total
        from blockers
        where kind is not null
        order by ordinal is null, ordinal, sentence_id, claim_id, kind
        limit @Take
        """;

    public long SentenceId { get; init; }

    public long? ClaimId { get; init; }

    /// <summary>The rating of the claim, if it has a verdict that speaks for the desk.</summary>
    public string? Rating { get; init; }

    public string Kind { get; init; } = "";

    /// <summary>All blockers of the article.</summary>
    public int Total { get; init; }

    public Blocker ToBlocker() => new()
    {
        SentenceId = SentenceId,
        ClaimId = ClaimId,
        Reason = Reason(),
    };

    private string Reason() => Kind switch
    {
        "open" => "Not looked at yet: make a claim of it, or set it aside.",
        "orphaned" => $"Its words are gone from the newest version, but claim {ClaimId} still hangs on it: link the claim to another sentence, or unlink it.",
        "edited" => $"The sentence was edited since claim {ClaimId} was linked: check it again.",
        "retracted" => $"The verdict on claim {ClaimId} was retracted: it needs another.",
        "no_verdict" => $"Claim {ClaimId} has no published verdict.",
        "needs_change" => $"Claim {ClaimId} was rated {Rating}: the line needs a change.",
        _ => throw new UnreachableException(Kind),
    };
}
