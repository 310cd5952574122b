using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.Json;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Api.Platform.Problems;
using ClaimTracker.Api.Platform.Records;
using ClaimTracker.Data;
using FastEndpoints;

namespace ClaimTracker.Api.Features.Claims;

internal sealed record EditClaimRequest
{
    [RouteParam]
    public long Id { get; init; }

    [FromBody]
    public MergePatch<ClaimBody> Patch { get; init; } = null!;
}

internal sealed class EditClaim(Writes writes) : Endpoint<EditClaimRequest, ClaimResponse>
{
    private const string JudgementSql = """
        select id, state, published_at is not null as was_published
        from verdicts
        where claim_id = @Id and state <> 'draft'
        order by published_at is null, id
        limit 1
        """;

    public override void Configure()
    {
        Patch("/claims/{id}");
        Group<ClaimsGroup>();
        Description(static d => d
            .For(Permission.Write)
            .Says(
                "Edit a claim",
                "A JSON Merge Patch: what is left out stays, null clears. `text`, `claimants` and `claimDate` stay as they are while a verdict on it is in review or approved, and once one was published.")
            .Gives<ClaimResponse>().Edits().Refuses(404, 409));
    }

    public override async Task HandleAsync(EditClaimRequest request, CancellationToken ct)
    {
        await writes.RunAsync(HttpContext, async (tx, actor) =>
        {
            var current = (await ClaimLoader.FindAsync(tx, request.Id, actor)).OrNotFound("claim", request.Id);
            ETags.CheckIfMatch(HttpContext, current);
            var edited = request.Patch.ApplyTo(current.ToBody(), ClaimBodyValidator.Instance);
            await RefuseRewordingAsync(tx, request.Id, current.ToBody(), edited);
            await ClaimRecord.UpdateAsync(tx, actor.Name, request.Id, current.ToBody(), edited);
            return Reply.Resource((await ClaimLoader.FindAsync(tx, request.Id, actor))!);
        });
    }

    // These stand beside the rating wherever a verdict is shown: changed under it, they would make it say something else.
    private static IEnumerable<string> Reworded(ClaimBody before, ClaimBody after)
    {
        if (after.Text != before.Text)
        {
            yield return "text";
        }

        if (!(after.Claimants ?? []).SequenceEqual(before.Claimants ?? []))
        {
            yield return "claimants";
        }

        if (after.ClaimDate != before.ClaimDate)
        {
            yield return "claimDate";
        }
    }

    private static async Task RefuseRewordingAsync(WriteTx tx, long id, ClaimBody before, ClaimBody after)
    {
        var reworded = string.Join(", ", Reworded(before, after));
        if (reworded.Length > 0 && await tx.FirstAsync<Judgement>(JudgementSql, new { Id = id }) is { } verdict)
        {
            throw Problem.Conflict(
                $"{reworded} cannot change under verdict {verdict.Id}, which "
                + (verdict.WasPublished ? "was published: make another claim." : $"is {verdict.State}: reject it first."),
                $"/api/v1/verdicts/{verdict.Id}");
        }
    }

    private sealed record Judgement
    {
        public long Id { get; init; }

        public string State { get; init; } = "";

        /// <summary>It may be superseded or retracted by now.</summary>
        public bool WasPublished { get; init; }
    }
}
