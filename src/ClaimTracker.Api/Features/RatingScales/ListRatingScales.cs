using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.Lists;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Data;
using FastEndpoints;

namespace ClaimTracker.Api.Features.RatingScales;

internal sealed record ListRatingScalesRequest : PageRequest;

internal sealed class ListRatingScalesValidator : PageRequestValidator<ListRatingScalesRequest>;

internal sealed class ListRatingScales(Db db) : Endpoint<ListRatingScalesRequest, Page<RatingScaleResponse>>
{
    public override void Configure()
    {
        Get("/rating-scales");
        Group<RatingScalesGroup>();
        Description(static d => d.For(Permission.ReadPublished).Says("List the rating scales").Gives<Page<RatingScaleResponse>>());
    }

    public override async Task HandleAsync(ListRatingScalesRequest request, CancellationToken ct)
    {
        var keyset = Keyset.Of(request, HttpContext, SortColumn.ById("s.id"));
        await Send.PageAsync(await db.ReadAsync(tx => ReadAsync(tx, request, keyset), ct));
    }

    private static async Task<Page<RatingScaleResponse>> ReadAsync(ReadTx tx, ListRatingScalesRequest request, Keyset keyset)
    {
        var sql = $"""
            select s.id
            from rating_scales s
            {keyset.Continue(new SqlWhere())}
            {keyset.OrderBy}
            limit @Take
            """;
        var (ids, next) = keyset.Cut(await tx.ListAsync<long>(sql, keyset.AddTo(new())), static id => (null, id));
        return new Page<RatingScaleResponse>(await RatingScaleLoader.LoadAsync(tx, [.. ids]), next)
        {
            Total = request.Count == true ? await tx.SingleAsync<long>("select count(*) from rating_scales") : null,
        };
    }
}
