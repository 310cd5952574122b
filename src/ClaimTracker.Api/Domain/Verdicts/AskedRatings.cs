using System.Globalization;

namespace ClaimTracker.Api.Domain.Verdicts;

/// <summary>The ratings and scales that a filter asks for, by name or by number.</summary>
internal sealed class AskedRatings
{
    /// <summary>How many names a refusal lists.</summary>
    private const int Listed = 50;

    private const string NamesSql = $"""
        select distinct r.name_key
        from ratings r
        join rating_scales s on s.id = r.scale_id
        where r.name_key in @names and (@SeesDesk or {VerdictConditions.ShownScaleSql})
        """;

    private const string ValuesSql = $"""
        select distinct r.value
        from ratings r
        join rating_scales s on s.id = r.scale_id
        where r.value in @values and (@SeesDesk or {VerdictConditions.ShownScaleSql})
        """;

    private const string ScalesSql = $"""
        select s.id, s.name_key
        from rating_scales s
        where (s.name_key in @names or s.id in @numbers) and (@SeesDesk or {VerdictConditions.ShownScaleSql})
        """;

    private const string KnownRatingsSql = $"""
        select r.name
        from ratings r
        join rating_scales s on s.id = r.scale_id
        where @SeesDesk or {VerdictConditions.ShownScaleSql}
        order by s.is_default desc, s.id, r.ordinal
        limit @Listed + 0
        """;

    private const string KnownScalesSql = $"""
        select s.name
        from rating_scales s
        where @SeesDesk or {VerdictConditions.ShownScaleSql}
        order by s.is_default desc, s.id
        limit @Listed + 0
        """;

    private const string OfNamesSql = "select r.id from ratings r where r.name_key in @names or r.value in @values";
    private const string OfScalesSql = "select r.id from ratings r where r.scale_id in @scales";

    private AskedRatings()
    {
    }

    /// <summary>The ratings of these names or values.</summary>
    public IReadOnlyList<long> Ratings { get; private init; } = [];

    /// <summary>The ratings of the scales.</summary>
    public IReadOnlyList<long> OfScales { get; private init; } = [];

    /// <summary>Reads what a filter asks for. A name that has commas in it is one that is asked for alone.</summary>
    /// <exception cref="ProblemException">400: there is no such rating or scale, or none that the actor may know of.</exception>
    public static async Task<AskedRatings> FindAsync(
        ReadTx tx, Actor actor, IReadOnlyList<string>? ratings, IReadOnlyList<string>? scales = null, string path = "")
    {
        return new AskedRatings
        {
            Ratings = ratings is null ? [] : await RatingsAsync(tx, await NamedAsync(tx, actor, ratings, path)),
            OfScales = scales is null
                ? []
                : await tx.ListAsync<long>(OfScalesSql, new { scales = await ScalesAsync(tx, actor, scales) }),
        };
    }

    private static Task<IReadOnlyList<long>> RatingsAsync(ReadTx tx, (string[] Names, double[] Values) asked) =>
        tx.ListAsync<long>(OfNamesSql, new { names = asked.Names, values = asked.Values });

    private static async Task<(string[] Names, double[] Values)> NamedAsync(
        ReadTx tx, Actor actor, IReadOnlyList<string> asked, string path)
    {
        double[] values = [.. asked.Select(RatingName.ValueOf).OfType<double>()];
        var names = await tx.ListAsync<string>(NamesSql, new { names = TextKey.OfEach(asked), actor.SeesDesk });
        if (names.Contains(TextKey.OfWhole(asked), StringComparer.Ordinal))
        {
            return ([TextKey.OfWhole(asked)], []);
        }

        var known = await tx.ListAsync<double>(ValuesSql, new { values, actor.SeesDesk });
        return asked.FirstOrDefault(one => !names.Contains(TextKey.Of(one), StringComparer.Ordinal)
                && (RatingName.ValueOf(one) is not { } value || !known.Contains(value))) is { } unknown
            ? throw await RefusalAsync(tx, actor, $"{path}rating", "must be the name or value of a rating", unknown, KnownRatingsSql)
            : ([.. names], [.. known]);
    }

    private static async Task<long[]> ScalesAsync(ReadTx tx, Actor actor, IReadOnlyList<string> asked)
    {
        long[] numbers = [.. asked.Select(Number).OfType<long>()];
        var known = await tx.ListAsync<(long Id, string Key)>(ScalesSql, new { names = TextKey.OfEach(asked), numbers, actor.SeesDesk });
        if (known.FirstOrDefault(scale => scale.Key == TextKey.OfWhole(asked)) is { Key: not null } whole)
        {
            return [whole.Id];
        }

        return asked.FirstOrDefault(one => !known.Any(scale => scale.Key == TextKey.Of(one) || scale.Id == Number(one))) is { } unknown
            ? throw await RefusalAsync(tx, actor, "scale", "must be the name or id of a rating scale", unknown, KnownScalesSql)
            : [.. known.Select(static scale => scale.Id)];
    }

    private static async Task<ProblemException> RefusalAsync(
        ReadTx tx, Actor actor, string field, string right, string unknown, string knownSql)
    {
        var known = await tx.ListAsync<string>(knownSql, new { actor.SeesDesk, Listed });
        return Problem.Invalid(
            field, $"{right}; there is no {unknown}. There are {string.Join(", ", known.Distinct(StringComparer.Ordinal))}.");
    }

    private static long? Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
