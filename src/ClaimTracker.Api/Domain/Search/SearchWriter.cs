using System.Text.Json;
using ClaimTracker.Api.Domain.History;

namespace ClaimTracker.Api.Domain.Search;

/// <summary>
/// Keeps the index of words: what the writes of a transaction touched is indexed at its end, each kind with one statement. FTS5 would
/// write its index once for each statement.
/// </summary>
internal static class SearchWriter
{
    /// <summary>What hangs on a thing and is found by its words too.</summary>
    private const string EvidenceOfSourcesSql = "select id from evidence where source_id in @Ids";

    private const string VerdictsOfClaimsSql = "select id from verdicts where current_claim_id in @Ids";

    /// <summary>The end of a write transaction.</summary>
    public static async Task FinishAsync(WriteTx tx)
    {
        var touched = tx.Keep<TouchedThings>();
        if (touched.Of(SearchKind.Source) is { Length: > 0 } sources)
        {
            touched.Add(SearchKind.Evidence, await tx.ListAsync<long>(EvidenceOfSourcesSql, new { Ids = sources }));
        }

        if (touched.Of(SearchKind.Claim) is { Length: > 0 } claims)
        {
            touched.Add(SearchKind.Verdict, await tx.ListAsync<long>(VerdictsOfClaimsSql, new { Ids = claims }));
        }

        foreach (var table in SearchTable.All)
        {
            await IndexAsync(tx, table, touched.Of(table.Kind));
            if (touched.AreErased && tx.Dialect == Dialect.Sqlite)
            {
                await tx.ExecuteAsync(table.Merge);
            }
        }
    }

    /// <summary>Indexes things as they are now; those that are gone leave the index.</summary>
    public static async Task IndexAsync(WriteTx tx, SearchTable table, long[] ids)
    {
        if (ids.Length == 0)
        {
            return;
        }

        await tx.ExecuteAsync(table.Remove.Of(tx.Dialect), new { Ids = ids });
        var rows = (await tx.ListAsync<SearchedThing>(table.Texts, new { Ids = ids }))
            .SelectMany(static thing => thing.ToRows())
            .Select(row => row.ToRow(tx.Dialect))
            .ToList();
        if (rows.Count > 0)
        {
            await tx.ExecuteAsync(table.Insert.Of(tx.Dialect), new { Rows = JsonSerializer.Serialize(rows) });
        }
    }
}

/// <summary>The things that the writes of a transaction touched, by their events.</summary>
internal sealed class TouchedThings
{
    /// <summary>What events do that may change the words of what they are about. The others change its state.</summary>
    private static readonly string[] ChangesOfWords =
        ["created", "drafted", "edited", "revised", "superseded", "merged", "unmerged", "deleted", Erased];

    private const string Erased = "erased";

    private readonly HashSet<long>[] _ids = [.. Enum.GetValues<SearchKind>().Select(static _ => new HashSet<long>())];

    /// <summary>Whether words of some were erased, and are to be in no file any more.</summary>
    public bool AreErased { get; private set; }

    public long[] Of(SearchKind kind) => [.. _ids[(int)kind].Order()];

    public void Add(SearchKind kind, IEnumerable<long> ids) => _ids[(int)kind].UnionWith(ids);

    /// <summary>Adds what an event is about.</summary>
    public void Add(EventKind kind, IEnumerable<Subject> subjects)
    {
        var done = kind.Name[(kind.Name.IndexOf('.', StringComparison.Ordinal) + 1)..];
        AreErased |= done == Erased;
        foreach (var subject in subjects.Where(_ => ChangesOfWords.Contains(done, StringComparer.Ordinal)))
        {
            if (ContentKey.Of(subject.ToString()) is { } key && KindOf(key.Kind) is { } of)
            {
                _ids[(int)of].Add(key.Id);
            }
        }
    }

    private static SearchKind? KindOf(string subject) => subject switch
    {
        "claim" => SearchKind.Claim,
        "article" or "version" => SearchKind.Article,
        "source" => SearchKind.Source,
        "evidence" => SearchKind.Evidence,
        "verdict" => SearchKind.Verdict,
        "comment" => SearchKind.Comment,
        _ => null,
    };
}
