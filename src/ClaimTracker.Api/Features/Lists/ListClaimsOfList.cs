using ClaimTracker.Api.Domain.Claims;
using ClaimTracker.Api.Domain.Verdicts;

namespace ClaimTracker.Api.Features.Lists;

internal sealed record ListClaimsOfListRequest : PageRequest
{
    /// <summary>The list.</summary>
    [RouteParam]
    public long Id { get; init; }
}

internal sealed class ListClaimsOfListValidator : PageRequestValidator<ListClaimsOfListRequest>;

/// <summary>A claim on a list. `GET /claims?list=` gives the whole claims.</summary>
internal sealed record ListedClaim
{
    public required long ClaimId { get; init; }

    public required string Text { get; init; }

    /// <summary>Null on a live list.</summary>
    public required int? Position { get; init; }

    /// <summary>Why it is on the list; null outside the desk.</summary>
    public required string? Note { get; init; }

    /// <summary>The house verdict; before there is one, the newest draft.</summary>
    public required VerdictInShort? Verdict { get; init; }
}

internal sealed class ListClaimsOfList(TimeProvider time) : ListEndpoint<ListClaimsOfListRequest, ListedClaim>
{
    private const string ClaimsSql = """
        select c.id, c.text, v.id as verdict_id, v.state, r.name as rating, r.value as rating_value
        from claims c
        left join verdicts v on v.id = c.verdict_id
        left join ratings r on r.id = v.rating_id
        where c.id in @ids
        """;

    public override void Configure()
    {
        Get("{id}/claims");
        Group<ListsGroup>();
        Policies(nameof(Permission.ReadPublished));
        Summary(static s =>
        {
            s.Summary = "The claims of a list";
            s.Description =
                "In the order of their positions; on a live list the newest first. Outside the desk, only claims on which something was "
                + "published.";
        });
        Description(static d => d.Produces<Page<ListedClaim>>().ProducesProblem(404), clearDefaults: true);
    }

    protected override SortColumn Sort(ListClaimsOfListRequest request) => new("m.position", "c.id", Descending: false, typeof(long));

    public override async Task<Page<ListedClaim>> ReadAsync(ReadTx tx, Actor actor, ListClaimsOfListRequest request, Keyset keyset)
    {
        var list = (await ListReader.FindWholeAsync(tx, request.Id, actor)).OrNotFound(Subject.List(request.Id));
        var filter = await ListedClaims.OfAsync(tx, actor, list.Id, list.Query, time.GetUtcNow());
        return list.Live
            ? await tx.PageAsync(
                keyset.SortedBy(SortColumn.ById("c.id", descending: true)),
                new PageQuery<PlaceRow>("c.id", "claims c", filter, static row => (null, row.Id)),
                rows => LoadAsync(tx, rows, actor))
            : await tx.PageAsync(
                keyset,
                new PageQuery<PlaceRow>(
                    "c.id, m.position, m.note", ListedClaims.FilledFromSql, filter, static row => ((long)row.Position!, row.Id)),
                rows => LoadAsync(tx, rows, actor));
    }

    private static async Task<IReadOnlyList<ListedClaim>> LoadAsync(ReadTx tx, IReadOnlyList<PlaceRow> places, Actor actor)
    {
        long[] ids = [.. places.Select(static place => place.Id)];
        var claims = (await tx.ListAsync<ClaimRow>(ClaimsSql, new { ids })).ToDictionary(static c => c.Id);
        return
        [
            .. places.Select(place => new ListedClaim
            {
                ClaimId = place.Id,
                Text = claims[place.Id].Text,
                Position = place.Position,
                Note = actor.SeesDrafts ? place.Note : null,
                Verdict = claims[place.Id].Verdict is { } verdict && actor.Sees(verdict.State) ? verdict : null,
            }),
        ];
    }

    private sealed record PlaceRow
    {
        public long Id { get; init; }

        public int? Position { get; init; }

        public string? Note { get; init; }
    }

    private sealed record ClaimRow
    {
        public required long Id { get; init; }

        public required string Text { get; init; }

        public required long? VerdictId { get; init; }

        public required VerdictState? State { get; init; }

        public required string? Rating { get; init; }

        public required double? RatingValue { get; init; }

        public VerdictInShort? Verdict =>
            VerdictId is { } id ? new VerdictInShort(id, new RatingName(Rating!, RatingValue), State!.Value) : null;
    }
}
