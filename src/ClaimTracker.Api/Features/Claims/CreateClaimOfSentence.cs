using ClaimTracker.Api.Domain.Claims;
using ClaimTracker.Api.Domain.Hints;
using ClaimTracker.Api.Domain.Matching;
using ClaimTracker.Api.Domain.Sentences;

namespace ClaimTracker.Api.Features.Claims;

internal sealed record CreateClaimOfSentenceRequest : ClaimBody
{
    /// <summary>The sentence.</summary>
    [RouteParam]
    public long Id { get; init; }

    /// <summary>The sentence's part: it asserts (the default), repeats or denies the claim.</summary>
    public SentenceRole? Role { get; init; }

    /// <summary>The words that make the claim, as they are in the sentence; instead of `spanStart` and `spanEnd`.</summary>
    public string? Span { get; init; }

    /// <summary>First code point of those words, in the text of the article.</summary>
    public int? SpanStart { get; init; }

    /// <summary>End of those words, exclusive.</summary>
    public int? SpanEnd { get; init; }
}

internal sealed class CreateClaimOfSentenceValidator : Validator<CreateClaimOfSentenceRequest>
{
    public CreateClaimOfSentenceValidator()
    {
        Include(ClaimBodyValidator.Instance);
        RuleFor(static r => r.Span).WordsOrNumbers(static r => r.SpanStart ?? r.SpanEnd);
    }
}

internal sealed class CreateClaimOfSentence : WriteEndpoint<CreateClaimOfSentenceRequest, NewClaimResponse>
{
    public override void Configure()
    {
        Post("{id}/claims");
        Group<SentencesGroup>();
        Policies(nameof(Permission.Write));
        Summary(static s =>
        {
            s.Summary = "Create a claim from a sentence";
            s.Description =
                "The claim is linked to the whole sentence, or to a span of it. `matches` are earlier claims that may say the same, and "
                + "`hints` name the speakers, dates and numbers of the sentence.";
        });
        Description(static d => d.Produces<NewClaimResponse>(201).ProducesProblem(404).ProducesProblem(409), clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, CreateClaimOfSentenceRequest request)
    {
        var place = await SentencePlace.RequireAsync(change, request.Id);
        var (start, end) = await place.SpanAsync(change, request.Id, request.Span, request.SpanStart, request.SpanEnd);
        var claim = await ClaimOrigin.FillAsync(change, request, request.Id, request.Role ?? SentenceRole.Asserts);
        var id = await ClaimWriter.InsertAsync(change, claim);
        var link = SentenceLink.Of(request.Id, id, request.Role, start, end);
        await SentenceLinkWriter.WriteAsync(change, link, place);
        return Reply.Created(Subject.Claim(id).Address, (await ClaimReader.FindAsync(change, id, change.Actor))!);
    }

    protected override async Task<Reply> CompleteAsync(
        CreateClaimOfSentenceRequest request, Reply reply, CancellationToken cancellation) =>
        await Resolve<SentenceHints>().AddToAsync(
            await Resolve<EarlierChecks>().AddToAsync(reply, HttpContext.Actor(), request.Text!, request.Headline, cancellation),
            request.Id,
            cancellation);
}
