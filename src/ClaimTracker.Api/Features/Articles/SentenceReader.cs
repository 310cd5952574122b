using ClaimTracker.Api.Domain.Sentences;
using ClaimTracker.Api.Domain.Verdicts;

namespace ClaimTracker.Api.Features.Articles;

/// <summary>Reads sentences as the actor may see them: one query, however many sentences, and one more where some are gone.</summary>
internal static class SentenceReader
{
    private const string ClaimsSql = """
        case when exists (select 1 from sentence_claims l where l.sentence_id = s.id)
            then (select json_group_array(json_object(
                'claimId', k.claim_id, 'text', k.text, 'role', k.role, 'spanStart', k.span_start, 'spanEnd', k.span_end,
                'needsRecheck', k.needs_recheck, 'outcome', k.outcome, 'outcomeNote', k.outcome_note, 'outcomeBy', k.outcome_by,
                'outcomeAt', k.outcome_at, 'verdictId', k.verdict_id, 'verdictState', k.verdict_state, 'ratingName', k.rating_name,
                'ratingValue', k.rating_value))
             from (
                select
                    l.claim_id,
                    c.text,
                    l.role,
                    l.span_start,
                    l.span_end,
                    case when l.needs_recheck then 1 else 0 end as needs_recheck,
                    l.outcome,
                    l.outcome_note,
                    l.outcome_by,
                    l.outcome_at,
                    v.id as verdict_id,
                    v.state as verdict_state,
                    r.name as rating_name,
                    r.value as rating_value
                from sentence_claims l
                join claims c on c.id = l.claim_id
                left join verdicts v on v.id = c.verdict_id
                left join ratings r on r.id = v.rating_id
                where l.sentence_id = s.id
                order by l.claim_id) k)
            else '[]'
        end
        """;

    // Most sentences have no claim, and most others one: that has a count of its own.
    //
    // The state is named once: SQLite works a column of a view out for each use of it.
    private const string Columns = $"""
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
        s.triage_reason,
        {SentenceScoreRows.ScoreSql} as score,
        {SentenceScoreRows.ComponentsSql} as score_components,
        {SentenceScoreRows.VersionSql} as weights_version,
        s.media_start,
        s.media_end,
        (select case count(*)
            when 0 then 0
            when 1 then max(c.evidence_count)
            else (
                select count(distinct e.evidence_id)
                from sentence_claims l
                join claim_evidence e on e.claim_id = l.claim_id
                where l.sentence_id = s.id)
            end
         from sentence_claims l
         join claims c on c.id = l.claim_id
         where l.sentence_id = s.id) as evidence_count,
        (select count(*) from citations n where n.sentence_id = s.id and n.state <> 'dismissed') as cited,
        {ClaimsSql} as claims
        """;

    private const string From = $"""
        version_sentences p
        join sentences s on s.id = p.sentence_id
        join sentence_states st on st.sentence_id = s.id
        join blocks b on b.article_id = p.article_id and b.version = p.layout and b.ordinal = p.block_ordinal
        {SentenceScoreRows.JoinSql}
        """;

    // In the version before it went, or else in the last of those with the same layout.
    private const string LastPlaceSql = """
        (p.article_id, p.version) = (
            select
                q.article_id,
                coalesce(
                    q.gone_in - 1,
                    (select max(v.version)
                     from article_versions v
                     where v.article_id = q.article_id and coalesce(v.layout, v.version) = q.layout))
            from sentence_positions q
            where q.sentence_id = p.sentence_id
            order by q.layout desc
            limit 1)
        """;

    private const string NewestSql = $"select {Columns} from {From} where p.sentence_id = @id and {LastPlaceSql}";

    private const string OfVersionSql = $"""
        select {Columns}
        from {From}
        where p.article_id = @id and p.version = @version
        order by p.start_offset
        """;

    private const string OrphansSql = $"""
        select {Columns}
        from {From}
        where p.article_id = @id
            and st.state = 'orphaned'
            and exists (select 1 from sentence_claims l where l.sentence_id = s.id)
            and {LastPlaceSql}
        order by s.id
        """;

    /// <summary>Reads all sentences that are gone from the newest version but still have claims, each as it last was.</summary>
    public static async Task<IReadOnlyList<SentenceResponse>> FindOrphansAsync(ReadTx tx, long id, Actor actor) =>
        await WithSuccessorsAsync(tx, await tx.ListAsync<SentenceRow>(OrphansSql, new { id }), actor);

