using ClaimTracker.Api.Domain.ImportedReviews;

namespace ClaimTracker.Api.Features.ImportedReviews;

internal sealed class GetImportedReview : ReadEndpoint<OneRequest, MarkedReviewResponse>
{
    public override void Configure()
    {
        Get("{id}");
        Group<ImportedReviewsGroup>();
        Policies(nameof(Permission.Read));
        Summary(static s =>
        {
            s.Summary = "Get an imported review";
            s.Description = "With its markup, as it came in.";
        });
        Description(static d => d.Produces<MarkedReviewResponse>().ProducesProblem(404), clearDefaults: true);
    }

    protected override bool IsOneQuery => true;

    public override async Task<MarkedReviewResponse> ReadAsync(ReadTx tx, Actor actor, OneRequest request) =>
        (await ImportedReviewReader.FindAsync(tx, request.Id)).OrNotFound(Subject.ImportedReview(request.Id));
}
