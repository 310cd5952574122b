using ClaimTracker.Api.Domain.Claims;

namespace ClaimTracker.Api.Features.Claims;

internal sealed record ListClaimsRequest : ClaimFilter, IPaged, ITagged
{
    /// <summary>Rows on a page.</summary>
    [QueryParam]
    public int? Limit { get; init; }

    /// <summary>The <c>next</c> of the page before; only with the same filters and sort.</summary>
    [QueryParam]
    public string? Cursor { get; init; }

    /// <summary>Whether to count all rows that pass the filters.</summary>
    [QueryParam]
    public bool? Count { get; init; }

    /// <summary>The members that items are to have, such as <c>id,text</c>. The schema of the answer is that with all of them.</summary>
    [QueryParam]
    public IReadOnlyList<string>? Fields { get; init; }

    /// <summary>Those with these ids, as far as they pass the other filters. An id that is not there is left out.</summary>
    [QueryParam]
    public IReadOnlyList<long>? Ids { get; init; }

    /// <summary>Whether items are to have the member <c>etag</c>: the ETag that their own address answers to the same caller.</summary>
    [QueryParam]
    public bool? Etags { get; init; }

    [QueryParam]
    public string? Sort { get; init; }
}

internal sealed class ListClaimsValidator : PageRequestValidator<ListClaimsRequest>
{
    public ListClaimsValidator()
    {
        Include(ClaimFilterValidator.Instance);
        RuleFor(static r => r.Sort).OneOf(ListClaims.Sorts.Keys);
    }
}

internal sealed class ListClaims(TimeProvider time) : ListEndpoint<ListClaimsRequest, ClaimResponse>
{
    private const string Columns = "c.id, c.updated_at, c.activity_at, c.priority";

    public static readonly Dictionary<string, SortColumn> Sorts = new(
        SortColumn.IdAndUpdate("c.id", "c.updated_at"), StringComparer.Ordinal)
    {
        ["-activityAt"] = new("c.activity_at", "c.id", Descending: true, typeof(DateTimeOffset)),
        ["activityAt"] = new("c.activity_at", "c.id", Descending: false, typeof(DateTimeOffset)),
        ["-priority"] = new("c.priority", "c.id", Descending: true, typeof(long)),
        ["priority"] = new("c.priority", "c.id", Descending: false, typeof(long)),
    };

    public override void Configure()
    {
        Get("");
        Group<ClaimsGroup>();
        Policies(nameof(Permission.Read));
        Summary(static s =>
        {
            s.Summary = "List claims";
            s.Description =
                "The newest first, unless `sort` says otherwise. `activityAt` is the time of the last event about a claim: of the claim, "
                + "its links, its evidence, its verdicts, or a comment on any of these. A field of the desk's own filters by its name: "
                + "`fields.topic=Health`.";
        });
        Description(static d => d.Produces<Page<ClaimResponse>>(), clearDefaults: true);
    }

    protected override SortColumn Sort(ListClaimsRequest request) => Sorts[request.Sort ?? "-id"];

    public override async Task<Page<ClaimResponse>> ReadAsync(ReadTx tx, Actor actor, ListClaimsRequest request, Keyset keyset)
    {
        var filter = await (await request.FilterAsync(tx, actor, time.GetUtcNow())).AnyOf("c.id", request.Ids)
            .OnlyOfListAsync(tx, actor, request.List, time.GetUtcNow());
        return await tx.PageAsync<PlaceRow, ClaimResponse>(
            keyset,
            new PageQuery<PlaceRow>(Columns, "claims c", filter, row => (row.Key(request.Sort), row.Id)),
            async rows =>
            {
                var claims = await ClaimReader.LoadAsync(tx, [.. rows.Select(static row => row.Id)], actor);
                return [.. claims.Zip(rows, static (claim, row) => claim with { ActivityAt = row.ActivityAt })];
            });
    }

    protected override string ETagOf(ClaimResponse item) => ETags.OfResource(item with { ActivityAt = null });

    private sealed record PlaceRow
    {
        public long Id { get; init; }

        public DateTimeOffset UpdatedAt { get; init; }

        public DateTimeOffset ActivityAt { get; init; }

        public long Priority { get; init; }

        public object? Key(string? sort) => sort switch
        {
            "-updatedAt" or "updatedAt" => UpdatedAt,
            "-activityAt" or "activityAt" => ActivityAt,
            "-priority" or "priority" => Priority,
            _ => null,
        };
    }
}
