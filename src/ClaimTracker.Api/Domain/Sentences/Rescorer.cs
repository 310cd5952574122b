using System.Diagnostics;

namespace ClaimTracker.Api.Domain.Sentences;

/// <summary>
/// Scores the sentences that are there by the weights that the desk has set since, in the background and a few at a time. After each step
/// it rests for as long as that took: requests have at least half of the time. Where it was stopped it goes on.
/// </summary>
internal sealed class Rescorer(Db db, TimeProvider time, ILogger<Rescorer> log) : BackgroundService
{
    private const int SentencesAtOnce = 200;

    private const string ReachedSql = "select reached from rescorings where version = @Version";
    private const string CountSql = "select count(*) from sentences";

    private const string BeginSql = """
        delete from rescorings where version < @Version;

        insert into rescorings (version, reached, done, total)
        values (@Version, 0, 0, @total)
        on conflict (version) do nothing
        """;

    // The block is that of the last layout that has the sentence.
    private const string NextSql = $"""
        select
            s.id,
            s.text,
            a.language,
            a.erased_at is not null as erased,
            {SentenceScoreRows.VersionSql} as version,
            coalesce(
                (select b.type
                 from sentence_positions p
                 join blocks b on b.article_id = p.article_id and b.version = p.layout and b.ordinal = p.block_ordinal
                 where p.sentence_id = s.id
                 order by p.layout desc
                 limit 1),
                'paragraph') as block
        from sentences s
        join articles a on a.id = s.article_id
        {SentenceScoreRows.JoinSql}
        where s.id > @reached
        order by s.id
        limit @SentencesAtOnce + 0
        """;

    // Its words may have been erased meanwhile, and another replica may know newer weights.
    private const string ScoreSql = """
        insert into sentence_scores (sentence_id, version, score, components)
        select s.id, @Version, @score, @components
        from sentences s
        join articles a on a.id = s.article_id
        where s.id = @Id and a.erased_at is null
        on conflict (sentence_id) do update
        set version = excluded.version,
            score = excluded.score,
            components = excluded.components
        where sentence_scores.version < excluded.version
        """;

    private const string AdvanceSql = """
        update rescorings
        set reached = @to,
            done = done + @count
        where version = @Version and reached = @reached
        """;

    private const string EndSql = "update rescorings set done = total where version = @Version and done < total";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>Scores some sentences.</summary>
    /// <returns>Whether there may be more.</returns>
    public async Task<bool> StepAsync(CancellationToken cancellation)
    {
        if (await db.AskAsync(DeskWeights.FindAsync, cancellation) is not { } weights)
        {
            return false;
        }

        var version = new { weights.Version };
        if (await db.AskAsync(tx => tx.FirstAsync<long?>(ReachedSql, version), cancellation) is not { } reached)
        {
            var total = await db.AskAsync(static tx => tx.SingleAsync<long>(CountSql), cancellation);
            await db.WriteAsync(tx => tx.ExecuteAsync(BeginSql, new { weights.Version, total }));
            return true;
        }

        var next = await db.AskAsync(tx => tx.ListAsync<NextRow>(NextSql, new { reached, SentencesAtOnce }), cancellation);
        if (next.Count == 0)
        {
            if (await db.AskAsync(tx => Rescoring.FindAsync(tx, weights.Version), cancellation) is { IsDone: false })
            {
                await db.WriteAsync(tx => tx.ExecuteAsync(EndSql, version));
            }

            return false;
        }

        var scored = Score(next.Where(row => !row.Erased && row.Version < weights.Version), weights);
        await db.WriteAsync(async tx =>
        {
            if (scored.Count > 0)
            {
                await tx.ExecuteAsync(ScoreSql, scored);
            }

            return await tx.ExecuteAsync(AdvanceSql, new { weights.Version, reached, to = next[^1].Id, count = next.Count });
        });
        return true;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var rest = Pause;
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(rest, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            var began = Stopwatch.GetTimestamp();
            rest = await TryAsync(stoppingToken) ? Stopwatch.GetElapsedTime(began) : Pause;
        }
    }

    private static List<object> Score(IEnumerable<NextRow> rows, DeskWeights desk)
    {
        var weights = desk.ToWeights();
        return
        [
            .. rows.Select(row =>
            {
                var (score, components) = CheckWorthiness.Score(row.Text, row.Language, row.Block, weights);
                return new { row.Id, desk.Version, score, components = (string)ColumnTypes.Plain(components)! };
            }),
        ];
    }

    // Old scores are better than a service that stops.
    private async Task<bool> TryAsync(CancellationToken cancellation)
    {
        try
        {
            return !cancellation.IsCancellationRequested && await StepAsync(cancellation);
        }
#pragma warning disable CA1031 // Whatever failed, the service goes on.
        catch (Exception failed) when (failed is not OperationCanceledException)
#pragma warning restore CA1031
        {
            log.SentencesUnscored(failed);
            return false;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private sealed record NextRow
    {
        public required long Id { get; init; }

        public required string Text { get; init; }

        public required string Language { get; init; }

        public required bool Erased { get; init; }

        public required int Version { get; init; }

        public required BlockType Block { get; init; }
    }
}
