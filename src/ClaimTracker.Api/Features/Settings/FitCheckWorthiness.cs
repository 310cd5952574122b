using ClaimTracker.Api.Domain.Sentences;

namespace ClaimTracker.Api.Features.Settings;

internal sealed record FitCheckWorthinessRequest;

/// <summary>Weights that agree better with what the desk has decided. Nothing is set by them.</summary>
internal sealed record FitResponse
{
    /// <summary>Sentences that claims were made of, among the newest.</summary>
    public required int Claimed { get; init; }

    /// <summary>Sentences that were set aside as not checkable, among the newest.</summary>
    public required int NotCheckable { get; init; }

    /// <summary>How often a sentence with a claim has a higher score than one that is not checkable: 0.5 by chance, 1 at best.</summary>
    public required double? Agreement { get; init; }

    /// <summary>The same with the proposed weights, on the same sentences: others will agree less. Null if nothing is proposed.</summary>
    public required double? AgreementProposed { get; init; }

    /// <summary>The proposed sum with which every sentence starts; null if nothing is proposed.</summary>
    public required double? Prior { get; init; }

    /// <summary>Empty if there are fewer than 20 sentences of either kind: nothing is proposed from so few.</summary>
    public required IReadOnlyList<ProposedWeight> Weights { get; init; }
}

/// <summary>A weight that is proposed, beside the one in force.</summary>
internal sealed record ProposedWeight(string Component, double Weight, double Current);

internal sealed class FitCheckWorthiness(Db db) : Endpoint<FitCheckWorthinessRequest, FitResponse>
{
    /// <summary>Sentences of each kind without which nothing is proposed.</summary>
    private const int Fewest = 20;

    public override void Configure()
    {
        Post("check-worthiness/fit");
        Group<SettingsGroup>();
        Policies(nameof(Permission.Publish));
        Summary(static s =>
        {
            s.Summary = "Propose weights of check-worthiness";
            s.Description =
                "By logistic regression on the desk's own triage: what claims were made of, against what is not checkable, among the "
                + "newest sentences. Shown, and never set by itself.";
        });
        Description(
            static d => d.Produces<FitResponse>().AnswersNoResource().RunsHeavy(), clearDefaults: true);
    }

    public override async Task HandleAsync(FitCheckWorthinessRequest request, CancellationToken ct)
    {
        var (current, rows) = await db.ReadAsync(
            async tx => (await DeskWeights.InForceAsync(tx), await DecidedRow.ListAsync(tx)), ct);
        var (claimed, aside) = (rows.Count(static r => r.Claimed), rows.Count(static r => !r.Claimed));
        DecidedSentence[] decided = [.. rows.Select(static r => new DecidedSentence(r.Text, r.Language, r.Block, r.Claimed))];
        var proposed = Math.Min(claimed, aside) < Fewest ? null : WorthinessFit.Propose(decided, current);
        await Send.AnswerAsync(new FitResponse
        {
            Claimed = claimed,
            NotCheckable = aside,
            Agreement = Agreement(decided, current),
            AgreementProposed = proposed is null ? null : Agreement(decided, proposed),
            Prior = proposed?.Prior,
            Weights = proposed is null
                ? []
                : [.. WorthinessWeights.Names.Select(name => new ProposedWeight(
                    name, proposed.Components[name], current.Components.GetValueOrDefault(name)))],
        });
    }

    private static double? Agreement(IEnumerable<DecidedSentence> decided, WorthinessWeights weights) => WorthinessFit.Agreement(
        decided.Select(s => (CheckWorthiness.Score(s.Text, s.Language, s.Block, weights).Score, s.Worthy ? 1 : 0, s.Worthy ? 0 : 1)));
}

/// <summary>A sentence that the desk has decided on.</summary>
internal sealed record DecidedRow
{
    private const int Newest = 20_000;

    // A sentence that is gone was decided on all the same: its block is that of the last layout that had it.
    private const string DecidedSql = """
        select
            s.text,
            a.language,
            coalesce(
                (select b.type
                 from sentence_positions p
                 join blocks b on b.article_id = p.article_id and b.version = p.layout and b.ordinal = p.block_ordinal
                 where p.sentence_id = s.id
                 order by p.layout desc
                 limit 1),
                'paragraph') as block,
            s.triage = 'open' as claimed
        from (
            select
                n.id,
                n.article_id,
                n.text,
                n.triage,
                exists (select 1 from sentence_claims l where l.sentence_id = n.id) as linked
            from sentences n
            order by n.id desc
            limit @Newest + 0) s
        join articles a on a.id = s.article_id
        where a.erased_at is null and ((s.triage = 'open' and s.linked) or s.triage = 'not_checkable')
        order by s.id
        """;

    public required string Text { get; init; }

    public required string Language { get; init; }

    public required BlockType Block { get; init; }

    public required bool Claimed { get; init; }

    public static Task<IReadOnlyList<DecidedRow>> ListAsync(ReadTx tx) => tx.ListAsync<DecidedRow>(DecidedSql, new { Newest });
}
