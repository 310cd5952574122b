using ClaimTracker.Api.Domain.Sentences;
using ClaimTracker.Api.Domain.Claims;

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

internal sealed class CreateClaimOfSentence : WriteEndpoint<CreateClaimOfSentenceRequest, ClaimResponse>
{
    public override void Configure()
    {
        Post("{id}/claims");
        Group<SentencesGroup>();
        Policies(nameof(Permission.Write));
        Summary(static s =>
        {
            s.Summary = "Create a claim from a sentence";
            s.Description = "The claim is linked to the whole sentence, or to a span of it.";
        });
        Description(static d => d.Produces<ClaimResponse>(201).ProducesProblem(404).ProducesProblem(409), clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, CreateClaimOfSentenceRequest request)
    {
        var place = await SentenceLinks.PlaceAsync(change, request.Id);
        place.CheckSpan(request.SpanStart, request.SpanEnd);
        var id = await ClaimWriter.InsertAsync(change, request);
        var link = new SentenceLink
        {
            SentenceId = request.Id,
            ClaimId = id,
            Role = request.Role ?? SentenceRole.Asserts,
            SpanStart = request.SpanStart,
            SpanEnd = request.SpanEnd,
        };
        await SentenceLinks.WriteAsync(change, link, place);
        var claim = (await ClaimReader.FindAsync(change, id, change.Actor))!;
        return Reply.Created(Subject.Claim(claim.Id).Address, claim);
    }
}
