using System.Text.Json;

namespace ClaimTracker.Api.Features.Verdicts;

/// <summary>Reads verdicts as the actor may see them: two queries, however many verdicts.</summary>
internal static class VerdictReader
{
    private const string CitedSql = """
        select e.verdict_id, e.cited, s.confidential
        from verdict_evidence e
        join sources s on s.id = e.source_id
        where e.verdict_id in @ids
        order by e.verdict_id, e.ordinal
        """;

    private const string HousesSql = """
        select verdict_id
        from house_verdicts
        where verdict_id in @ids and since <= @at and (until is null or until > @at)
        """;

    /// <returns>The verdicts in the order of <paramref name="ids"/>; those that do not exist, or that the actor may not know of, are left out.</returns>
    public static async Task<IReadOnlyList<VerdictResponse>> LoadAsync(ReadTx tx, long[] ids, Actor actor)
    {
        var rows = (await tx.ListAsync<VerdictRow>(VerdictRow.Sql, new { ids }))
            .Where(v => actor.Sees(EnumWords.Parse<VerdictState>(v.State))).ToDictionary(static v => v.Id);

        // A confidential source is never named outside the desk, whenever it was marked so.
        var cited = (await tx.ListAsync<CitedRow>(CitedSql, new { ids })).Where(e => !e.Confidential || actor.SeesDesk)
            .ToLookup(static e => e.VerdictId, e => e.ToEvidence(actor));
        return [.. ids.Where(rows.ContainsKey).Select(id => rows[id].ToResponse([.. cited[id]], actor))];
    }

    /// <summary>The same, as they stood at an instant at which they were published.</summary>
    public static async Task<IReadOnlyList<VerdictResponse>> LoadAsync(ReadTx tx, long[] ids, Actor actor, DateTimeOffset? asOf)
    {
        var verdicts = await LoadAsync(tx, ids, actor);
        if (asOf is not { } at)
        {
            return verdicts;
        }

        var houses = (await tx.ListAsync<long>(HousesSql, new { ids, at })).ToHashSet();
        return [.. verdicts.Select(v => v with { State = VerdictState.Published, House = houses.Contains(v.Id), SupersededBy = null, Retraction = null })];
    }

    public static async Task<VerdictResponse?> FindAsync(ReadTx tx, long id, Actor actor) => await LoadAsync(tx, [id], actor) is [var verdict] ? verdict : null;

    private sealed record CitedRow
    {
        public long VerdictId { get; init; }

        public string Cited { get; init; } = "";

        public bool Confidential { get; init; }

        public CitedEvidence ToEvidence(Actor actor)
        {
            var evidence = JsonSerializer.Deserialize<CitedEvidence>(Cited, ApiJson.Options)!;
            return actor.SeesDesk ? evidence : evidence with { Note = null };
        }
    }
}
