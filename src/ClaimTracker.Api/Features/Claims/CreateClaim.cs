using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Api.Platform.Problems;
using ClaimTracker.Api.Platform.Records;
using ClaimTracker.Data;
using FastEndpoints;
using FluentValidation;

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

internal sealed class CreateClaim(Writes writes) : Endpoint<CreateClaimRequest, ClaimResponse>
{
    private const string ExistingSentencesSql = "select id from sentences where id in @ids";

    public override void Configure()
    {
        Post("/claims");
        Group<ClaimsGroup>();
        Description(static d => d
            .For(Permission.Write)
            .Says("Create a claim", "It is linked to the sentences that `sentenceIds` names.")
            .Creates<ClaimResponse>().Refuses(409));
    }

    public override async Task HandleAsync(CreateClaimRequest request, CancellationToken ct)
    {
        await writes.RunAsync(HttpContext, async (tx, actor) =>
        {
            var id = await InsertAsync(tx, actor.Name, request);
            return Reply.Created(ClaimsGroup.Address + id, (await ClaimLoader.FindAsync(tx, id, actor))!);
        });
    }

    /// <summary>Adds the claim and its links. What it refuses it refuses before it writes anything.</summary>
    public static async Task<long> InsertAsync(WriteTx tx, string actor, CreateClaimRequest request)
    {
        var sentences = request.SentenceIds ?? [];
        var known = await tx.ListAsync<long>(ExistingSentencesSql, new { ids = sentences.ToArray() });
        if (sentences.Except(known).ToList() is { Count: > 0 } missing)
        {
            throw Problem.Invalid("sentenceIds", $"must name sentences that exist; there is no sentence {string.Join(", ", missing)}");
        }

        var id = await ClaimRecord.InsertAsync(tx, actor, request);
        foreach (var sentence in sentences)
        {
            await SentenceLinks.WriteAsync(tx, actor, new SentenceLink { SentenceId = sentence, ClaimId = id }, new SentencePlace());
        }

        return id;
    }
}
