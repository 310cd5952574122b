using ClaimTracker.Api.Domain.Claims;
using ClaimTracker.Api.Domain.Judgements;

namespace ClaimTracker.Api.Features.Claims;

internal sealed record MergeClaimRequest
{
    /// <summary>The claim that becomes one with the other.</summary>
    [RouteParam]
    public long Id { get; init; }

    /// <summary>The claim that stays.</summary>
    public long? Into { get; init; }

    /// <summary>The reason, which the history keeps.</summary>
    public string? Reason { get; init; }
}

internal sealed class MergeClaimValidator : Validator<MergeClaimRequest>
{
    public MergeClaimValidator()
    {
        RuleFor(static r => r.Into).Present();
        RuleFor(static r => r.Reason).Required(Limits.Reason);
    }
}

internal sealed class MergeClaim : WriteEndpoint<MergeClaimRequest, ClaimResponse>
{
    private const string RatingSql = """
        select r.id, r.name
        from verdicts v
        join ratings r on r.id = v.rating_id
        where v.id = @house
        """;

    private const string InsertSql = """
        insert into claim_merges (claim_id, into_id, successor_id, reason, moved, merged_by, merged_at)
        values (@Id, @Into, @Into, @Reason, @moved, @Name, @Now)
        """;

    public override void Configure()
    {
        Post("{id}/merge");
        Group<ClaimsGroup>();
        Policies(nameof(Permission.Publish));
        Summary(static s =>
        {
            s.Summary = "Merge a claim into another";
            s.Description =
                "Its sentences, evidence, comments, tags, appearances, relations and places on lists go over; where both have the same, "
                + "that of `into` stays. Verdicts stay with the words that they judged, and count for `into` from now on. The old address "
                + "answers 308. Answers with `into`.";
        });
        Description(
            static d => d.Produces<ClaimResponse>().ProducesProblem(404).ProducesProblem(409).HonoursIfMatch(), clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, MergeClaimRequest request)
    {
        await ClaimMerges.RequireAsync(change, request.Id);
        var claim = (await ClaimReader.FindAsync(change, request.Id, change.Actor))!;
        change.RequireUnchangedIfAsked(claim, Subject.Claim(request.Id));
        var into = await MergeRules.FindIntoAsync(change, request.Id, request.Into!.Value);
        await MergeRules.RefuseWaitingAsync(change, claim.Id, into.Id);
        var house = await SettleHouseAsync(change, claim.Id, into.Id);
        var (tags, appearances) = await AddWordsAsync(change, claim, into);
        var (moved, touched) = await PartsOver.MoveAsync(change, claim.Id, into.Id);
        await MergeRules.RefuseTooMuchAsync(change, into.Id);
        moved = moved with { Tags = tags, Appearances = appearances, House = house };
        await change.ExecuteAsync(InsertSql, new { request.Id, request.Into, request.Reason, moved, change.Actor.Name, change.Now });
        await change.RecordAsync(
            EventKind.ClaimMerged, Subject.Claim(claim.Id), before: null, after: new { into = into.Id, request.Reason, moved }, touched);
        await change.RecordAsync(
            EventKind.ClaimMerged, Subject.Claim(into.Id), before: null, after: new { merged = claim.Id, request.Reason });
        return Reply.ResourceAt(Subject.Claim(into.Id).Address, (await ClaimReader.FindAsync(change, into.Id, change.Actor))!);
    }

    // One verdict speaks for the desk: that of the claim that stays, if it has one.
    private static async Task<long?> SettleHouseAsync(Change change, long id, long into)
    {
        if (await HouseVerdict.FindAsync(change, id) is not { } house || await HouseVerdict.FindAsync(change, into) is not { } other)
        {
            return null;
        }

        var (own, theirs) = (await RatingAsync(change, house), await RatingAsync(change, other));
        if (own.Id != theirs.Id)
        {
            throw Problem.Conflict(
                $"The house verdicts of the claims differ: verdict {house} rates claim {id} as {own.Name}, verdict {other} rates claim "
                + $"{into} as {theirs.Name}. Correct or retract one of them first.",
                Subject.Verdict(other).Address);
        }

        await HouseVerdict.SetAsync(change, id, house, after: null);
        return house;
    }

    private static Task<(long Id, string Name)> RatingAsync(Change change, long house) =>
        change.SingleAsync<(long Id, string Name)>(RatingSql, new { house });

    private static async Task<(IReadOnlyList<string> Tags, IReadOnlyList<Appearance> Appearances)> AddWordsAsync(
        Change change, ClaimResponse claim, ClaimResponse into)
    {
        var tags = claim.Tags.ExceptBy(into.Tags.Select(TextKey.Of), TextKey.Of, StringComparer.Ordinal).ToList();
        var hasFirst = into.Appearances.Any(static place => place.First == true);
        var places = claim.Appearances.Select(place => hasFirst ? place with { First = null } : place)
            .ExceptBy(into.Appearances.Select(static place => (place.Url, place.Date)), static place => (place.Url, place.Date)).ToList();
        var before = into.ToBody();
        var after = before with { Tags = [.. into.Tags, .. tags], Appearances = [.. into.Appearances, .. places] };
        MergeRules.RefuseOver(into.Id, "tags", after.Tags.Count, Limits.Tags);
        MergeRules.RefuseOver(into.Id, "appearances", after.Appearances.Count, Limits.Appearances);
        if (tags.Count + places.Count > 0)
        {
            await ClaimWriter.UpdateAsync(change, into.Id, before, after);
        }

        return (tags, places);
    }
}
