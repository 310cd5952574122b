namespace ClaimTracker.Api.Features.RatingScales;

internal sealed record CreateRatingScaleRequest
{
    public string? Name { get; init; }

    /// <summary>The ratings from the worst to the best; ratings without a value come last.</summary>
    public IReadOnlyList<RatingBody>? Ratings { get; init; }
}

internal sealed class CreateRatingScaleValidator : Validator<CreateRatingScaleRequest>
{
    public CreateRatingScaleValidator()
    {
        RuleFor(static s => s.Name).Required(Limits.Title);
        RuleFor(static s => s.Ratings)
            .AtLeast(2).WithMessage("must have at least two ratings").AtMost(Limits.Ratings);
        RuleFor(static s => s.Ratings)
            .Must(static r => r is null || r.DistinctBy(static x => TextKey.Of(x?.Name ?? ""), StringComparer.Ordinal).Count() == r.Count)
            .WithMessage("rating names must be unique, ignoring case");
        RuleForEach(static s => s.Ratings).Present().SetValidator(new RatingBodyValidator());
    }
}

/// <summary>A scale to be written, with the keys of its names.</summary>
internal sealed record NewRatingScale(string Key, IReadOnlyList<(RatingBody Rating, string Key)> Ratings, CreateRatingScaleRequest Request);

internal sealed class CreateRatingScale : PreparedWriteEndpoint<CreateRatingScaleRequest, NewRatingScale, RatingScaleResponse>
{
    private const string SameNameSql = "select id from rating_scales where name_key = @key";

    private const string InsertSql = """
        insert into rating_scales (name, name_key, worst, best, created_at)
        values (@Name, @key, @worst, @best, @Now)
        returning id
        """;

    private const string InsertRatingSql = """
        insert into ratings (scale_id, ordinal, name, name_key, value, colour, definition, needs_change, needs_evidence)
        values (@id, @Ordinal, @Name, @Key, @Value, @Colour, @Definition, @NeedsChange, @NeedsEvidence)
        """;

    public override void Configure()
    {
        Post("");
        Group<RatingScalesGroup>();
        Policies(nameof(Permission.Write));
        Summary(static s => s.Summary = "Create a rating scale");
        Description(static d => d.Produces<RatingScaleResponse>(201).ProducesProblem(409), clearDefaults: true);
    }

    public override Task<NewRatingScale> PrepareAsync(
        Db db, Caller caller, CreateRatingScaleRequest request, CancellationToken cancellation) =>
        Task.FromResult(
            new NewRatingScale(TextKey.Of(request.Name!), [.. request.Ratings!.Select(static r => (r, TextKey.Of(r.Name!)))], request));

    public override async Task<Reply> WriteAsync(Change change, NewRatingScale prepared)
    {
        var (key, ratings, request) = prepared;
        if (await change.FirstAsync<long?>(SameNameSql, new { key }) is { } existing)
        {
            throw Problem.Conflict($"Rating scale {existing} has this name.", Subject.RatingScale(existing).Address);
        }

        var (worst, best) = (Unsigned(ratings.Min(static r => r.Rating.Value)), Unsigned(ratings.Max(static r => r.Rating.Value)));
        var id = await change.InsertAsync(InsertSql, new { request.Name, key, worst, best, change.Now });
        await change.ExecuteAsync(InsertRatingSql, ratings.Select((r, i) => new
        {
            id,
            Ordinal = i + 1,
            r.Rating.Name,
            r.Key,
            Value = Unsigned(r.Rating.Value),
            r.Rating.Colour,
            r.Rating.Definition,
            NeedsChange = r.Rating.NeedsChange ?? true,
            NeedsEvidence = r.Rating.NeedsEvidence ?? true,
        }));
        await change.RecordAsync(EventKind.RatingScaleCreated, Subject.RatingScale(id), before: null, after: request);
        return Reply.Created(Subject.RatingScale(id).Address, (await RatingScaleReader.FindAsync(change, id))!);
    }

    // Minus zero becomes zero: SQLite knows only one.
    private static double? Unsigned(double? value) => value + 0.0;
}
