using ClaimTracker.Api.Domain.Claims;
using ClaimTracker.Api.Domain.Sentences;

namespace ClaimTracker.Api.Features.Claims;

internal sealed record CreateClaimRequest : ClaimBody
{
    /// <summary>Sentences that assert it.</summary>
    public IReadOnlyList<long>? SentenceIds { get; init; }
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
    }
}

internal sealed class CreateClaim : WriteEndpoint<CreateClaimRequest, ClaimResponse>
{
    private const string ExistingSentencesSql = "select id from sentences where id in @ids";

    public override void Configure()
    {
        Post("");
        Group<ClaimsGroup>();
        Policies(nameof(Permission.Write));
        Summary(static s =>
        {
            s.Summary = "Create a claim";
            s.Description = "It is linked to the sentences that `sentenceIds` names.";
        });
        Description(static d => d.Produces<ClaimResponse>(201).ProducesProblem(409), clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, CreateClaimRequest request)
    {
        var id = await InsertAsync(change, request);
        return Reply.Created(Subject.Claim(id).Address, (await ClaimReader.FindAsync(change, id, change.Actor))!);
    }

    /// <summary>Adds the claim and its links. A refusal comes before anything is written.</summary>
    /// <exception cref="ProblemException">400: a sentence does not exist. 409: another claim has its external id.</exception>
    public static async Task<long> InsertAsync(Change change, CreateClaimRequest request)
    {
        var sentences = request.SentenceIds ?? [];
        var known = await change.ListAsync<long>(ExistingSentencesSql, new { ids = sentences.ToArray() });
        if (sentences.Except(known).ToList() is { Count: > 0 } missing)
        {
            throw Problem.Invalid("sentenceIds", $"must name sentences that exist; there is no sentence {string.Join(", ", missing)}");
        }

        var id = await ClaimWriter.InsertAsync(change, request);
        foreach (var sentence in sentences)
        {
            await SentenceLinkWriter.WriteAsync(change, SentenceLink.Of(sentence, id));
        }

        return id;
    }
}
