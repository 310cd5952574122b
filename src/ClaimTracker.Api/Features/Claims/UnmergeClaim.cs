using ClaimTracker.Api.Domain.Claims;
using ClaimTracker.Api.Domain.Judgements;

namespace ClaimTracker.Api.Features.Claims;

internal sealed record UnmergeClaimRequest
{
    /// <summary>The claim that was merged into another.</summary>
    [RouteParam]
    public long Id { get; init; }

    /// <summary>The reason, which the history keeps.</summary>
    public string? Reason { get; init; }
}

internal sealed class UnmergeClaimValidator : Validator<UnmergeClaimRequest>
{
    public UnmergeClaimValidator() => RuleFor(static r => r.Reason).Required(Limits.Reason);
}

internal sealed class UnmergeClaim : WriteEndpoint<UnmergeClaimRequest, ClaimResponse>
{
    private const string MergeSql = "select id, into_id, merged_at, moved from claim_merges where claim_id = @id";

    // Of several merges into one claim the last goes first: only then is what both claims had where it was.
    private const string LaterSql = """
        select claim_id
        from claim_merges
        where (into_id = @IntoId and id > @Id) or claim_id = @IntoId
        order by id desc
        limit 1
        """;

    private const string JudgedSql = "select claim_id from verdicts where id = @house";
    private const string PublishedSql = "select id from verdicts where id = @House and state = 'published'";
    private const string DeleteSql = "delete from claim_merges where claim_id = @Id";

    public override void Configure()
    {
        Post("{id}/unmerge");
        Group<ClaimsGroup>();
        Policies(nameof(Permission.Publish));
        Summary(static s =>
        {
            s.Summary = "Undo a merge";
            s.Description =
                "Everything that came over from the claim goes back, as it is now; what the other claim got since stays there. Of several "
                + "merges into one claim the last is undone first. Answers with the claim.";
        });
        Description(static d => d.Produces<ClaimResponse>().ProducesProblem(404).ProducesProblem(409), clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, UnmergeClaimRequest request)
    {
        var merge = await FindAsync(change, request.Id);
        var (id, into, moved) = (request.Id, merge.IntoId, merge.Moved);
        var house = await HouseVerdict.FindAsync(change, into);
        var leaves = house is not null && moved.Merged.Prepend(id).Contains(await change.SingleAsync<long>(JudgedSql, new { house }));
        await change.ExecuteAsync(DeleteSql, request);
        await TakeWordsAsync(change, into, moved);
        var touched = await PartsBack.MoveAsync(change, id, into, merge.MergedAt, moved);
        if (leaves)
        {
            await HouseVerdict.SetAsync(change, into, before: null, after: await HouseVerdict.NewestAsync(change, into));
        }
        else
        {
            var own = await change.FirstAsync<long?>(PublishedSql, moved) ?? await HouseVerdict.NewestAsync(change, id);
            await HouseVerdict.SetAsync(change, id, before: null, after: own);
        }

        await change.RecordAsync(
            EventKind.ClaimUnmerged, Subject.Claim(id), new { into }, new { request.Reason }, touched);
        await change.RecordAsync(
            EventKind.ClaimUnmerged, Subject.Claim(into), new { merged = id }, new { request.Reason });
        return Reply.ResourceAt(Subject.Claim(id).Address, (await ClaimReader.FindAsync(change, id, change.Actor))!);
    }

    private static async Task<MergeRow> FindAsync(Change change, long id)
    {
        if (await ClaimMerges.CurrentAsync(change, id) is null)
        {
            throw Subject.Claim(id).ToNotFound();
        }

        var merge = await change.FirstAsync<MergeRow>(MergeSql, new { id })
            ?? throw Problem.Conflict($"Claim {id} was not merged: there is nothing to undo.", Subject.Claim(id).Address);
        return await change.FirstAsync<long?>(LaterSql, merge) is { } later
            ? throw Problem.Conflict($"Claim {later} was merged after it: undo that first.", Subject.Claim(later).Address)
            : merge;
    }

    private static async Task TakeWordsAsync(Change change, long into, MovedParts moved)
    {
        var before = (await ClaimReader.FindAsync(change, into, change.Actor))!.ToBody();
        var after = before with
        {
            Tags = [.. before.Tags!.ExceptBy(moved.Tags.Select(TextKey.Of), TextKey.Of, StringComparer.Ordinal)],
            Appearances = [.. before.Appearances!.Except(moved.Appearances)],
        };
        if ((after.Tags.Count, after.Appearances.Count) != (before.Tags!.Count, before.Appearances!.Count))
        {
            await ClaimWriter.UpdateAsync(change, into, before, after);
        }
    }

    private sealed record MergeRow
    {
        public required long Id { get; init; }

        public required long IntoId { get; init; }

        public required DateTimeOffset MergedAt { get; init; }

        public required MovedParts Moved { get; init; }
    }
}
