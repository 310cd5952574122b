using ClaimTracker.Api.Domain.Verdicts;

namespace ClaimTracker.Api.Features.RatingScales;

/// <summary>Reads scales with their ratings, in two queries however many scales there are.</summary>
internal static class RatingScaleReader
{
    private const string ScalesSql = "select id, name, worst, best, is_default from rating_scales where id in @ids";

    private const string RatingsSql = """
        select scale_id, name, value, colour, definition, needs_change, needs_evidence
        from ratings
        where scale_id in @ids
        order by scale_id, ordinal
        """;

    private const string ShownSql = $"select s.id from rating_scales s where s.id = @id and {VerdictConditions.ShownScaleSql}";

    /// <returns>The scale; null where there is none, or none that the actor may know of.</returns>
    public static async Task<RatingScaleResponse?> FindAsync(ReadTx tx, long id, Actor actor) =>
        actor.SeesDesk || await tx.AnyAsync(ShownSql, new { id }) ? await FindAsync(tx, id) : null;

    public static async Task<RatingScaleResponse?> FindAsync(ReadTx tx, long id) => await LoadAsync(tx, [id]) is [var scale] ? scale : null;

    /// <returns>The scales in the order of <paramref name="ids"/>; those that do not exist are left out.</returns>
    public static async Task<IReadOnlyList<RatingScaleResponse>> LoadAsync(ReadTx tx, long[] ids)
    {
        var scales = (await tx.ListAsync<RatingScaleResponse>(ScalesSql, new { ids })).ToDictionary(static s => s.Id);
        var ratings = (await tx.ListAsync<RatingOfScale>(RatingsSql, new { ids })).ToLookup(static r => r.ScaleId);
        return [.. ids.Where(scales.ContainsKey).Select(id => scales[id] with { Ratings = [.. ratings[id]] })];
    }

    private sealed record RatingOfScale : ScaleRating
    {
        public required long ScaleId { get; init; }
    }
}
