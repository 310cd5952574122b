namespace ClaimTracker.Api.Domain.Judgements;

/// <summary>A line of an article that makes the claim of a verdict, or made it in an older version.</summary>
internal sealed record JudgedLine
{
    public required long SentenceId { get; init; }

    public required SentenceRole Role { get; init; }

    /// <summary>The words that the claim was first linked to.</summary>
    public required string Was { get; init; }

    /// <summary>The words in the newest version; null if they were taken out, or no longer make the claim.</summary>
    public required string? Now { get; init; }

    /// <summary>The line was edited, and nobody has looked at it again.</summary>
    public required bool NeedsRecheck { get; init; }

    /// <summary>How the line was settled, if it needed a change.</summary>
    public required Outcome? Outcome { get; init; }

    /// <summary>The reason. Only for the desk: null for readers.</summary>
    public required string? OutcomeNote { get; init; }

    public required string? OutcomeBy { get; init; }

    public required DateTimeOffset? OutcomeAt { get; init; }
}

/// <summary>Reads the lines of an article that verdicts judge, in one query however many verdicts.</summary>
internal static class JudgedLines
{
    private const string Sql = """
        select
            v.id as verdict_id,
            l.sentence_id,
            l.role,
            coalesce(w.text, t.text) as was,
            case when p.sentence_id is not null then t.text end as now,
            l.needs_recheck,
            l.outcome,
            l.outcome_note,
            l.outcome_by,
            l.outcome_at
        from verdicts v
        join sentence_claims l on l.claim_id = v.current_claim_id
        join sentences t on t.id = l.sentence_id
        join newest_layouts a on a.article_id = t.article_id
        left join sentence_positions p on p.sentence_id = t.id and p.layout = a.layout and p.gone_in is null
        left join sentences w on w.id = l.first_sentence
        where v.id in @ids and t.article_id = @article
        union all
        select
            v.id,
            f.sentence_id,
            f.role,
            coalesce(w.text, t.text),
            null,
            false,
            f.outcome,
            f.outcome_note,
            f.outcome_by,
            f.outcome_at
        from verdicts v
        join former_links f on f.claim_id = v.current_claim_id
        join sentences t on t.id = f.sentence_id
        left join sentences w on w.id = f.first_sentence
        where v.id in @ids and t.article_id = @article
        order by 1, 2
        """;

    /// <summary>Adds the lines to verdicts.</summary>
    public static async Task<IReadOnlyList<VerdictResponse>> AddAsync(
        ReadTx tx, IReadOnlyList<VerdictResponse> verdicts, long article, Actor actor)
    {
        long[] ids = [.. verdicts.Select(static v => v.Id)];
        var lines = (await tx.ListAsync<Row>(Sql, new { ids, article })).ToLookup(static row => row.VerdictId, row => row.ToLine(actor));
        return [.. verdicts.Select(v => v with { Lines = [.. lines[v.Id]] })];
    }

    private sealed record Row
    {
        public required long VerdictId { get; init; }

        public required long SentenceId { get; init; }

        public required SentenceRole Role { get; init; }

        public required string Was { get; init; }

        public required string? Now { get; init; }

        public required bool NeedsRecheck { get; init; }

        public required Outcome? Outcome { get; init; }

        public required string? OutcomeNote { get; init; }

        public required string? OutcomeBy { get; init; }

        public required DateTimeOffset? OutcomeAt { get; init; }

        public JudgedLine ToLine(Actor actor) => new()
        {
            SentenceId = SentenceId,
            Role = Role,
            Was = Was,
            Now = Now,
            NeedsRecheck = NeedsRecheck,
            Outcome = Outcome,
            OutcomeNote = actor.IsInside ? OutcomeNote : null,
            OutcomeBy = OutcomeBy,
            OutcomeAt = OutcomeAt,
        };
    }
}
