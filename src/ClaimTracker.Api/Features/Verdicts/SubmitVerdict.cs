using ClaimTracker.Api.Domain.Judgements;

namespace ClaimTracker.Api.Features.Verdicts;

internal sealed class SubmitVerdict : WriteEndpoint<OneRequest, VerdictResponse>
{
    public override void Configure()
    {
        Post("{id}/submit");
        Group<VerdictsGroup>();
        Policies(nameof(Permission.EditDraft));
        Summary(static s =>
        {
            s.Summary = "Submit a draft for review";
            s.Description =
                "A submitted verdict cannot be edited, so that exactly what was submitted is approved. A verdict without evidence can be "
                + "submitted only if its rating needs none.";
        });
        Description(
            static d => d.Produces<VerdictResponse>().ProducesProblem(404).ProducesProblem(409).HonoursIfMatch(), clearDefaults: true);
    }

    public override Task<Reply> WriteAsync(Change change, OneRequest request) => MoveAsync(change, request);

    public static Task<Reply> MoveAsync(Change change, OneRequest request) => VerdictSubmission.SubmitAsync(change, request.Id);
}
