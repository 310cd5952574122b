using ClaimTracker.Api.Domain.Sentences;

namespace ClaimTracker.Api.Features.Statistics;

internal sealed record GetTriageStatisticsRequest;

/// <summary>What people made of the score of the newest sentences.</summary>
internal sealed record TriageStatistics
{
    /// <summary>The sentences that were counted: the newest.</summary>
    public required int Sentences { get; init; }

    /// <summary>How often a sentence with a claim has a higher score than one that is not checkable: 0.5 by chance, 1 at best.</summary>
    public required double? Agreement { get; init; }

    /// <summary>Ten bands of the score, from the lowest.</summary>
    public required IReadOnlyList<TriageBand> Bands { get; init; }
}

/// <summary>The sentences whose score is in a band: from its beginning up to its end, which only the last includes.</summary>
internal sealed record TriageBand
{
    public required double From { get; init; }

    public required double To { get; init; }

    /// <summary>Nobody has decided on them.</summary>
    public required int Open { get; init; }

    /// <summary>With a claim.</summary>
    public required int Claimed { get; init; }

    public required int NotCheckable { get; init; }

    public required int Skipped { get; init; }
}

internal sealed class GetTriageStatistics : ReadEndpoint<GetTriageStatisticsRequest, TriageStatistics>
{
    private const int Newest = 20_000;
    private const int Bands = 10;

    private const string CountsSql = $"""
        select score, triage, linked, count(*) as sentences
        from (
            select
                {SentenceScoreRows.ScoreSql} as score,
                s.triage,
                exists (select 1 from sentence_claims l where l.sentence_id = s.id) as linked
            from sentences s
            {SentenceScoreRows.JoinSql}
            order by s.id desc
            limit @Newest + 0) newest
        group by score, triage, linked
        order by score, triage, linked
        """;

    protected override bool IsOneQuery => true;

    public override void Configure()
    {
        Get("triage");
        Group<StatisticsGroup>();
        Policies(nameof(Permission.Read));
        Summary(static s =>
        {
            s.Summary = "How the desk's triage agrees with check-worthiness";
            s.Description = "Of the newest 20,000 sentences, with the score that each has now.";
        });
        Description(static d => d.Produces<TriageStatistics>(), clearDefaults: true);
    }

    public override async Task<TriageStatistics> ReadAsync(ReadTx tx, Actor actor, GetTriageStatisticsRequest request)
    {
        var counts = await tx.ListAsync<CountRow>(CountsSql, new { Newest });
        return new TriageStatistics
        {
            Sentences = counts.Sum(static c => c.Sentences),
            Agreement = WorthinessFit.Agreement(counts.Select(static c => (c.Score, c.Claimed, c.NotCheckable))),
            Bands = [.. Enumerable.Range(0, Bands).Select(band => Band(band, [.. counts.Where(c => BandOf(c.Score) == band)]))],
        };
    }

    private static int BandOf(double score) => Math.Clamp((int)(score * Bands), 0, Bands - 1);

    private static TriageBand Band(int band, IReadOnlyList<CountRow> counts) => new()
    {
        From = (double)band / Bands,
        To = (double)(band + 1) / Bands,
        Open = counts.Sum(static c => c.Open),
        Claimed = counts.Sum(static c => c.Claimed),
        NotCheckable = counts.Sum(static c => c.NotCheckable),
        Skipped = counts.Sum(static c => c.Skipped),
    };

    private sealed record CountRow
    {
        public required double Score { get; init; }

        public required Triage Triage { get; init; }

        public required bool Linked { get; init; }

        public required int Sentences { get; init; }

        public int Open => Linked || Triage != Triage.Open ? 0 : Sentences;

        public int Claimed => Linked ? Sentences : 0;

        public int NotCheckable => !Linked && Triage == Triage.NotCheckable ? Sentences : 0;

        public int Skipped => !Linked && Triage == Triage.Skipped ? Sentences : 0;
    }
}
