using ClaimTracker.Api.Domain.Matching;

namespace ClaimTracker.Api.Domain.Hints;

/// <summary>
/// Finds sentences that say otherwise than a published verdict: what was rated false, or something else than what was rated true. Rather
/// leaves one out than names a wrong one.
/// </summary>
internal sealed class VerdictHints(Db db, MatchFinder finder, EarlierChecks checks)
{
    /// <summary>Sentences that are looked up, those that most deserve a check.</summary>
    public const int MostSentences = 40;

    /// <summary>The longest that is waited.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Claims that are looked at for a sentence.</summary>
    private const int Claims = 3;

    /// <summary>The part of a scale that says that a claim is false: of one from 1 to 5, up to 2.</summary>
    private const double FalseTo = 0.25;

    // The claims of a sentence itself stand beside it already.
    private const string Sql = """
        select v.current_claim_id as claim_id, r.name, (r.value - s.worst) / (s.best - s.worst) as truth
        from verdicts v
        join ratings r on r.id = v.rating_id
        join rating_scales s on s.id = r.scale_id
        where v.current_claim_id in @ids and v.house and v.state = 'published' and r.value is not null and s.best <> s.worst
        """;

    private const string OwnSql = "select sentence_id, claim_id from sentence_claims where sentence_id in @sentences and claim_id in @ids";

    /// <summary>Finds them, for as long as <see cref="Patience"/> lasts.</summary>
    /// <param name="actor">The reader.</param>
    /// <param name="sentences">Sentences of an English text, by their ids; those first that are looked up.</param>
    /// <param name="cancellation">Ends the search.</param>
    public async Task<IReadOnlyList<HintResponse>> FindAsync(
        Actor actor, IEnumerable<(long Id, TextSentence Sentence)> sentences, CancellationToken cancellation)
    {
        var asked = sentences.Take(MostSentences).ToList();
        return asked.Count == 0 ? [] : await checks.TryAsync(
            async patience => await FindAsync(actor, asked, patience), Patience, cancellation) ?? [];
    }

    private async Task<IReadOnlyList<HintResponse>> FindAsync(
        Actor actor, List<(long Id, TextSentence Sentence)> asked, CancellationToken cancellation)
    {
        var found = await finder.FindAsync(
            actor,
            [.. asked.Select(static of => new AskedText(of.Sentence.Text, Title: null, Claims) { ByWords = true })],
            cancellation);
        var pairs = asked.Zip(found)
            .SelectMany(static of => of.Second.Select(match => (of.First.Id, of.First.Sentence, Match: match)))
            .Where(static pair => pair.Match.Score >= ClaimComparer.SameByWordsFrom && pair.Match.Verdict?.State == VerdictState.Published
                && pair.Match.MayDiffer.Count <= 1)
            .ToList();
        if (pairs.Count == 0)
        {
            return [];
        }

        long[] ids = [.. pairs.Select(static pair => pair.Match.ClaimId).Distinct()];
        long[] of = [.. pairs.Select(static pair => pair.Id).Distinct()];
        var (rated, own) = await db.ReadAsync(
            async tx => (
                (await tx.ListAsync<Rated>(Sql, new { ids })).ToDictionary(static row => row.ClaimId),
                (await tx.ListAsync<(long, long)>(OwnSql, new { sentences = of, ids })).ToHashSet()),
            cancellation);
        return
        [
            .. pairs.Where(pair => !own.Contains((pair.Id, pair.Match.ClaimId)) && rated.ContainsKey(pair.Match.ClaimId))
                .Select(pair => (pair.Id, pair.Sentence, pair.Match, Difference: Otherwise(pair.Match, rated[pair.Match.ClaimId])))
                .Where(static pair => pair.Difference is not null)
                .DistinctBy(static pair => pair.Id)
                .Select(static pair => new HintResponse
                {
                    Kind = HintKind.Contradiction,
                    Sentence = pair.Id,
                    Start = pair.Sentence.Start,
                    End = pair.Sentence.End,
                    Text = pair.Sentence.Text,
                    Against = new ContradictedVerdict(
                        pair.Match.ClaimId, pair.Match.Text, pair.Match.Verdict!, pair.Difference!),
                }),
        ];
    }

    // A denial of what was rated false, or another number than one that is false, may well be right.
    private static string? Otherwise(MatchResponse match, Rated rated) => match.MayDiffer switch
    {
        [] when rated.Truth <= FalseTo => $"says the same, which was rated {rated.Name}",
        [{ Kind: DifferenceKind.Negation, Here: { } denial }] when rated.Truth == 1 =>
            $"denies it (\"{denial}\"), and it was rated {rated.Name}",
        [{ Kind: DifferenceKind.Negation, There: { } denial }] when rated.Truth == 1 =>
            $"asserts what it denies (\"{denial}\"), and it was rated {rated.Name}",
        [{ Kind: DifferenceKind.Number or DifferenceKind.Direction, Here: { } here, There: { } there }] when rated.Truth == 1 =>
            $"says \"{here}\" instead of \"{there}\", and it was rated {rated.Name}",
        _ => null,
    };

    private sealed record Rated
    {
        public required long ClaimId { get; init; }

        public required string Name { get; init; }

        /// <summary>From 0, the worst of its scale, to 1.</summary>
        public required double Truth { get; init; }
    }
}
