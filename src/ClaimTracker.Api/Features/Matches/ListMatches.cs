using ClaimTracker.Api.Domain.Claims;
using ClaimTracker.Api.Domain.Matching;

namespace ClaimTracker.Api.Features.Matches;

internal sealed record ListMatchesRequest
{
    /// <summary>The claim.</summary>
    [RouteParam]
    public long Id { get; init; }

    /// <summary>The most claims to find; 10, if left out.</summary>
    [QueryParam]
    public int? Limit { get; init; }
}

internal sealed class ListMatchesValidator : Validator<ListMatchesRequest>
{
    public ListMatchesValidator() => RuleFor(static r => r.Limit)
        .InclusiveBetween(1, Limits.Matches).WithMessage($"must be from 1 to {Limits.Matches}");
}

internal sealed class ListMatches(Db db, MatchFinder finder, ReviewFinder reviews, EarlierSentences sentences)
    : Endpoint<ListMatchesRequest, MatchesResponse>
{
    public const int UsualLimit = 10;

    private const string ClaimSql = "select text, headline from claims where id = @Id and status is not null";

    public override void Configure()
    {
        Get("{id}/matches");
        Group<ClaimsGroup>();
        Policies(nameof(Permission.Read));
        Summary(static s =>
        {
            s.Summary = "Claims that may say the same";
            s.Description =
                "Best first. A claim that was rejected as a match, from either side, is not suggested again. A suggestion hands on no "
                + "verdict: read the other claim, and confirm or reject the match. `reviews` are those of other publishers that were "
                + "imported, and `sentences` those that have nearly all words of the claim, in articles that the claim is not linked to.";
        });
        Description(
            static d => d.Produces<MatchesResponse>().AnswersNoResource().MovesOn().ProducesProblem(404).RunsHeavy(), clearDefaults: true);
    }

    public override async Task HandleAsync(ListMatchesRequest request, CancellationToken ct)
    {
        var (claim, decided) = await db.ReadAsync(
            async tx => (
                await tx.FirstAsync<(string Text, string? Headline)?>(ClaimSql, new { request.Id })
                    ?? throw await ClaimMerges.ElsewhereAsync(tx, request.Id),
                await DecisionReader.ReadAsync(tx, request.Id)),
            ct);
        var asked = new AskedText(claim.Text, claim.Headline, request.Limit ?? UsualLimit)
        {
            Claim = request.Id,
            Decided = decided.ToDictionary(static match => match.ClaimId, static match => match.State),
        };
        await Send.AnswerAsync(new MatchesResponse(
            (await finder.FindAsync(HttpContext.Actor(), [asked], ct))[0],
            (await reviews.FindAsync([asked], ct))[0],
            (await sentences.FindAsync([asked.Text], article: null, request.Id, ct))[0]));
    }
}
