using ClaimTracker.Api.Domain.Claims;
using ClaimTracker.Api.Domain.Judgements;
using ClaimTracker.Api.Domain.Verdicts;

namespace ClaimTracker.Api.Domain.Reviews;

/// <summary>Reads what the world is told of verdicts: four queries, however many there are.</summary>
internal static class ReviewReader
{
    private const string ClaimsSql = """
        select
            v.id as verdict_id,
            c.headline,
            c.language,
            c.appearances,
            (select json_group_array(g.tag) from (select tag from claim_tags where claim_id = c.id order by ordinal) g) as tags,
            (select json_group_array(json_object('url', n.url, 'title', n.title, 'publishedOn', n.published_on))
             from (
                select distinct a.id, a.url, a.title, a.published_on
                from sentence_claims l
                join sentences t on t.id = l.sentence_id
                join articles a on a.id = t.article_id
                where l.claim_id = v.current_claim_id and a.url is not null and a.kind <> 'draft'
                order by a.id) n) as articles
        from verdicts v
        join claims c on c.id = v.claim_id
        where v.id in @ids
        """;

    private const string ChainSql = """
        with recursive up (verdict_id, id) as (
            select v.id, v.id
            from verdicts v
            where v.id in @ids
            union all
            select u.verdict_id, v.supersedes
            from up u
            join verdicts v on v.id = u.id
            where v.supersedes is not null)
        select
            u.verdict_id,
            v.id,
            r.name as rating,
            v.justification,
            v.correction_kind,
            v.correction_public_text,
            v.published_at
        from up u
        join verdicts v on v.id = u.id
        join ratings r on r.id = v.rating_id
        order by u.verdict_id, v.id
        """;

    // Up to the first of the line, and down to the newest that was published.
    private const string NewestSql = $"""
        with recursive up (id, supersedes) as (
            select v.id, v.supersedes
            from verdicts v
            where v.id = @id
            union all
            select v.id, v.supersedes
            from up u
            join verdicts v on v.id = u.supersedes),
        down (id) as (
            select id
            from up
            where supersedes is null
            union all
            select v.id
            from down d
            join verdicts v on v.supersedes = d.id
            where {VerdictConditions.WasPublishedSql})
        select max(d.id)
        from down d
        """;

    /// <summary>The reviews in the order of <paramref name="ids"/>; those that the actor may not know of are left out.</summary>
    public static async Task<IReadOnlyList<PublicReview>> LoadAsync(ReadTx tx, long[] ids, Actor actor)
    {
        var verdicts = (await VerdictReader.LoadAsync(tx, ids, actor)).ToDictionary(static verdict => verdict.Id);
        var claims = (await tx.ListAsync<ClaimRow>(ClaimsSql, new { ids })).ToDictionary(static row => row.VerdictId);
        var chains = (await tx.ListAsync<ReviewVersion>(ChainSql, new { ids })).ToLookup(static version => version.VerdictId);
        return
        [
            .. ids.Where(verdicts.ContainsKey)
                .Select(id => new PublicReview(AsThePublicSees(verdicts[id]), claims[id].ToClaim(), [.. chains[id]])),
        ];
    }

    public static async Task<PublicReview?> FindAsync(ReadTx tx, long id, Actor actor) =>
        await LoadAsync(tx, [id], actor) is [var review] ? review : null;

    /// <summary>The newest published verdict of the line of corrections that a verdict is in; null if there is none.</summary>
    public static async Task<PublicReview?> FindNewestAsync(ReadTx tx, long id, Actor actor) =>
        await tx.FirstAsync<long?>(NewestSql, new { id }) is { } newest ? await FindAsync(tx, newest, actor) : null;

    // Whoever asks for it, a review says nothing that is not for the world.
    private static VerdictResponse AsThePublicSees(VerdictResponse verdict) => verdict with
    {
        Evidence = [.. verdict.Evidence.Select(
            static cited => cited.SeenBy(Actor.Public, cited.Source.Confidential)).OfType<Sources.CitedEvidence>()],
    };

    private sealed record ClaimRow
    {
        public required long VerdictId { get; init; }

        public required string? Headline { get; init; }

        public required string? Language { get; init; }

        public required IReadOnlyList<Appearance> Appearances { get; init; }

        public required IReadOnlyList<string>? Tags { get; init; }

        public required IReadOnlyList<ReviewedArticle>? Articles { get; init; }

        public ReviewedClaim ToClaim() => new()
        {
            Headline = Headline,
            Language = Language,
            Appearances = Appearances,
            Tags = Tags,
            Articles = Articles,
        };
    }
}
