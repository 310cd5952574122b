using ClaimTracker.Api.Domain.Reviews;

namespace ClaimTracker.Api.Features.Reconciliation;

internal sealed record DescribeReconciliationRequest
{
    /// <summary>A batch of queries, as JSON: <c>{"q0":{"query":"Harbor Museum","type":"claimant","limit":3}}</c>.</summary>
    [QueryParam]
    public string? Queries { get; init; }

    /// <summary>Values that are wanted of entities, as JSON: <c>{"ids":["claim-1"],"properties":[{"id":"rating"}]}</c>.</summary>
    [QueryParam]
    public string? Extend { get; init; }
}

internal sealed class DescribeReconciliationValidator : Validator<DescribeReconciliationRequest>
{
    public DescribeReconciliationValidator()
    {
        RuleFor(static r => r.Queries).Optional(Limits.Excerpt);
        RuleFor(static r => r.Extend).Optional(Limits.Excerpt);
    }
}

internal sealed class DescribeReconciliation(ReconcileAnswers answers, ReviewPublisher publisher)
    : Endpoint<DescribeReconciliationRequest, ReconciliationManifest>
{
    private const int PreviewWidth = 420;
    private const int PreviewHeight = 240;

    public override void Configure()
    {
        Get("");
        Group<ReconciliationGroup>();
        Policies(nameof(Permission.ReadPublished));
        Summary(static s =>
        {
            s.Summary = "The reconciliation service";
            s.Description =
                "The manifest of a service of the Reconciliation Service API 0.2, by which OpenRefine finds the claims, claimants and "
                + "sources that names in a table stand for: add its address, which is /reconcile too, there. With `queries` or `extend` it "
                + "answers those, as the POST does.";
        });
        Description(static d => d.Produces<ReconciliationManifest>().AnswersNoResource().RunsHeavy(), clearDefaults: true);
    }

    public override async Task HandleAsync(DescribeReconciliationRequest request, CancellationToken ct) => await Send.AnswerAsync(
        await answers.OfAsync(HttpContext, request.Queries, request.Extend, ct) ?? Manifest());

    private ReconciliationManifest Manifest()
    {
        var (address, schema) = (publisher.AddressOf(HttpContext.Request, "/reconcile"), publisher.AddressOf(HttpContext.Request, "/help"));
        var preview = address + "/preview?id={{id}}";
        return new ReconciliationManifest
        {
            Versions = ["0.2"],
            Name = publisher.ShownName,
            IdentifierSpace = address + "#",
            SchemaSpace = schema,
            DefaultTypes = NamedId.Types,
            View = new AddressTemplate(preview),
            Preview = new PreviewTemplate(preview, PreviewWidth, PreviewHeight),
            Suggest = new SuggestServices(
                new ServiceAddress(address, "/suggest/entity"),
                new ServiceAddress(address, "/suggest/type"),
                new ServiceAddress(address, "/suggest/property")),
            Extend = new ExtendService(new ServiceAddress(address, "/properties"), []),
        };
    }
}
