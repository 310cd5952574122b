namespace ClaimTracker.Api.Features.Reconciliation;

internal sealed record ReconcileRequest : IReadsItsBody;

internal sealed class Reconcile(ReconcileAnswers answers) : Endpoint<ReconcileRequest, object>
{
    private static readonly string[] ContentTypes = ["application/x-www-form-urlencoded"];

    public override void Configure()
    {
        Post("");
        Group<ReconciliationGroup>();
        Policies(nameof(Permission.ReadPublished));
        Summary(static s =>
        {
            s.Summary = "Reconcile names";
            s.Description =
                "A form with `queries`, a batch as JSON such as `{\"q0\":{\"query\":\"Harbor Museum\",\"type\":\"claimant\"}}`, is "
                + "answered with the candidates of each, best first; `match` is true where no look is needed. One with `extend`, such as "
                + "`{\"ids\":[\"claim-1\"],\"properties\":[{\"id\":\"rating\"}]}`, is answered with values. Types are claim, claimant and "
                + "source; the public finds claims with a published verdict and who made them.";
        });
        Description(
            static d => d.Produces<Dictionary<string, ReconcileResult>>().AnswersNoResource().Takes(ContentTypes).RunsHeavy(),
            clearDefaults: true);
    }

    public override async Task HandleAsync(ReconcileRequest request, CancellationToken ct)
    {
        if (RequestBody.IsMissing(HttpContext.Request))
        {
            throw Problem.Malformed("The body is missing: send a form with queries or extend.");
        }

        RequestBody.RequireType(HttpContext.Request, ContentTypes);
        var form = await FormAsync(ct);
        await Send.AnswerAsync(
            await answers.OfAsync(HttpContext, form["queries"], form["extend"], ct)
            ?? throw Problem.Invalid("queries", "is required when there is no extend"));
    }

    private async Task<IFormCollection> FormAsync(CancellationToken ct)
    {
        try
        {
            return await HttpContext.Request.ReadFormAsync(ct);
        }
        catch (InvalidDataException)
        {
            throw Problem.Malformed("The form has more members, or longer ones, than a batch needs.");
        }
    }
}
