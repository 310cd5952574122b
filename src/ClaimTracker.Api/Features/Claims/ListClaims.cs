using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.Lists;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Data;
using FastEndpoints;

namespace ClaimTracker.Api.Features.Claims;

internal sealed record ListClaimsRequest : ClaimFilter;

internal sealed class ListClaimsValidator : PageRequestValidator<ListClaimsRequest>
{
    public ListClaimsValidator()
    {
        RuleFor(static r => r.Q).Optional(Limits.Text);
        RuleFor(static r => r.Tag).Optional(Limits.Tag);
        RuleFor(static r => r.Claimant).Optional(Limits.Text);
        RuleFor(static r => r.Language).LanguageTag();
        RuleFor(static r => r.Assignee).Optional(Limits.Text);
        RuleFor(static r => r.Rating).Optional(Limits.Text);
        RuleFor(static r => r.ExternalApp).Optional(Limits.ExternalApp);
        RuleFor(static r => r.ExternalId).Optional(Limits.ExternalId);
        RuleFor(static r => r.Sort).OneOf(ListClaims.Sorts.Keys);
    }
}

internal sealed class ListClaims(Db db) : Endpoint<ListClaimsRequest, Page<ClaimResponse>>
{
    public static readonly Dictionary<string, SortColumn> Sorts = new(StringComparer.Ordinal)
    {
        ["-id"] = SortColumn.ById("c.id", descending: true),
        ["id"] = SortColumn.ById("c.id"),
        ["-updatedAt"] = new("c.updated_at", "c.id", Descending: true, typeof(DateTimeOffset)),
        ["updatedAt"] = new("c.updated_at", "c.id", Descending: false, typeof(DateTimeOffset)),
        ["-priority"] = new("c.priority", "c.id", Descending: true, typeof(long)),
        ["priority"] = new("c.priority", "c.id", Descending: false, typeof(long)),
    };

    public override void Configure()
    {
        Get("/claims");
        Group<ClaimsGroup>();
        Description(static d => d.For(Permission.Read).Says("List claims", "The newest first, unless `sort` says otherwise.").Gives<Page<ClaimResponse>>());
    }

    public override async Task HandleAsync(ListClaimsRequest request, CancellationToken ct)
    {
        var keyset = Keyset.Of(request, HttpContext, Sorts[request.Sort ?? "-id"]);
        var page = await db.ReadAsync(tx => ReadAsync(tx, request, keyset, HttpContext.Actor()), ct);
        await Send.PageAsync(page);
    }

    private static async Task<Page<ClaimResponse>> ReadAsync(ReadTx tx, ListClaimsRequest request, Keyset keyset, Actor actor)
    {
        var total = request.Count == true
            ? await tx.SingleAsync<long>($"select count(*) from claims c {request.Where(tx.Dialect)}", request.Parameters())
            : (long?)null;
        var sql = $"""
            select c.id, c.updated_at, c.priority
            from claims c
            {keyset.Continue(request.Where(tx.Dialect))}
            {keyset.OrderBy}
            limit @Take
            """;
        var (rows, next) = keyset.Cut(await tx.ListAsync<PlaceRow>(sql, keyset.AddTo(request.Parameters())), row => (row.Key(request.Sort), row.Id));
        return new Page<ClaimResponse>(await ClaimLoader.LoadAsync(tx, [.. rows.Select(static r => r.Id)], actor), next) { Total = total };
    }

    private sealed record PlaceRow
    {
        public long Id { get; init; }

        public DateTimeOffset UpdatedAt { get; init; }

        public long Priority { get; init; }

        public object? Key(string? sort) => sort switch
        {
            "-updatedAt" or "updatedAt" => UpdatedAt,
            "-priority" or "priority" => Priority,
            _ => null,
        };
    }
}
