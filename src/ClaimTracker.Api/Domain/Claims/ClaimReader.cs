using ClaimTracker.Api.Domain.Fields;
using ClaimTracker.Api.Domain.Verdicts;

namespace ClaimTracker.Api.Domain.Claims;

/// <summary>Reads claims as the actor may see them: one query, however many claims. What a claim has many of comes as JSON.</summary>
internal static class ClaimReader
{
    /// <summary>The claimants of a claim (<c>c</c>) as JSON.</summary>
    public const string ClaimantsSql = """
        (select json_group_array(json_object('name', n.name, 'jobTitle', n.job_title, 'sameAs', n.same_as, 'imageUrl', n.image_url))
         from (select * from claim_claimants where claim_id = c.id order by ordinal) n)
        """;

    // A merged claim has no status. Sentences have their place in the newest version of their article.
    private const string Sql = $"""
        select
            c.id,
            c.text,
            c.headline,
            c.language,
            c.claim_type,
            c.claim_date,
            c.location,
            {ClaimantsSql} as claimants,
            c.attribution,
            c.appearances,
            (select json_group_array(t.tag) from (select tag from claim_tags where claim_id = c.id order by ordinal) t) as tags,
            c.priority,
            c.status,
            c.assignee,
            (select json_group_array(json_object(
                'sentenceId', p.sentence_id, 'articleId', p.article_id, 'articleTitle', p.title, 'ordinal', p.ordinal, 'text', p.text,
                'role', p.role, 'spanStart', p.span_start, 'spanEnd', p.span_end))
             from (
                select
                    l.sentence_id,
                    s.article_id,
                    t.title,
                    (select o.ordinal
                     from version_sentences o
                     where o.article_id = a.article_id and o.version = a.version and o.sentence_id = p.sentence_id) as ordinal,
                    s.text,
                    l.role,
                    p.start_offset + l.span_start as span_start,
                    p.start_offset + l.span_end as span_end
                from sentence_claims l
                join sentences s on s.id = l.sentence_id
                join articles t on t.id = s.article_id
                join newest_layouts a on a.article_id = s.article_id
                left join sentence_positions p on p.sentence_id = s.id and p.layout = a.layout and p.gone_in is null
                where l.claim_id = c.id
                order by s.article_id, p.start_offset nulls first, l.sentence_id) p) as sentences,
            {RelationReader.OfClaimSql} as relations,
            v.id as verdict_id,
            v.state as verdict_state,
            r.name as rating_name,
            r.value as rating_value,
            c.disputed,
            c.evidence_count,
            {FieldRows.OfClaimSql} as fields,
            c.external_app,
            c.external_id,
            c.created_at,
            c.updated_at
        from claims c
        left join verdicts v on v.id = c.verdict_id
        left join ratings r on r.id = v.rating_id
        where c.status is not null and
        """;

    private const string OneSql = $"{Sql} c.id = @id";
    private const string ManySql = $"{Sql} c.id in @ids";

    /// <returns>The claims in the order of <paramref name="ids"/>; those that do not exist are left out.</returns>
    public static async Task<IReadOnlyList<ClaimResponse>> LoadAsync(ReadTx tx, long[] ids, Actor actor)
    {
        var claims = (await tx.ListAsync<Row>(ManySql, new { ids })).ToDictionary(static c => c.Id, c => c.ToResponse(actor));
        return [.. ids.Where(claims.ContainsKey).Select(id => claims[id])];
    }

    public static async Task<ClaimResponse?> FindAsync(ReadTx tx, long id, Actor actor) =>
        (await tx.FirstAsync<Row>(OneSql, new { id }))?.ToResponse(actor);

    private sealed record Row
    {
        public required long Id { get; init; }

        public required string Text { get; init; }

        public required string? Headline { get; init; }

        public required string? Language { get; init; }

        public required string? ClaimType { get; init; }

        public required PartialDate? ClaimDate { get; init; }

        public required string? Location { get; init; }

        public required IReadOnlyList<ClaimClaimant>? Claimants { get; init; }

        public required IReadOnlyList<Attribution> Attribution { get; init; }

        public required IReadOnlyList<Appearance> Appearances { get; init; }

        public required IReadOnlyList<string>? Tags { get; init; }

        public required int Priority { get; init; }

        public required ClaimStatus Status { get; init; }

        public required string? Assignee { get; init; }

        public required IReadOnlyList<ClaimSentence>? Sentences { get; init; }

        public required IReadOnlyList<RelationRow>? Relations { get; init; }

        public required long? VerdictId { get; init; }

        public required VerdictState? VerdictState { get; init; }

        public required string? RatingName { get; init; }

        public required double? RatingValue { get; init; }

        public required bool Disputed { get; init; }

        public required int EvidenceCount { get; init; }

        public required IReadOnlyDictionary<string, FieldValue?> Fields { get; init; }

        public required string? ExternalApp { get; init; }

        public required string? ExternalId { get; init; }

        public required DateTimeOffset CreatedAt { get; init; }

        public required DateTimeOffset UpdatedAt { get; init; }

        public ClaimResponse ToResponse(Actor actor) => new()
        {
            Id = Id,
            Text = Text,
            Headline = Headline,
            Language = Language,
            ClaimType = ClaimType,
            ClaimDate = ClaimDate,
            Location = Location,
            Claimants = Claimants ?? [],
            Attribution = Attribution,
            Appearances = Appearances,
            Tags = Tags ?? [],
            Priority = Priority,
            Status = Status,
            Assignee = Assignee,
            Sentences = Sentences ?? [],
            Relations = [.. (Relations ?? []).Select(r => r.ToRelated(actor))],
            Verdict = VerdictState is { } state && actor.Sees(state)
                ? new VerdictInShort(VerdictId!.Value, new RatingName(RatingName!, RatingValue), state)
                : null,
            Disputed = Disputed,
            EvidenceCount = EvidenceCount,
            Fields = Fields,
            ExternalApp = ExternalApp,
            ExternalId = ExternalId,
            CreatedAt = CreatedAt,
            UpdatedAt = UpdatedAt,
        };
    }
}
