using System.Text.Json;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Domain.Reviews;

namespace ClaimTracker.Api.Features.Reviews;

internal sealed record GetClaimReviewRequest
{
    /// <summary>The verdict.</summary>
    [RouteParam]
    public long Id { get; init; }

    /// <summary>Whether to answer what Google's guideline would reject, along with the ClaimReview.</summary>
    [QueryParam]
    public bool? Validate { get; init; }
}

/// <summary>A ClaimReview, and what Google's guideline says of it.</summary>
/// <param name="Valid">Whether it would be taken: no problem is an error.</param>
/// <param name="Problems">What would be rejected, and what could be better.</param>
/// <param name="ClaimReview">The ClaimReview in JSON-LD.</param>
internal sealed record ValidatedClaimReview(bool Valid, IReadOnlyList<ClaimReviewProblem> Problems, JsonObject ClaimReview);

internal sealed class GetClaimReview(Db db, ReviewPublisher publisher) : Endpoint<GetClaimReviewRequest>
{
    public override void Configure()
    {
        Get("{id}/claimreview");
        Group<VerdictsGroup>();
        Policies(nameof(Permission.ReadPublished));
        Summary(static s =>
        {
            s.Summary = "A verdict as ClaimReview";
            s.Description =
                "JSON-LD of schema.org for the page of the review. Its `@id` stays when the verdict is corrected; corrections and a "
                + "retraction stand in `correction`. With `validate=true` it comes along with what Google's guideline would reject.";
        });
        Description(
            static d => d.Produces<JsonObject>(200, ClaimReview.ContentType).Produces<ValidatedClaimReview>().ProducesProblem(404),
            clearDefaults: true);
    }

    public override async Task HandleAsync(GetClaimReviewRequest request, CancellationToken ct)
    {
        var review = (await db.ReadAsync(tx => ReviewReader.FindAsync(tx, request.Id, HttpContext.Actor()), ct))
            .OrNotFound(Subject.Verdict(request.Id));
        var address = publisher.AddressOf(HttpContext.Request, review.Path);
        var json = ClaimReview.Of(review, publisher, address);
        if (request.Validate == true)
        {
            var problems = ClaimReviewRules.Problems(review, publisher, address);
            await Send.ResourceAsync(
                new ValidatedClaimReview(problems.All(static problem => problem.Severity != ProblemSeverity.Error), problems, json));
        }
        else
        {
            await Send.ResourceAsync(JsonSerializer.SerializeToUtf8Bytes(json, ApiJson.Options), ClaimReview.ContentType);
        }
    }
}
