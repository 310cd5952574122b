using ClaimTracker.Api.Domain.Claims;

namespace ClaimTracker.Api.Features.Claims;

internal sealed class EditClaim : WriteEndpoint<PatchRequest<ClaimBody>, ClaimResponse>
{
    private const string JudgementSql = """
        select id, state, published_at is not null as was_published
        from verdicts
        where current_claim_id = @Id and state <> 'draft'
        order by published_at is null, id
        limit 1
        """;

    public override void Configure()
    {
        Patch("{id}");
        Group<ClaimsGroup>();
        Policies(nameof(Permission.Write));
        Summary(static s =>
        {
            s.Summary = "Edit a claim";
            s.Description =
                "A JSON Merge Patch: members that are left out stay, null clears. `text`, `claimants` and `claimDate` cannot change while "
                + "a verdict on the claim is in review or approved, or once one was published.";
        });
        Description(
            static d => d.Produces<ClaimResponse>().ProducesProblem(404).ProducesProblem(409).RequiresIfMatch(), clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, PatchRequest<ClaimBody> request)
    {
        await ClaimMerges.RequireAsync(change, request.Id);
        var current = (await ClaimReader.FindAsync(change, request.Id, change.Actor))!;
        change.RequireUnchanged(current);
        var edited = request.Patch.ApplyTo(current.ToBody(), ClaimBodyValidator.Instance);
        await EditAsync(change, request.Id, current.ToBody(), edited);
        return Reply.Resource((await ClaimReader.FindAsync(change, request.Id, change.Actor))!);
    }

    /// <summary>Replaces the part of a claim that clients write, with its event.</summary>
    /// <exception cref="ProblemException">409: a verdict was given on the words, or another claim has the new external id.</exception>
    public static async Task EditAsync(Change change, long id, ClaimBody current, ClaimBody edited)
    {
        await RefuseRewordingAsync(change, id, current, edited);
        await ClaimWriter.UpdateAsync(change, id, current, edited);
    }

    // These are shown beside the rating of a verdict: a change would make the verdict say something else.
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
                + (verdict.WasPublished
                    ? "was published: make another claim."
                    : $"is {verdict.State.ToWord().Replace('_', ' ')}: reject it first."),
                Subject.Verdict(verdict.Id).Address);
        }
    }

    private sealed record Judgement
    {
        public required long Id { get; init; }

        public required VerdictState State { get; init; }

        /// <summary>True if it is published, or was before it was superseded or retracted.</summary>
        public required bool WasPublished { get; init; }
    }
}
