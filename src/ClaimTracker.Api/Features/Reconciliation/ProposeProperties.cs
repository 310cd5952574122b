namespace ClaimTracker.Api.Features.Reconciliation;

internal sealed record ProposePropertiesRequest
{
    /// <summary>claim, claimant or source; empty for all.</summary>
    [QueryParam, MayBeEmpty]
    public ReconciledType? Type { get; init; }

    /// <summary>The most properties.</summary>
    [QueryParam]
    public int? Limit { get; init; }
}

internal sealed class ProposePropertiesValidator : Validator<ProposePropertiesRequest>
{
    public ProposePropertiesValidator() => RuleFor(static r => r.Limit).GreaterThan(0).WithMessage("must be 1 or more");
}

/// <summary>The properties of a type, or of all.</summary>
internal sealed record ProposedPropertiesResponse(ReconciledType? Type, IReadOnlyList<NamedId> Properties);

internal sealed class ProposeProperties : Endpoint<ProposePropertiesRequest, ProposedPropertiesResponse>
{
    public override void Configure()
    {
        Get("properties");
        Group<ReconciliationGroup>();
        Policies(nameof(Permission.ReadPublished));
        Summary(static s =>
        {
            s.Summary = "Properties of a type";
            s.Description = "Those whose values `extend` gives; of all types, if `type` is left out or empty.";
        });
        Description(static d => d.Produces<ProposedPropertiesResponse>().AnswersNoResource(), clearDefaults: true);
    }

    public override Task HandleAsync(ProposePropertiesRequest request, CancellationToken ct) => Send.AnswerAsync(
        new ProposedPropertiesResponse(request.Type, [.. EntityReader.PropertiesOf(request.Type).Take(request.Limit ?? int.MaxValue)]));
}
