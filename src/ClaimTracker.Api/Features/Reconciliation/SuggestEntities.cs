namespace ClaimTracker.Api.Features.Reconciliation;

/// <summary>What may be meant.</summary>
internal sealed record SuggestionsResponse(IReadOnlyList<Suggestion> Result)
{
    /// <summary>Those whose id or name has what was typed.</summary>
    public static SuggestionsResponse Of(IEnumerable<NamedId> all, string prefix) => new(
    [
        .. all.Where(one => one.Name.Contains(prefix.Trim(), StringComparison.OrdinalIgnoreCase)
                || one.Id.Contains(prefix.Trim(), StringComparison.OrdinalIgnoreCase))
            .Select(static one => new Suggestion(one.Id, one.Name, null, null)),
    ]);
}

/// <summary>Something that may be meant.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its words.</param>
/// <param name="Description">What else tells it apart.</param>
/// <param name="Notable">The types of an entity.</param>
internal sealed record Suggestion(string Id, string Name, string? Description, IReadOnlyList<string>? Notable);

internal sealed class SuggestEntities(Reconciler reconciler) : Endpoint<SuggestRequest, SuggestionsResponse>
{
    private const int Most = 10;

    public override void Configure()
    {
        Get("suggest/entity");
        Group<ReconciliationGroup>();
        Policies(nameof(Permission.ReadPublished));
        Summary(static s =>
        {
            s.Summary = "Complete a name";
            s.Description = "Claims, claimants and sources for `prefix`, as the Reconciliation Service API 0.2 has it.";
        });
        Description(static d => d.Produces<SuggestionsResponse>().AnswersNoResource().RunsHeavy(), clearDefaults: true);
    }

    public override async Task HandleAsync(SuggestRequest request, CancellationToken ct)
    {
        var queries = new Dictionary<string, ReconcileQuery>(StringComparer.Ordinal)
        {
            ["q"] = new() { Query = request.Prefix, Limit = Most, Types = request.Wanted is { } type ? [type] : [] },
        };
        var found = await reconciler.FindAsync(HttpContext.Actor(), queries, isPrefix: true, ct);
        await Send.AnswerAsync(new SuggestionsResponse(
            [.. found["q"].Result.Select(static one => new Suggestion(
                one.Id, one.Name, one.Description, [.. one.Type.Select(static type => type.Id)]))]));
    }
}
