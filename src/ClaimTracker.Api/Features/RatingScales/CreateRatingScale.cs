namespace ClaimTracker.Api.Features.RatingScales;

internal sealed record CreateRatingScaleRequest
{
    public string? Name { get; init; }

    /// <summary>From the worst to the best; those without a value last.</summary>
    public IReadOnlyList<RatingBody>? Ratings { get; init; }
}

/// <summary>A rating as clients write it.</summary>
internal sealed record RatingBody
{
    public string? Name { get; init; }

    public double? Value { get; init; }

    /// <summary>Such as #2166ac.</summary>
    public string? Colour { get; init; }

    public string? Definition { get; init; }

    /// <summary>Whether a sentence with such a verdict has to be changed; true, if left out.</summary>
    public bool? NeedsChange { get; init; }

    /// <summary>Whether such a verdict must rest on evidence; true, if left out.</summary>
    public bool? NeedsEvidence { get; init; }
}

internal sealed class CreateRatingScaleValidator : Validator<CreateRatingScaleRequest>
{
    public CreateRatingScaleValidator()
    {
        RuleFor(static s => s.Name).Required(Limits.Title);
        RuleFor(static s => s.Ratings).Must(static r => r is { Count: >= 2 }).WithMessage("must have at least two ratings").AtMost(Limits.Ratings);
        RuleFor(static s => s.Ratings)
            .Must(static r => r is null || r.DistinctBy(static rating => TextKey.Of(rating?.Name ?? ""), StringComparer.Ordinal).Count() == r.Count)
            .WithMessage("must have names that differ, not in case alone");
        RuleForEach(static s => s.Ratings).Present().SetValidator(new RatingBodyValidator());
    }
}

internal sealed class RatingBodyValidator : AbstractValidator<RatingBody>
{
    public RatingBodyValidator()
    {
        RuleFor(static r => r.Name).Required(Limits.Tag);
        RuleFor(static r => r.Value).Must(static value => value is null || double.IsFinite(value.Value)).WithMessage("must be a finite number");
        RuleFor(static r => r.Colour)
            .Must(static c => c is null || (c.Length == 7 && c[0] == '#' && c.Skip(1).All(char.IsAsciiHexDigit)))
            .WithMessage("must be a colour such as #2166ac");
        RuleFor(static r => r.Definition).Optional(Limits.Text);
    }
}

internal sealed class CreateRatingScale : WriteEndpoint<CreateRatingScaleRequest, RatingScaleResponse>
{
    private const string SameNameSql = "select id from rating_scales where name_key = @key";

    private const string InsertSql = """
        insert into rating_scales (name, name_key, worst, best, created_at)
        values (@Name, @key, @worst, @best, @Now)
        returning id
        """;

    private const string InsertRatingSql = """
        insert into ratings (scale_id, ordinal, name, name_key, value, colour, definition, needs_change, needs_evidence)
        values (@id, @Ordinal, @Name, @NameKey, @Value, @Colour, @Definition, @NeedsChange, @NeedsEvidence)
        """;

    public override void Configure()
    {
        Post("");
        Group<RatingScalesGroup>();
        Policies(nameof(Permission.Write));
        Summary(static s => s.Summary = "Create a rating scale");
        Description(static d => d.Produces<RatingScaleResponse>(201).ProducesProblem(409), clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, CreateRatingScaleRequest request)
    {
        var key = TextKey.Of(request.Name!);
        if (await change.FirstAsync<long?>(SameNameSql, new { key }) is { } existing)
        {
            throw Problem.Conflict($"Rating scale {existing} has this name.", Subject.RatingScale(existing).Address);
        }

        // Minus zero becomes zero: SQLite knows only one.
        var ratings = request.Ratings!.Select(static r => r with { Value = r.Value + 0.0 }).ToList();
        var values = ratings.Select(static r => r.Value).OfType<double>().DefaultIfEmpty(double.NaN).ToList();
        double? worst = double.IsNaN(values[0]) ? null : values.Min();
        double? best = double.IsNaN(values[0]) ? null : values.Max();
        var id = await change.InsertAsync(InsertSql, new { request.Name, key, worst, best, change.Now });
        await change.ExecuteAsync(InsertRatingSql, ratings.Select((r, i) => new
        {
            id,
            Ordinal = i + 1,
            r.Name,
            NameKey = TextKey.Of(r.Name!),
            r.Value,
            r.Colour,
            r.Definition,
            NeedsChange = r.NeedsChange ?? true,
            NeedsEvidence = r.NeedsEvidence ?? true,
        }));
        await change.RecordAsync(EventKind.RatingScaleCreated, Subject.RatingScale(id), before: null, after: request);
        var scale = (await RatingScaleReader.LoadAsync(change, [id]))[0];
        return Reply.Created(Subject.RatingScale(scale.Id).Address, scale);
    }
}
