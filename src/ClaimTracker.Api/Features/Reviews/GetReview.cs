using System.Buffers;
using ClaimTracker.Api.Domain.Reviews;

namespace ClaimTracker.Api.Features.Reviews;

internal sealed class GetReview(Db db, ReviewPublisher publisher) : Endpoint<OneRequest>
{
    public override void Configure()
    {
        Get("{id}");
        Group<ReviewsGroup>();
        Policies(nameof(Permission.ReadPublished));
        Summary(static s =>
        {
            s.Summary = "The public page of a review";
            s.Description =
                "HTML with the newest published version, its corrections, its evidence and its ClaimReview. The id is that of the first "
                + "verdict in a line of corrections; that of a later one leads there (308). It is at /reviews/{id} too, which is its "
                + "public address. `Embeds:Origins` names the sites that may show it in a frame.";
        });
        Description(static d => d.Produces<string>(200, "text/html").MovesOn().ProducesProblem(404), clearDefaults: true);
    }

    public override async Task HandleAsync(OneRequest request, CancellationToken ct)
    {
        var review = await db.ReadAsync(tx => ReviewReader.FindNewestAsync(tx, request.Id, HttpContext.Actor()), ct);
        if (review is null || review.IsDraft)
        {
            throw Subject.Verdict(request.Id).ToNotFound();
        }

        if (review.Id != request.Id)
        {
            throw new MovedException("/api/v1" + review.Path);
        }

        HttpContext.Response.Headers.ContentSecurityPolicy = ReviewPage.Policy(publisher.Frames);
        var page = new ArrayBufferWriter<byte>();
        ReviewPage.Write(page, review, publisher, path => publisher.AddressOf(HttpContext.Request, path));
        await Send.ResourceAsync(page.WrittenSpan.ToArray(), "text/html; charset=utf-8");
    }
}
