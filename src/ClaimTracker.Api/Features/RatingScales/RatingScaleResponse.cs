namespace ClaimTracker.Api.Features.RatingScales;

/// <summary>An ordered list of ratings.</summary>
internal sealed record RatingScaleResponse
{
    public required long Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The value of the worst rating, as ClaimReview names it; null where no rating has a value.</summary>
    public required double? Worst { get; init; }

    public required double? Best { get; init; }

    /// <summary>Whether verdicts use it that name no other.</summary>
    public required bool IsDefault { get; init; }

    public required IReadOnlyList<Rating> Ratings { get; init; }
}

/// <summary>One judgement of a scale.</summary>
internal sealed record Rating
{
    public required string Name { get; init; }

    public required double? Value { get; init; }

    public required string? Colour { get; init; }

    public required string? Definition { get; init; }

    /// <summary>Whether a sentence with such a verdict has to be changed before it is published.</summary>
    public required bool NeedsChange { get; init; }

    /// <summary>Whether such a verdict must rest on evidence.</summary>
    public required bool NeedsEvidence { get; init; }
}

/// <summary>Reads scales with their ratings: two queries, however many scales.</summary>
internal static class RatingScaleReader
{
    private const string ScalesSql = "select id, name, worst, best, is_default from rating_scales where id in @ids order by id";

    private const string RatingsSql = """
        select scale_id, name, value, colour, definition, needs_change, needs_evidence
        from ratings
        where scale_id in @ids
        order by scale_id, ordinal
        """;

    public static async Task<IReadOnlyList<RatingScaleResponse>> LoadAsync(ReadTx tx, long[] ids)
    {
        var scales = (await tx.ListAsync<ScaleRow>(ScalesSql, new { ids })).ToDictionary(static s => s.Id);
        var ratings = (await tx.ListAsync<RatingRow>(RatingsSql, new { ids })).ToLookup(static r => r.ScaleId);
        return [.. ids.Where(scales.ContainsKey).Select(id => scales[id].ToResponse(ratings[id]))];
    }

    private sealed record ScaleRow
    {
        public long Id { get; init; }

        public string Name { get; init; } = "";

        public double? Worst { get; init; }

        public double? Best { get; init; }

        public bool IsDefault { get; init; }

        public RatingScaleResponse ToResponse(IEnumerable<RatingRow> ratings) => new()
        {
            Id = Id,
            Name = Name,
            Worst = Worst,
            Best = Best,
            IsDefault = IsDefault,
            Ratings = [.. ratings.Select(static r => r.ToRating())],
        };
    }

    private sealed record RatingRow
    {
        public long ScaleId { get; init; }

        public string Name { get; init; } = "";

        public double? Value { get; init; }

        public string? Colour { get; init; }

        public string? Definition { get; init; }

        public bool NeedsChange { get; init; }

        public bool NeedsEvidence { get; init; }

        public Rating ToRating() => new()
        {
            Name = Name,
            Value = Value,
            Colour = Colour,
            Definition = Definition,
            NeedsChange = NeedsChange,
            NeedsEvidence = NeedsEvidence,
        };
    }
}
