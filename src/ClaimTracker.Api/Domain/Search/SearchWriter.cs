using System.Text.Json;
using ClaimTracker.Api.Domain.History;

namespace ClaimTracker.Api.Domain.Search;

/// <summary>
/// Keeps the search index: what the writes of a transaction touched is indexed at its end, each kind with one statement. FTS5 would
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
        if (touched.IndexedOf(SearchKind.Source) is { Length: > 0 } sources)
        {
            touched.Add(SearchKind.Evidence, await tx.ListAsync<long>(EvidenceOfSourcesSql, new { Ids = sources }));
        }

        if (touched.IndexedOf(SearchKind.Claim) is { Length: > 0 } claims)
        {
            touched.Add(SearchKind.Verdict, await tx.ListAsync<long>(VerdictsOfClaimsSql, new { Ids = claims }));
        }

        foreach (var table in SearchTable.All)
        {
            await IndexAsync(tx, table, touched);
            if (touched.AreErased && tx.Dialect == Dialect.Sqlite)
            {
                await tx.ExecuteAsync(table.Merge);
            }
        }
    }

    /// <summary>Indexes things as they are now; those that are gone leave the index.</summary>
    public static async Task IndexAsync(WriteTx tx, SearchTable table, TouchedThings touched)
    {
        if (touched.Of(table.Kind) is not { Length: > 0 } ids)
        {
            return;
        }

        if (touched.IndexedOf(table.Kind) is { Length: > 0 } indexed)
        {
            await tx.ExecuteAsync(table.Remove.Of(tx.Dialect), new { Ids = indexed });
        }

        var rows = (await tx.ListAsync<SearchedThing>(table.Texts, new { Ids = ids }))
            .SelectMany(thing => thing.ToRows(touched.WordsOf(thing.Text)))
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
        ["created", "drafted", "imported", "edited", "revised", "superseded", "merged", "unmerged", "deleted", Erased];

    private const string Erased = "erased";

    private readonly HashSet<long>[] _ids = Sets();
    private readonly HashSet<long>[] _new = Sets();
    private readonly Dictionary<string, IReadOnlyList<string>> _words = new(StringComparer.Ordinal);

    /// <summary>Whether words of some were erased, and are to be in no file any more.</summary>
    public bool AreErased { get; private set; }

    public long[] Of(SearchKind kind) => [.. _ids[(int)kind].Order()];

    /// <summary>Those that were there before this transaction.</summary>
    public long[] IndexedOf(SearchKind kind) => [.. _ids[(int)kind].Except(_new[(int)kind]).Order()];

    /// <summary>Brings the words of a long text, which were worked out before the turn of the write.</summary>
    public void Bring(string text, IReadOnlyList<string> words) => _words[text] = words;

    /// <summary>The words of a text that somebody brought; null of any other.</summary>
    public IReadOnlyList<string>? WordsOf(string? text) => text is null ? null : _words.GetValueOrDefault(text);

    public void Add(SearchKind kind, IEnumerable<long> ids) => _ids[(int)kind].UnionWith(ids);

    /// <summary>Adds what an event is about.</summary>
    /// <param name="kind">What was done.</param>
    /// <param name="subject">What it was done to.</param>
    /// <param name="others">Others whose rows changed with it.</param>
    public void Add(EventKind kind, Subject subject, IEnumerable<Subject> others)
    {
        var done = kind.Name[(kind.Name.IndexOf('.', StringComparison.Ordinal) + 1)..];
        if (!ChangesOfWords.Contains(done, StringComparer.Ordinal))
        {
            return;
        }

        AreErased |= done == Erased;
        if (Touch(subject) is (var of, var id) && done is "created" or "drafted" or "imported")
        {
            _new[(int)of].Add(id);
        }

        foreach (var other in others)
        {
            Touch(other);
        }
    }

    /// <returns>The thing; null if it is none that is searched, or was touched before.</returns>
    private (SearchKind Kind, long Id)? Touch(Subject subject) =>
        ContentKey.Of(subject.ToString()) is { } key && KindOf(key.Kind) is { } kind && _ids[(int)kind].Add(key.Id) ? (kind, key.Id) : null;

    private static HashSet<long>[] Sets() => [.. Enum.GetValues<SearchKind>().Select(static _ => new HashSet<long>())];

    private static SearchKind? KindOf(string subject) => subject switch
    {
        "claim" => SearchKind.Claim,
        "article" or "version" => SearchKind.Article,
        "source" => SearchKind.Source,
        "evidence" => SearchKind.Evidence,
        "verdict" => SearchKind.Verdict,
        "comment" => SearchKind.Comment,
        "imported_review" => SearchKind.ImportedReview,
        _ => null,
    };
}
