using System.ComponentModel;
using System.Diagnostics;

namespace ClaimTracker.Benchmarks.Export;

/// <summary>The floor of an export: the program <c>sqlite3</c> writes the same columns of the same rows as CSV.</summary>
internal static class SqliteShell
{
    private const string Query = """
        select
            v.id as verdict_id, v.claim_id, c.text as claim,
            (select group_concat(n.name, '; ') from claim_claimants n where n.claim_id = c.id) as claimant,
            c.claim_date, r.name as rating, r.value as rating_value, s.name as scale, v.justification, v.state, v.valid_as_of,
            v.published_at, v.review_url, a.id as article_id, a.url as article_url, a.title as article_title, t.id as sentence_id,
            t.text as sentence, (select count(*) from verdict_evidence e where e.verdict_id = v.id) as evidence_count,
            (select group_concat(distinct e.source_url) from verdict_evidence e join sources o on o.id = e.source_id
             where e.verdict_id = v.id and not o.confidential) as source_urls,
            v.supersedes, v.updated_at, v.ended_at, v.correction_kind, v.correction_reason, v.correction_public_text, v.retraction_reason
        from verdicts v
        join claims c on c.id = v.claim_id
        join ratings r on r.id = v.rating_id
        join rating_scales s on s.id = r.scale_id
        left join sentences t on t.id = (
            select l.sentence_id from sentence_claims l
            where l.claim_id = v.current_claim_id
            order by case l.role when 'asserts' then 1 when 'repeats' then 2 else 3 end, l.sentence_id
            limit 1)
        left join articles a on a.id = t.article_id
        order by v.id
        """;

    /// <summary>The export; null where the program is not installed.</summary>
    public static Exported? Export(string database)
    {
        var start = new ProcessStartInfo("sqlite3", ["-readonly", "-csv", "-header", database, Query])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        try
        {
            var began = Stopwatch.GetTimestamp();
            using var process = Process.Start(start)!;
            var (buffer, bytes, first) = (new byte[128 * 1024], 0L, (double?)null);
            for (int count; (count = process.StandardOutput.BaseStream.Read(buffer)) > 0; bytes += count)
            {
                first ??= Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            }

            process.WaitForExit();
            var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
            return process.ExitCode == 0
                ? new Exported(bytes / 1e6, seconds, first, Cpu: null)
                : throw new InvalidOperationException("sqlite3 could not read the database.");
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