    /// <summary>Reads a sentence in the newest version that has it.</summary>
    public static async Task<SentenceResponse?> FindAsync(ReadTx tx, long id, Actor actor) =>
        await WithSuccessorsAsync(tx, await tx.ListAsync<SentenceRow>(NewestSql, new { id }), actor) is [var sentence] ? sentence : null;

    /// <summary>Reads the sentences of a version, in order.</summary>
    public static async Task<IReadOnlyList<SentenceResponse>> FindAllAsync(ReadTx tx, long id, int version, Actor actor) =>
        await WithSuccessorsAsync(tx, await tx.ListAsync<SentenceRow>(OfVersionSql, new { id, version }), actor);

    /// <summary>Reads a page of the sentences of a version, in order.</summary>
    public static Task<Page<SentenceResponse>> PageAsync(ReadTx tx, Keyset keyset, Filter filter, Actor actor) => tx.PageAsync(
        keyset,
        new PageQuery<SentenceRow>(Columns, From, filter, static row => (null, row.StartOffset)),
        rows => WithSuccessorsAsync(tx, rows, actor));

    /// <summary>Reads a page of the sentences that are gone from the newest version but still have claims, each as it last was.</summary>
    public static Task<Page<SentenceResponse>> PageOfOrphansAsync(ReadTx tx, Keyset keyset, Filter filter, Actor actor) => tx.PageAsync(
        keyset,
        new PageQuery<SentenceRow>(Columns, From, filter.And(LastPlaceSql), static row => (null, row.Id)),
        rows => WithSuccessorsAsync(tx, rows, actor));

    /// <summary>Adds to sentences of an article, where they are gone, what took their place.</summary>
    private static async Task<IReadOnlyList<SentenceResponse>> WithSuccessorsAsync(
        ReadTx tx, IReadOnlyList<SentenceRow> rows, Actor actor)
    {
        long[] gone = [.. rows.Where(static row => row.State == SentenceState.Orphaned).Select(static row => row.Id)];
        var successors = gone.Length == 0
            ? Array.Empty<long>().ToLookup(static id => id)
            : await Successors.OfAsync(tx, rows[0].ArticleId, gone.Min(), gone.Max());
        return [.. rows.Select(row => row.ToResponse([.. successors[row.Id]], actor))];
    }

    private sealed record SentenceRow
    {
        public required long Id { get; init; }

        public required long ArticleId { get; init; }

        public required int Version { get; init; }

        public required int Ordinal { get; init; }

        public required int BlockOrdinal { get; init; }

        public required BlockType BlockType { get; init; }

        public required int StartOffset { get; init; }

        public required int EndOffset { get; init; }

        public required string Text { get; init; }

        public required string Prefix { get; init; }

        public required string Suffix { get; init; }

        public required SentenceState State { get; init; }

        public required string? TriageReason { get; init; }

        public required double Score { get; init; }

        public required StoredJson<IReadOnlyList<ScoreComponent>> ScoreComponents { get; init; }

        public required int WeightsVersion { get; init; }

        public required int? MediaStart { get; init; }

        public required int? MediaEnd { get; init; }

        public required int EvidenceCount { get; init; }

        public required int Cited { get; init; }

        public required IReadOnlyList<LinkedClaimRow> Claims { get; init; }

        public SentenceResponse ToResponse(IReadOnlyList<long> replacedBy, Actor actor) => new()
        {
            Id = Id,
            ArticleId = ArticleId,
            Version = Version,
            Ordinal = Ordinal,
            Block = new SentenceBlock(BlockOrdinal, BlockType),
            Start = StartOffset,
            End = EndOffset,
            Text = Text,
            Prefix = Prefix,
            Suffix = Suffix,
            State = State,
            ReplacedBy = replacedBy,
            Reason = State is SentenceState.NotCheckable or SentenceState.Skipped ? TriageReason : null,
            CheckWorthiness = new SentenceWorthiness(Score, ScoreComponents, WeightsVersion),
            Claims = [.. Claims.Select(c => c.ToClaim(StartOffset, actor))],
            EvidenceCount = EvidenceCount,
            Cited = Cited,
            Media = SentenceMedia.Of(MediaStart, MediaEnd),
        };
    }
}
