namespace ClaimTracker.Api.Domain.Judgements;

/// <summary>Finds the rating that a client named.</summary>
internal static class RatingChoice
{
    private const string ScaleSql = """
        select id
        from rating_scales
        where id = @Number or name_key = @Name or (is_default and @IsDefault)
        """;

    private const string RatingsSql = "select id, name, name_key, value from ratings where scale_id = @scale order by ordinal";

    /// <returns>The id of the rating.</returns>
    /// <exception cref="ProblemException">400: the scale does not exist, or does not have the rating.</exception>
    public static async Task<long> FindAsync(ReadTx tx, NameOrNumber? wantedScale, NameOrNumber wanted)
    {
        var scale = await tx.FirstAsync<long?>(ScaleSql, new
        {
            wantedScale?.Number,
            Name = TextKey.Of(wantedScale?.Name),
            IsDefault = wantedScale is null,
        });
        if (scale is null)
        {
            throw Problem.Invalid(
                "scale", $"must be the name or id of a rating scale, and {wantedScale} is neither: GET /api/v1/rating-scales lists them");
        }

        var ratings = await tx.ListAsync<(long Id, string Name, string Key, double? Value)>(RatingsSql, new { scale });
        var key = TextKey.Of(wanted.Name);
        foreach (var rating in ratings)
        {
            if (wanted.Name is not null ? rating.Key == key : rating.Value == wanted.Number)
            {
                return rating.Id;
            }
        }

        // A cell does not say which of the two it is.
        if (wanted is { Name: not null, Number: { } number } && ratings.FirstOrDefault(r => r.Value == number) is { Id: > 0 } valued)
        {
            return valued.Id;
        }

        var names = ratings.Select(static r => r.Value is null ? r.Name : $"{r.Name} ({r.Value})");
        throw Problem.Invalid("rating", $"must be one of {string.Join(", ", names)}");
    }
}
