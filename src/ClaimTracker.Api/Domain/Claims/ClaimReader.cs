using ClaimTracker.Api.Domain.Fields;
using ClaimTracker.Api.Domain.Verdicts;

namespace ClaimTracker.Api.Domain.Claims;

/// <summary>Reads claims as the actor may see them: seven queries, however many claims.</summary>
internal static class ClaimReader
{
    private const string Sql = """
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
            s.status,
            c.assignee,
            s.disputed,
            s.evidence_count,
            c.external_app,
            c.external_id,
            c.created_at,
            c.updated_at
        from claims c
        join claim_states s on s.claim_id = c.id
        where c.id in @ids
        """;

    private const string ClaimantsSql = """
        select claim_id, name, job_title, same_as, image_url
        from claim_claimants
        where claim_id in @ids
        order by claim_id, ordinal
        """;

    private const string TagsSql = "select claim_id, tag from claim_tags where claim_id in @ids order by claim_id, ordinal";

    // With their place in the newest version of their article.
    private const string SentencesSql = """
        select
            l.claim_id,
            l.sentence_id,
            s.article_id,
            t.title as article_title,
            s.text,
            (select o.ordinal
             from version_sentences o
             where o.article_id = a.article_id and o.version = a.version and o.sentence_id = p.sentence_id) as ordinal,
            l.role,
            p.start_offset + l.span_start as span_start,
            p.start_offset + l.span_end as span_end
        from sentence_claims l
        join sentences s on s.id = l.sentence_id
        join articles t on t.id = s.article_id
        join newest_layouts a on a.article_id = s.article_id
        left join sentence_positions p on p.sentence_id = s.id and p.layout = a.layout and p.gone_in is null
        where l.claim_id in @ids
        order by l.claim_id, s.article_id, p.start_offset nulls first, l.sentence_id
        """;

    private const string VerdictsSql = """
        select s.claim_id, v.id, v.state, r.name, r.value
        from claim_states s
        join verdicts v on v.id = s.verdict_id
        join ratings r on r.id = v.rating_id
        where s.claim_id in @ids
        """;

    /// <returns>The claims in the order of <paramref name="ids"/>; those that do not exist are left out.</returns>
    public static async Task<IReadOnlyList<ClaimResponse>> LoadAsync(ReadTx tx, long[] ids, Actor actor)
    {
        var claims = (await tx.ListAsync<ClaimResponse>(Sql, new { ids })).ToDictionary(static c => c.Id);
        var claimants = (await tx.ListAsync<ClaimantRow>(ClaimantsSql, new { ids }))
            .ToLookup(static c => c.ClaimId, static c => c.ToClaimant());
        var tags = (await tx.ListAsync<(long Claim, string Tag)>(TagsSql, new { ids }))
            .ToLookup(static t => t.Claim, static t => t.Tag);
        var sentences = (await tx.ListAsync<SentenceRow>(SentencesSql, new { ids }))
            .ToLookup(static s => s.ClaimId, static s => s.ToSentence());
        var fields = await FieldRows.LoadAsync(tx, FieldSubject.Claim, ids);
        var relations = await RelationReader.LoadAsync(tx, ids, actor);
        var verdicts = (await tx.ListAsync<(long Claim, long Id, VerdictState State, string Name, double? Value)>(VerdictsSql, new { ids }))
            .Where(v => actor.Sees(v.State))
            .ToDictionary(static v => v.Claim, static v => new VerdictInShort(v.Id, new RatingName(v.Name, v.Value), v.State));
        return
        [
            .. ids.Where(claims.ContainsKey).Select(id => claims[id] with
            {
                Claimants = [.. claimants[id]],
                Tags = [.. tags[id]],
                Sentences = [.. sentences[id]],
                Relations = [.. relations[id]],
                Fields = fields.GetValueOrDefault(id, FieldRows.None),
                Verdict = verdicts.GetValueOrDefault(id),
            }),
        ];
    }

    public static async Task<ClaimResponse?> FindAsync(ReadTx tx, long id, Actor actor) =>
        await LoadAsync(tx, [id], actor) is [var claim] ? claim : null;

    private sealed record ClaimantRow
    {
        public required long ClaimId { get; init; }

        public required string Name { get; init; }

        public required string? JobTitle { get; init; }

        public required string? SameAs { get; init; }

        public required string? ImageUrl { get; init; }

        public ClaimClaimant ToClaimant() => new() { Name = Name, JobTitle = JobTitle, SameAs = SameAs, ImageUrl = ImageUrl };
    }

    private sealed record SentenceRow
    {
        public required long ClaimId { get; init; }

        public required long SentenceId { get; init; }

        public required long ArticleId { get; init; }

        public required string? ArticleTitle { get; init; }

        public required string Text { get; init; }

        public required int? Ordinal { get; init; }

        public required SentenceRole Role { get; init; }

        public required int? SpanStart { get; init; }

        public required int? SpanEnd { get; init; }

        public ClaimSentence ToSentence() => new(SentenceId, ArticleId, ArticleTitle, Ordinal, Text, Role, SpanStart, SpanEnd);
    }
}
