using ClaimTracker.Api.Domain.Claims;
using ClaimTracker.Api.Domain.Users;
using ClaimTracker.Api.Domain.Verdicts;

namespace ClaimTracker.Api.Features.Claims;

internal sealed record ListClaimsRequest : ClaimFilter;

internal sealed class ListClaimsValidator : PageRequestValidator<ListClaimsRequest>
{
    public ListClaimsValidator()
    {
        RuleFor(static r => r.Q).Optional(Limits.Text);
        this.EachOf(static r => r.Tag).Required(Limits.Tag);
        RuleFor(static r => r.Claimant).Optional(Limits.Text);
        this.EachOf(static r => r.Language).LanguageTag();
        RuleFor(static r => r.Assignee).Optional(Limits.UserName);
        this.EachOf(static r => r.Rating).Required(Limits.Text);
        RuleFor(static r => r.ExternalApp).Optional(Limits.ExternalApp);
        RuleFor(static r => r.ExternalId).Optional(Limits.ExternalId);
        RuleFor(static r => r.Idle).Idle();
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
                + "its links, its evidence, its verdicts, or a comment on any of these.";
        });
        Description(static d => d.Produces<Page<ClaimResponse>>(), clearDefaults: true);
    }

    protected override SortColumn Sort(ListClaimsRequest request) => Sorts[request.Sort ?? "-id"];

    public override async Task<Page<ClaimResponse>> ReadAsync(ReadTx tx, Actor actor, ListClaimsRequest request, Keyset keyset)
    {
        var filter = request.Filter(
            await AskedUser.FindAsync(tx, actor, "assignee", request.Assignee, orNone: true),
            await AskedRatings.FindAsync(tx, actor, request.Rating),
            time.GetUtcNow());
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
