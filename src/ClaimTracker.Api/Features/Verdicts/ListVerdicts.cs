using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.Lists;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Api.Platform.Records;
using ClaimTracker.Data;
using FastEndpoints;

namespace ClaimTracker.Api.Features.Verdicts;

internal sealed record ListVerdictsRequest : VerdictFilter, IPaged
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

    [QueryParam]
    public string? Sort { get; init; }
}

internal sealed class ListVerdictsValidator : PageRequestValidator<ListVerdictsRequest>
{
    public ListVerdictsValidator()
    {
        Include(VerdictFilterValidator.Instance);
        RuleFor(static r => r.Sort).OneOf(ListVerdicts.Sorts.Keys);
    }
}

internal sealed class ListVerdicts(Db db, TimeProvider time) : Endpoint<ListVerdictsRequest, Page<VerdictResponse>>
{
    public static readonly Dictionary<string, SortColumn> Sorts = SortColumn.IdBothWays("v.id");

    public override void Configure()
    {
        Get("/verdicts");
        Group<VerdictsGroup>();
        Description(static d => d.For(Permission.ReadPublished).Says("List verdicts", "Drafts among them, unless `state` says otherwise; the newest first, unless `sort` does.").Gives<Page<VerdictResponse>>());
    }

    public override async Task HandleAsync(ListVerdictsRequest request, CancellationToken ct)
    {
        var keyset = Keyset.Of(request, HttpContext, Sorts[request.Sort ?? "-id"]);
        await Send.PageAsync(await db.ReadAsync(tx => ReadAsync(tx, request, keyset, HttpContext.Actor()), ct));
    }

    private async Task<Page<VerdictResponse>> ReadAsync(ReadTx tx, ListVerdictsRequest request, Keyset keyset, Actor actor)
    {
        var parameters = request.Parameters(time.GetUtcNow());
        var total = request.Count == true
            ? await tx.SingleAsync<long>($"select count(*) from verdicts v {request.Where(actor)}", parameters)
            : (long?)null;
        var sql = $"""
            select v.id
            from verdicts v
            {keyset.Continue(request.Where(actor))}
            {keyset.OrderBy}
            limit @Take
            """;
        var found = await tx.ListAsync<long>(sql, keyset.AddTo(parameters));
        var (ids, next) = keyset.Cut(found, static id => (null, id));
        return new Page<VerdictResponse>(await VerdictLoader.LoadAsync(tx, [.. ids], actor, request.AsOf), next) { Total = total };
    }
}
