using ClaimTracker.Api.Domain.Claims;

namespace ClaimTracker.Api.Features.Lists;

internal sealed record PutClaimOnListRequest
{
    /// <summary>The list.</summary>
    [RouteParam]
    public long Id { get; init; }

    [RouteParam]
    public long ClaimId { get; init; }

    [FromBody]
    public MergePatch<PlaceBody> Patch { get; init; } = null!;
}

internal sealed class PutClaimOnList : WriteEndpoint<PutClaimOnListRequest, ListPlace>
{
    private const string CountSql = "select count(*) from list_claims where list_id = @Id";
    private const string LastSql = "select coalesce(max(position), 0) from list_claims where list_id = @Id and claim_id <> @ClaimId";

    private const string InsertSql = """
        insert into list_claims (list_id, claim_id, position, note, created_at)
        values (@ListId, @ClaimId, @Position, @Note, @Now)
        """;

    private const string UpdateSql = """
        update list_claims
        set position = @Position,
            note = @Note
        where list_id = @ListId and claim_id = @ClaimId
        """;

    public override void Configure()
    {
        Put("{id}/claims/{claimId}");
        Group<ListsGroup>();
        Policies(nameof(Permission.Write));
        Summary(static s =>
        {
            s.Summary = "Put a claim on a list";
            s.Description =
                "201 for a claim that was not on it, 200 for one that was. Members that are left out stay; null clears. Without a "
                + "`position` it comes last. Nothing is put on a live list (409). Only an editor fills a public list.";
        });
        Description(
            static d => d
                .Produces<ListPlace>(201)
                .Produces<ListPlace>()
                .AnswersNoResource()
                .ProducesProblem(404)
                .ProducesProblem(409),
            clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, PutClaimOnListRequest request)
    {
        var list = (await ListReader.FindAsync(change, request.Id, change.Actor)).OrNotFound(Subject.List(request.Id));
        change.Actor.RequirePublicList(list.Public);
        await ClaimMerges.RequireAsync(change, request.ClaimId);

        if (list.Live)
        {
            throw Problem.Conflict(
                $"List {request.Id} is live: its claims are those that pass its query. Edit the query, or make another list.",
                Subject.List(request.Id).Address);
        }

        var before = await ListReader.FindPlaceAsync(change, request.Id, request.ClaimId);
        var place = await PlaceAsync(change, request, before);
        if (place != before)
        {
            await WriteAsync(change, place, before);
        }

        return before is null ? Reply.CreatedReport($"{Subject.List(request.Id).Address}/claims", place) : Reply.Answer(place);
    }

    private static async Task<ListPlace> PlaceAsync(Change change, PutClaimOnListRequest request, ListPlace? before)
    {
        var body = request.Patch.ApplyTo(
            new PlaceBody { Position = before?.Position, Note = before?.Note }, PlaceBodyValidator.Instance);
        var position = body.Position
            ?? Math.Min(await change.SingleAsync<int>(LastSql, new { request.Id, request.ClaimId }) + 1, Limits.Position);
        return new ListPlace { ListId = request.Id, ClaimId = request.ClaimId, Position = position, Note = body.Note };
    }

    private static async Task WriteAsync(Change change, ListPlace place, ListPlace? before)
    {
        if (before is null && await change.SingleAsync<long>(CountSql, new { Id = place.ListId }) >= Limits.ClaimsOfList)
        {
            throw Problem.Conflict(
                $"List {place.ListId} has {Limits.ClaimsOfList:N0} claims, which is the most.", Subject.List(place.ListId).Address);
        }

        await change.ExecuteAsync(
            before is null ? InsertSql : UpdateSql, new { place.ListId, place.ClaimId, place.Position, place.Note, change.Now });
        await change.RecordAsync(
            before is null ? EventKind.ListClaimAdded : EventKind.ListClaimEdited, Subject.List(place.ListId), before, place);
    }
}
