using ClaimTracker.Api.Domain.Claims;
using ClaimTracker.Api.Domain.Judgements;
using ClaimTracker.Api.Domain.Matching;

namespace ClaimTracker.Api.Features.Claims;

internal sealed record CreateClaimRequest : ClaimBody
{
    /// <summary>true: `matches` of the answer are earlier claims that may say the same.</summary>
    [QueryParam]
    public bool? Match { get; init; }

    /// <summary>Sentences that assert it.</summary>
    public IReadOnlyList<long>? SentenceIds { get; init; }

    /// <summary>Sentences with their part in it, or with the words that make it.</summary>
    public IReadOnlyList<SentenceOfClaim>? Sentences { get; init; }

    public IReadOnlyList<EvidenceOfClaim>? Evidence { get; init; }

    /// <summary>A draft that rests on the evidence, unless `evidenceIds` names some.</summary>
    public VerdictOfClaim? Verdict { get; init; }
}

internal sealed class CreateClaimValidator : Validator<CreateClaimRequest>
{
    public static readonly CreateClaimValidator Instance = new();

    public CreateClaimValidator()
    {
        Include(ClaimBodyValidator.Instance);
        RuleFor(static c => c.SentenceIds).AtMost(Limits.SentencesOfClaim);
        RuleFor(static c => c.SentenceIds)
            .Must(static ids => ids is null || ids.Distinct().Count() == ids.Count)
            .WithMessage("must name each sentence once");
        RuleFor(static c => c.Sentences).AtMost(Limits.SentencesOfClaim);
        RuleForEach(static c => c.Sentences).NotNull().SetValidator(SentenceOfClaimValidator.Instance);
        RuleFor(static c => c.Sentences)
            .Must(static (claim, _) => Ids(claim).Distinct().Count() == Ids(claim).Count())
            .When(static c => c.Sentences is not null && c.Sentences.All(static s => s is not null))
            .WithMessage("must name each sentence once, and none that sentenceIds names");
        RuleFor(static c => c.Evidence).AtMost(Limits.EvidenceOfNewClaim);
        RuleForEach(static c => c.Evidence).NotNull().SetValidator(EvidenceOfClaimValidator.Instance);
        RuleFor(static c => c.Verdict!).SetValidator(VerdictBodyValidator.Instance).When(static c => c.Verdict is not null);
    }

    private static IEnumerable<long?> Ids(CreateClaimRequest claim) =>
        (claim.SentenceIds ?? []).Select(static id => (long?)id).Concat(claim.Sentences!.Select(static s => s.SentenceId));
}

internal sealed class CreateClaim : WriteEndpoint<CreateClaimRequest, NewClaimResponse>
{
    public override void Configure()
    {
        Post("");
        Group<ClaimsGroup>();
        Policies(nameof(Permission.Write));
        Summary(static s =>
        {
            s.Summary = "Create a claim";
            s.Description =
                "It is linked to the sentences that `sentenceIds` or `sentences` name, and can bring its evidence and a draft of its "
                + "verdict: all are stored together or not at all. Language, date and claimant are those of the article of the first "
                + "sentence if none are given; its author is the claimant only of what the sentence asserts.";
        });
        Description(static d => d.Produces<NewClaimResponse>(201).ProducesProblem(409), clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, CreateClaimRequest request)
    {
        var id = (await ClaimWithParts.InsertAsync(change, request)).Id;
        return Reply.Created(Subject.Claim(id).Address, (await ClaimReader.FindAsync(change, id, change.Actor))!);
    }
    // Many claims come in at a time where nobody looks at the answers: so only who asks waits for it.
    protected override Task<Reply> CompleteAsync(CreateClaimRequest request, Reply reply, CancellationToken cancellation) =>
        request.Match == true
            ? Resolve<EarlierChecks>().AddToAsync(reply, HttpContext.Actor(), request.Text!, request.Headline, cancellation)
            : Task.FromResult(reply);
}
