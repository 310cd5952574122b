using ClaimTracker.Api.Domain.Matching;

namespace ClaimTracker.Api.Features.Matches;

internal sealed record MatchTextRequest
{
    /// <summary>A claim, a sentence, a post.</summary>
    public string? Text { get; init; }

    /// <summary>The title that it stands under.</summary>
    public string? Title { get; init; }

    /// <summary>The most claims to find; 10, if left out.</summary>
    public int? Limit { get; init; }
}

internal sealed class MatchTextValidator : Validator<MatchTextRequest>
{
    public MatchTextValidator()
    {
        RuleFor(static r => r.Text).Required(Limits.Excerpt);
        RuleFor(static r => r.Title).Optional(Limits.Title);
        RuleFor(static r => r.Limit).InclusiveBetween(1, Limits.Matches).WithMessage($"must be from 1 to {Limits.Matches}");
    }
}

internal sealed class MatchText(MatchFinder finder, ReviewFinder reviews, EarlierSentences sentences)
    : Endpoint<MatchTextRequest, MatchesResponse>
{
    public override void Configure()
    {
        Post("");
        Group<MatchesGroup>();
        Policies(nameof(Permission.Read));
        Summary(static s =>
        {
            s.Summary = "Find earlier checks of a text";
            s.Description =
                "Claims that may say what the text says, best first. Links, handles and the signature of a post are no part of what it "
                + "says. `reviews` are those of other publishers that were imported, and `sentences` those of articles that have nearly "
                + "all of its words. Nothing is stored.";
        });
        Description(static d => d.Produces<MatchesResponse>().AnswersNoResource().RunsHeavy(), clearDefaults: true);
    }

    public override async Task HandleAsync(MatchTextRequest request, CancellationToken ct)
    {
        var asked = new AskedText(request.Text!, request.Title, request.Limit ?? ListMatches.UsualLimit);
        await Send.AnswerAsync(new MatchesResponse(
            (await finder.FindAsync(HttpContext.Actor(), [asked], ct))[0],
            (await reviews.FindAsync([asked], ct))[0],
            (await sentences.FindAsync([asked.Text], article: null, claim: null, ct))[0]));
    }
}
