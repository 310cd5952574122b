using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Api.Platform.Records;
using FastEndpoints;

namespace ClaimTracker.Api.Features.Claims;

internal sealed record CreateClaimOfSentenceRequest : ClaimBody
{
    /// <summary>The sentence.</summary>
    [RouteParam]
    public long Id { get; init; }

    /// <summary>What the sentence does with the claim; asserts, if left out.</summary>
    public SentenceRole? Role { get; init; }

    /// <summary>First code point of the span that makes the claim, in the text of the article.</summary>
    public int? SpanStart { get; init; }

    /// <summary>End of that span, exclusive.</summary>
    public int? SpanEnd { get; init; }
}

internal sealed class CreateClaimOfSentenceValidator : Validator<CreateClaimOfSentenceRequest>
{
    public CreateClaimOfSentenceValidator() => Include(ClaimBodyValidator.Instance);
}

internal sealed class CreateClaimOfSentence(Writes writes) : Endpoint<CreateClaimOfSentenceRequest, ClaimResponse>
{
    public override void Configure()
    {
        Post("/sentences/{id}/claims");
        Group<ClaimsGroup>();
        Description(static d => d
            .For(Permission.Write)
            .Says("Create a claim from a sentence", "The claim is linked to the whole sentence, or to a span of it.")
            .Creates<ClaimResponse>().Refuses(404, 409));
    }

    public override async Task HandleAsync(CreateClaimOfSentenceRequest request, CancellationToken ct)
    {
        await writes.RunAsync(HttpContext, async (tx, actor) =>
        {
            var place = await SentenceLinks.PlaceAsync(tx, request.Id);
            place.CheckSpan(request.SpanStart, request.SpanEnd);
            var id = await ClaimRecord.InsertAsync(tx, actor.Name, request);
            var link = new SentenceLink
            {
                SentenceId = request.Id,
                ClaimId = id,
                Role = request.Role ?? SentenceRole.Asserts,
                SpanStart = request.SpanStart,
                SpanEnd = request.SpanEnd,
            };
            await SentenceLinks.WriteAsync(tx, actor.Name, link, place);
            var claim = (await ClaimLoader.FindAsync(tx, id, actor))!;
            return Reply.Created(ClaimsGroup.Address + claim.Id, claim);
        });
    }
}
