namespace ClaimTracker.Api.Features.Reconciliation;

/// <summary>What can be suggested.</summary>
internal enum SuggestedKind { Entity, Type, Property }

internal sealed record SuggestEntitiesRequest
{
    /// <summary>entity, type or property.</summary>
    [RouteParam]
    public SuggestedKind Kind { get; init; }

    /// <summary>What was typed so far.</summary>
    [QueryParam]
    public string? Prefix { get; init; }
}

internal sealed class SuggestEntitiesValidator : Validator<SuggestEntitiesRequest>
{
    public SuggestEntitiesValidator()
    {
        RuleFor(static r => r.Prefix).NotNull().WithMessage("is required");
        RuleFor(static r => r.Prefix).AtMost(Limits.Text);
    }
}

/// <summary>What may be meant.</summary>
internal sealed record SuggestionsResponse(IReadOnlyList<Suggestion> Result);

/// <summary>Something that may be meant.</summary>
internal sealed record Suggestion(string Id, string Name, string? Description);

internal sealed class SuggestEntities(Reconciler reconciler) : Endpoint<SuggestEntitiesRequest, SuggestionsResponse>
{
    private const int Most = 10;

    public override void Configure()
    {
        Get("suggest/{kind}");
        Group<ReconciliationGroup>();
        Policies(nameof(Permission.ReadPublished));
        Summary(static s =>
        {
            s.Summary = "Complete what is typed";
            s.Description = "Entities, types or properties for `prefix`, as the Reconciliation Service API 0.2 has it.";
        });
        Description(static d => d.Produces<SuggestionsResponse>().AnswersNoResource().RunsHeavy(), clearDefaults: true);
    }

    public override async Task HandleAsync(SuggestEntitiesRequest request, CancellationToken ct) => await Send.AnswerAsync(
        new SuggestionsResponse(request.Kind switch
        {
            SuggestedKind.Entity => await EntitiesAsync(request.Prefix!, ct),
            SuggestedKind.Type => Named(NamedId.Types, request.Prefix!),
            _ => Named(EntityReader.Properties.Values.SelectMany(static all => all), request.Prefix!),
        }));

    private static List<Suggestion> Named(IEnumerable<NamedId> all, string prefix) =>
    [
        .. all.Where(one => one.Name.Contains(prefix.Trim(), StringComparison.OrdinalIgnoreCase)
                || one.Id.Contains(prefix.Trim(), StringComparison.OrdinalIgnoreCase))
            .Select(static one => new Suggestion(one.Id, one.Name, null)),
    ];

    private async Task<List<Suggestion>> EntitiesAsync(string prefix, CancellationToken ct)
    {
        var queries = new Dictionary<string, ReconcileQuery>(StringComparer.Ordinal)
        {
            ["q"] = new() { Query = prefix, Limit = Most },
        };
        var found = await reconciler.FindAsync(HttpContext.Actor(), queries, isPrefix: true, ct);
        return [.. found["q"].Result.Select(static one => new Suggestion(one.Id, one.Name, one.Description))];
    }
}
