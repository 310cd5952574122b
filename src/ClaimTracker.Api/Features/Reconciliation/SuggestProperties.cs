namespace ClaimTracker.Api.Features.Reconciliation;

internal sealed class SuggestProperties : Endpoint<SuggestRequest, SuggestionsResponse>
{
    public override void Configure()
    {
        Get("suggest/property");
        Group<ReconciliationGroup>();
        Policies(nameof(Permission.ReadPublished));
        Summary(static s =>
        {
            s.Summary = "Complete a property";
            s.Description = "Properties for `prefix`, as the Reconciliation Service API 0.2 has it.";
        });
        Description(static d => d.Produces<SuggestionsResponse>().AnswersNoResource(), clearDefaults: true);
    }

    public override Task HandleAsync(SuggestRequest request, CancellationToken ct) =>
        Send.AnswerAsync(SuggestionsResponse.Of(EntityReader.PropertiesOf(request.Wanted), request.Prefix!));
}
