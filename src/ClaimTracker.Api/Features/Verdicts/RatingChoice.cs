namespace ClaimTracker.Api.Features.Verdicts;

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
            Name = wantedScale?.Name is { } name ? TextKey.Of(name) : null,
            IsDefault = wantedScale is null,
        });
        if (scale is null)
        {
            throw Problem.Invalid(
                "scale", $"must be the name or id of a rating scale, and {wantedScale} is neither: GET /api/v1/rating-scales lists them");
        }

        var ratings = await tx.ListAsync<RatingRow>(RatingsSql, new { scale });
        var key = wanted.Name is null ? null : TextKey.Of(wanted.Name);
        var rating = ratings.FirstOrDefault(r => wanted.Number is { } value ? r.Value == value : r.NameKey == key);
        return rating?.Id ?? throw Problem.Invalid("rating", $"must be one of {string.Join(", ", ratings.Select(static r => r.Label))}");
    }

    private sealed record RatingRow
    {
        public required long Id { get; init; }

        public required string Name { get; init; }

        public required string NameKey { get; init; }

        public required double? Value { get; init; }

        public string Label => Value is null ? Name : $"{Name} ({Value})";
    }
}
