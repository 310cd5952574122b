namespace ClaimTracker.Api.Features.Reconciliation;

internal sealed class SuggestTypes : Endpoint<SuggestRequest, SuggestionsResponse>
{
    public override void Configure()
    {
        Get("suggest/type");
        Group<ReconciliationGroup>();
        Policies(nameof(Permission.ReadPublished));
        Summary(static s =>
        {
            s.Summary = "Complete a type";
            s.Description = "Types for `prefix`, as the Reconciliation Service API 0.2 has it.";
        });
        Description(static d => d.Produces<SuggestionsResponse>().AnswersNoResource(), clearDefaults: true);
    }

    public override Task HandleAsync(SuggestRequest request, CancellationToken ct) =>
        Send.AnswerAsync(SuggestionsResponse.Of(NamedId.Types, request.Prefix!));
}
