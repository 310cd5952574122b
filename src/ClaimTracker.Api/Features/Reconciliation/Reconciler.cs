using ClaimTracker.Api.Domain.Matching;
using ClaimTracker.Api.Domain.Search;
using ClaimTracker.Api.Domain.Verdicts;

namespace ClaimTracker.Api.Features.Reconciliation;

/// <summary>
/// Finds what names stand for: claims as matches are found, claimants and sources by their words. The public finds claims with a
/// published verdict, and who made them.
/// </summary>
internal sealed class Reconciler(Db db, MatchFinder finder)
{
    /// <summary>Those that the words find, of which the best are taken.</summary>
    private const int Looked = 200;

    private const double Whole = 100;

    private const string PublishedSql =
        "exists (select 1 from claims c join verdicts v on v.id = c.verdict_id where c.id = n.claim_id and v.state = 'published')";

    private const string SourceByUrlSql =
        "select s.id, s.title, s.url, s.publisher from sources s where s.url_key = @key and (@inside or not s.confidential)";

    /// <summary>The candidates of each query.</summary>
    /// <param name="actor">The reader.</param>
    /// <param name="queries">The queries.</param>
    /// <param name="isPrefix">Whether the last word of each is only begun.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<IReadOnlyDictionary<string, ReconcileResult>> FindAsync(
        Actor actor, IReadOnlyDictionary<string, ReconcileQuery> queries, bool isPrefix, CancellationToken cancellation)
    {
        var asked = queries.Where(static one => !string.IsNullOrWhiteSpace(one.Value.Query)).ToList();
        var ofClaims = asked.Where(static one => Wants(one.Value, ReconciledType.Claim)).ToList();
        var matches = (await finder.FindAsync(
                actor, [.. ofClaims.Select(static one => new AskedText(one.Value.Query!, Title: null, one.Value.Limit))], cancellation))
            .Select((found, i) => (ofClaims[i].Key, found))
            .ToDictionary(static one => one.Key, static one => one.found, StringComparer.Ordinal);
        var others = await db.ReadAsync(
            async tx =>
            {
                var found = new Dictionary<string, List<ReconcileCandidate>>(StringComparer.Ordinal);
                foreach (var (name, query) in asked)
                {
                    found[name] = [.. await ClaimantsAsync(tx, actor, query, isPrefix), .. await SourcesAsync(tx, actor, query, isPrefix)];
                }

                return found;
            },
            cancellation);
        return queries.ToDictionary(
            static one => one.Key,
            one => new ReconcileResult([
                .. Claims(actor, matches.GetValueOrDefault(one.Key) ?? []).Concat(others.GetValueOrDefault(one.Key) ?? [])
                    .OrderByDescending(static candidate => candidate.Score)
                    .Take(one.Value.Limit),
            ]),
            StringComparer.Ordinal);
    }

    private static bool Wants(ReconcileQuery query, ReconciledType type) => query.Types.Count == 0 || query.Types.Contains(type);

    private static IEnumerable<ReconcileCandidate> Claims(Actor actor, IEnumerable<MatchResponse> matches) => matches
        .Where(match => actor.Decide(Permission.Read) == Decision.Allowed || match.Verdict?.State == VerdictState.Published)
        .Select(static match => new ReconcileCandidate(
            EntityId.Of(ReconciledType.Claim, match.ClaimId),
            match.Text,
            [NamedId.Of(ReconciledType.Claim)],
            Math.Round(Whole * match.Score, 1),
            match.LikelySame,
            match.Verdict?.Rating.Name));

    private static async Task<IEnumerable<ReconcileCandidate>> ClaimantsAsync(
        ReadTx tx, Actor actor, ReconcileQuery query, bool isPrefix)
    {
        if (!Wants(query, ReconciledType.Claimant) || Search(query.Query!, "name:", isPrefix) is not { } words)
        {
            return [];
        }

        var filter = new Filter().If(actor.Decide(Permission.Read) != Decision.Allowed, PublishedSql)
            .FoundBy(actor, SearchKind.Claim, "n.claim_id", words);
        await filter.SettleAsync(tx);
        filter.Parameters.Add("Looked", Looked);
        var sql = $"""
            select n.name, n.name_key, n.job_title
            from claim_claimants n
            {filter.Clause(tx.Dialect)}
            order by n.claim_id desc, n.ordinal
            limit @Looked + 0
            """;
        var key = TextKey.Of(query.Query!);
        return (await tx.ListAsync<(string Name, string Key, string? JobTitle)>(sql, filter.Parameters))
            .DistinctBy(static row => row.Key, StringComparer.Ordinal)
            .Select(row => new ReconcileCandidate(
                EntityId.OfClaimant(row.Key),
                row.Name,
                [NamedId.Of(ReconciledType.Claimant)],
                Likeness(key, row.Key, isPrefix),
                row.Key == key,
                row.JobTitle))
            .Where(static candidate => candidate.Score > 0);
    }

    private static async Task<IEnumerable<ReconcileCandidate>> SourcesAsync(ReadTx tx, Actor actor, ReconcileQuery query, bool isPrefix)
    {
        if (!Wants(query, ReconciledType.Source) || actor.Decide(Permission.Read) != Decision.Allowed)
        {
            return [];
        }

        if (UrlKey.IsHttp(query.Query!))
        {
            return (await tx.ListAsync<SourceRow>(SourceByUrlSql, new { key = UrlKey.Of(query.Query), inside = actor.IsInside }))
                .Select(static row => Source(row, Whole, match: true));
        }

        if (Search(query.Query!, "", isPrefix) is not { } words)
        {
            return [];
        }

        var filter = new Filter().If(!actor.IsInside, "not s.confidential").FoundBy(actor, SearchKind.Source, "s.id", words);
        await filter.SettleAsync(tx);
        filter.Parameters.Add("Looked", Looked);
        var sql = $"""
            select s.id, s.title, s.url, s.publisher
            from sources s
            {filter.Clause(tx.Dialect)}
            order by s.id desc
            limit @Looked + 0
            """;
        var key = TextKey.Of(query.Query!);
        return (await tx.ListAsync<SourceRow>(sql, filter.Parameters)).Select(row =>
        {
            var title = TextKey.Of(row.Title ?? row.Url ?? "");
            return Source(row, Likeness(key, title, isPrefix), title == key);
        });
    }

    private static ReconcileCandidate Source(SourceRow row, double score, bool match) => new(
        EntityId.Of(ReconciledType.Source, row.Id),
        row.Title ?? row.Url ?? "",
        [NamedId.Of(ReconciledType.Source)],
        score,
        match,
        row.Publisher ?? row.Url);

    // The words alone: marks that a search would read otherwise are no part of a name.
    private static string? Search(string name, string field, bool isPrefix)
    {
        var words = string.Concat(name.Select(static c => char.IsLetterOrDigit(c) || char.IsSurrogate(c) ? c : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 || words.Any(static word => word.Any(char.IsSurrogate))
            ? null
            : string.Join(' ', words.Select((word, i) => $"{field}{word}{(isPrefix && i == words.Length - 1 ? "*" : "")}"));
    }

    /// <summary>Twice the words that both have, of the words of both (Dice); of a name that is only begun, of its own.</summary>
    private static double Likeness(string asked, string name, bool isPrefix)
    {
        var (here, there) = (WordForms.Of(asked).ToHashSet(StringComparer.Ordinal), WordForms.Of(name).ToHashSet(StringComparer.Ordinal));
        var both = here.Count(word =>
            there.Contains(word) || (isPrefix && there.Any(other => other.StartsWith(word, StringComparison.Ordinal))));
        return here.Count + there.Count == 0 ? 0 : Math.Round(Whole * 2 * both / (here.Count + there.Count), 1);
    }

    private sealed record SourceRow
    {
        public required long Id { get; init; }

        public required string? Title { get; init; }

        public required string? Url { get; init; }

        public required string? Publisher { get; init; }
    }
}
