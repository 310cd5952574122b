using System.Runtime.CompilerServices;
using ClaimTracker.Api.Domain.Claims;
using ClaimTracker.Api.Domain.Fields;
using ClaimTracker.Api.Domain.Verdicts;

namespace ClaimTracker.Api.Features.Exports;

/// <summary>Reads a verdict list, in the order of ids.</summary>
internal static class VerdictLines
{
    /// <summary>What stands between the addresses of sources: an address has none.</summary>
    public const char BetweenAddresses = ' ';

    /// <summary>Lines in one read. Between short reads the WAL can be folded, however slow a client is.</summary>
    private const int LinesAtOnce = 1_000;

    /// <summary>Sentences (of a link <c>l</c>) of the article that is asked for, or of any that the actor may know of.</summary>
    private const string ShownSql = """
        ((@SeesDesk and @ArticleId is null)
            or exists (
                select 1
                from sentences m
                join articles o on o.id = m.article_id
                where m.id = l.sentence_id
                    and (@ArticleId is null or m.article_id = @ArticleId)
                    and (@SeesDesk or o.kind <> 'draft')))
        """;

    // A confidential source is never named, no matter when it was marked.
    private const string LinesSql = $"""
        select
            v.id as verdict_id,
            v.claim_id,
            c.text as claim,
            (select group_concat(n.name, '; ')
             from (select name from claim_claimants where claim_id = v.claim_id order by ordinal) n) as claimant,
            c.claim_date,
            r.name as rating,
            r.value as rating_value,
            s.name as scale,
            v.justification,
            case when @IsAsOf then 'published' else v.state end as state,
            v.valid_as_of,
            v.published_at,
            v.review_url,
            a.id as article_id,
            a.url as article_url,
            a.title as article_title,
            t.id as sentence_id,
            t.text as sentence,
            (select count(*) from verdict_evidence e where e.verdict_id = v.id) as evidence_count,
            (select group_concat(u.source_url, ' ')
             from (
                select e.source_url
                from verdict_evidence e
                join sources o on o.id = e.source_id
                where e.verdict_id = v.id and e.source_url is not null and not o.confidential and (@IsInside or e.internal is null)
                order by e.ordinal) u) as source_urls,
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
            coalesce(k.needs_recheck, false) as needs_recheck,
            case when @WithFields then {FieldRows.OfClaimSql} end as fields,
            case when @WithFields then {FieldRows.OfArticleSql} end as article_fields
        from verdicts v
        join claims c on c.id = v.claim_id
        join ratings r on r.id = v.rating_id
        join rating_scales s on s.id = r.scale_id
        left join sentences t on t.id = coalesce(
            (select l.sentence_id
             from sentence_claims l
             where l.claim_id = v.current_claim_id and {ShownSql}
             order by case l.role when 'asserts' then 1 when 'repeats' then 2 else 3 end, l.sentence_id
             limit 1),
            (select l.sentence_id
             from former_links l
             where l.claim_id = v.current_claim_id and {ShownSql}
             order by l.id desc
             limit 1))
        left join articles a on a.id = t.article_id
        left join sentence_claims k on k.sentence_id = t.id and k.claim_id = v.current_claim_id
        left join former_links f on k.claim_id is null and f.id = (
            select max(g.id)
            from former_links g
            where g.sentence_id = t.id and g.claim_id = v.current_claim_id)
        left join sentences w on w.id = coalesce(k.first_sentence, f.first_sentence)
        """;

    /// <summary>
    /// Reads the lines, in groups of at most a thousand; at least one group, which may be empty. Each group is read as the actor may
    /// see it then: an export ends when its key is revoked.
    /// </summary>
    /// <param name="db">The database.</param>
    /// <param name="time">The clock.</param>
    /// <param name="filter">Which verdicts.</param>
    /// <param name="columns">The columns that the file has.</param>
    /// <param name="actor">Who reads them.</param>
    /// <param name="cancellation">Ends the export.</param>
    /// <exception cref="ProblemException">401: the key was revoked, or the user removed.</exception>
    public static async IAsyncEnumerable<IReadOnlyList<VerdictLine>> ReadAsync(
        Db db, TimeProvider time, VerdictFilter filter, IReadOnlyList<VerdictColumn> columns, Actor actor,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (after, now, withFields) = (0L, time.GetUtcNow(), columns.Any(static column => column.IsOfField));
        while (true)
        {
            var lines = await db.ReadAsync(
                async tx => await ReadAsync(tx, filter, withFields, await KeyHolder.AsOfNowAsync(tx, actor, time.GetUtcNow()), after, now),
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
        ReadTx tx, VerdictFilter filter, bool withFields, Actor actor, long after, DateTimeOffset now)
    {
        var conditions = await (await filter.FilterAsync(tx, actor, now))
            .And("v.id > @AfterId", new
            {
                AfterId = after,
                Take = LinesAtOnce,
                actor.SeesDesk,
                actor.IsInside,
                filter.ArticleId,
                IsAsOf = filter.AsOf is not null,
                WithFields = withFields,
            })
            .OnlyOnListAsync(tx, actor, filter.List, now);
        await conditions.SettleAsync(tx);
        var sql = $"""
            {LinesSql}
            {conditions.Clause(tx.Dialect)}
            order by v.id
            limit @Take + 0
            """;
        return [.. (await tx.RowsAsync(sql, conditions.Parameters)).Select(static values => new VerdictLine(values))];
    }
}
