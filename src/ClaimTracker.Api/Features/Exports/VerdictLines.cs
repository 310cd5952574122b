using System.Runtime.CompilerServices;
using ClaimTracker.Api.Domain.Claims;
using ClaimTracker.Api.Domain.Fields;
using ClaimTracker.Api.Domain.Verdicts;

namespace ClaimTracker.Api.Features.Exports;

/// <summary>Reads a verdict list, in the order of ids.</summary>
internal static class VerdictLines
{
    /// <summary>Lines in one read. Between short reads the WAL can be folded, however slow a client is.</summary>
    private const int LinesAtOnce = 1_000;

    private const string LinesSql = """
        select
            v.id as verdict_id,
            v.claim_id,
            c.text as claim,
            c.claim_date,
            r.name as rating,
            r.value as rating_value,
            s.name as scale,
            v.justification,
            v.state,
            v.valid_as_of,
            v.published_at,
            v.review_url,
            a.id as article_id,
            a.url as article_url,
            a.title as article_title,
            t.id as sentence_id,
            t.text as sentence,
            (select count(*) from verdict_evidence e where e.verdict_id = v.id) as evidence_count,
            v.supersedes,
            v.updated_at,
            v.ended_at,
            v.correction_kind,
            v.correction_reason,
            v.correction_public_text,
            v.retraction_reason,
            case when @SeesDesk then coalesce(k.outcome, f.outcome) end as outcome,
            case when @IsInside then coalesce(k.outcome_note, f.outcome_note) end as outcome_note,
            case when @SeesDesk then w.text end as sentence_was,
            coalesce(k.needs_recheck, false) as needs_recheck
        from verdicts v
        join claims c on c.id = v.claim_id
        join ratings r on r.id = v.rating_id
        join rating_scales s on s.id = r.scale_id
        left join sentences t on t.id = coalesce(
            (select l.sentence_id
             from sentence_claims l
             join sentences m on m.id = l.sentence_id
             join articles o on o.id = m.article_id
             where l.claim_id = v.current_claim_id
                 and (@ArticleId is null or m.article_id = @ArticleId)
                 and (@SeesDesk or o.kind <> 'draft')
             order by case l.role when 'asserts' then 1 when 'repeats' then 2 else 3 end, l.sentence_id
             limit 1),
            (select l.sentence_id
             from former_links l
             join sentences m on m.id = l.sentence_id
             join articles o on o.id = m.article_id
             where l.claim_id = v.current_claim_id
                 and (@ArticleId is null or m.article_id = @ArticleId)
                 and (@SeesDesk or o.kind <> 'draft')
             order by l.id desc
             limit 1))
        left join articles a on a.id = t.article_id
        left join sentence_claims k on k.sentence_id = t.id and k.claim_id = v.current_claim_id
        left join former_links f on f.id = (
            select max(g.id)
            from former_links g
            where g.sentence_id = t.id and g.claim_id = v.current_claim_id and k.claim_id is null)
        left join sentences w on w.id = coalesce(k.first_sentence, f.first_sentence)
        """;

    private const string ClaimantsSql = "select claim_id, name from claim_claimants where claim_id in @ids order by claim_id, ordinal";

    // A confidential source is never named outside the desk, no matter when it was marked.
    private const string SourcesSql = """
        select e.verdict_id, e.source_url
        from verdict_evidence e
        join sources s on s.id = e.source_id
        where e.verdict_id in @ids and e.source_url is not null and not s.confidential and (@IsInside or e.internal is null)
        order by e.verdict_id, e.ordinal
        """;

    /// <summary>
    /// Reads the lines, in groups of at most a thousand; at least one group, which may be empty. Each group is read as the actor may
    /// see it then: an export ends when its key is revoked.
    /// </summary>
    /// <exception cref="ProblemException">401: the key was revoked, or the user removed.</exception>
    public static async IAsyncEnumerable<IReadOnlyList<VerdictLine>> ReadAsync(
        Db db, TimeProvider time, VerdictFilter filter, Actor actor, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (after, now) = (0L, time.GetUtcNow());
        while (true)
        {
            var lines = await db.ReadAsync(
                async tx => await ReadAsync(tx, filter, await KeyHolder.AsOfNowAsync(tx, actor, time.GetUtcNow()), after, now),
                cancellation);
            yield return lines;
            if (lines.Count < LinesAtOnce)
            {
                break;
            }

            after = lines[^1].VerdictId;
        }
    }

    private static async Task<IReadOnlyList<VerdictLine>> ReadAsync(
        ReadTx tx, VerdictFilter filter, Actor actor, long after, DateTimeOffset now)
    {
        var conditions = await (await filter.FilterAsync(tx, actor, now))
            .And("v.id > @AfterId", new { AfterId = after, Take = LinesAtOnce, actor.SeesDesk, actor.IsInside, filter.ArticleId })
            .OnlyOnListAsync(tx, actor, filter.List, now);
        await conditions.SettleAsync(tx);
        var sql = $"""
            {LinesSql}
            {conditions.Clause(tx.Dialect)}
            order by v.id
            limit @Take + 0
            """;
        var lines = await tx.ListAsync<VerdictLine>(sql, conditions.Parameters);
        long[] claims = [.. lines.Select(static l => l.ClaimId).Distinct()];
        var claimants = await TextsAsync(tx, ClaimantsSql, actor, claims);
        var fields = await FieldRows.LoadAsync(tx, FieldSubject.Claim, claims);
        long[] articles = [.. lines.Select(static l => l.ArticleId).OfType<long>().Distinct()];
        var articleFields = await FieldRows.LoadAsync(tx, FieldSubject.Article, articles);
        var sources = await TextsAsync(tx, SourcesSql, actor, [.. lines.Select(static l => l.VerdictId)]);
        return [.. lines.Select(line => line with
        {
            State = filter.AsOf is null ? line.State : VerdictState.Published, // As it was then.
            Claimants = [.. claimants[line.ClaimId]],
            Fields = fields.GetValueOrDefault(line.ClaimId),
            ArticleFields = articleFields.GetValueOrDefault(line.ArticleId ?? 0),
            SourceUrls = [.. sources[line.VerdictId].Distinct(StringComparer.Ordinal)],
        })];
    }

    private static async Task<ILookup<long, string>> TextsAsync(ReadTx tx, string sql, Actor actor, long[] ids) =>
        (await tx.ListAsync<(long Id, string Text)>(sql, new { ids, actor.IsInside }))
        .ToLookup(static row => row.Id, static row => row.Text);
}
