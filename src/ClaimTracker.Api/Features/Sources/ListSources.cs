using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.Lists;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Api.Platform.Records;
using ClaimTracker.Data;
using Dapper;
using FastEndpoints;

namespace ClaimTracker.Api.Features.Sources;

internal sealed record ListSourcesRequest : PageRequest
{
    /// <summary>Words of the title, in this order; case does not matter.</summary>
    [QueryParam]
    public string? Q { get; init; }

    /// <summary>The address, in any spelling that means the same page.</summary>
    [QueryParam]
    public string? Url { get; init; }

    [QueryParam]
    public string? Publisher { get; init; }

    [QueryParam]
    public Medium? Medium { get; init; }

    [QueryParam]
    public SourceKind? Kind { get; init; }

    [QueryParam]
    public string? Sort { get; init; }

    public SqlWhere Where(Dialect dialect) => new SqlWhere()
        .If(Q is not null, dialect.Pick("instr(s.title_key, @Q) > 0", "strpos(s.title_key, @Q) > 0"))
        .If(Url is not null, "s.url_key = @UrlKey")
        .If(Publisher is not null, "s.publisher = @Publisher")
        .If(Medium is not null, "s.medium = @Medium")
        .If(Kind is not null, "s.kind = @Kind");

    public DynamicParameters Parameters() => new(new
    {
        Q = Q is null ? null : TextKey.Of(Q),
        UrlKey = Url is null ? null : UrlKey.Of(Url),
        Publisher,
        Medium = Medium?.ToWord(),
        Kind = Kind?.ToWord(),
    });
}

internal sealed class ListSourcesValidator : PageRequestValidator<ListSourcesRequest>
{
    public ListSourcesValidator()
    {
        RuleFor(static r => r.Q).Optional(Limits.Text);
        RuleFor(static r => r.Url).HttpUrl();
        RuleFor(static r => r.Publisher).Optional(Limits.Text);
        RuleFor(static r => r.Sort).OneOf(ListSources.Sorts.Keys);
    }
}

internal sealed class ListSources(Db db) : Endpoint<ListSourcesRequest, Page<SourceResponse>>
{
    public static readonly Dictionary<string, SortColumn> Sorts = SortColumn.IdBothWays("s.id");

    public override void Configure()
    {
        Get("/sources");
        Group<SourcesGroup>();
        Description(static d => d.For(Permission.Read).Says("List sources", "The newest first, unless `sort` says otherwise.").Gives<Page<SourceResponse>>());
    }

    public override async Task HandleAsync(ListSourcesRequest request, CancellationToken ct)
    {
        var keyset = Keyset.Of(request, HttpContext, Sorts[request.Sort ?? "-id"]);
        await Send.PageAsync(await db.ReadAsync(tx => ReadAsync(tx, request, keyset), ct));
    }

    private static async Task<Page<SourceResponse>> ReadAsync(ReadTx tx, ListSourcesRequest request, Keyset keyset)
    {
        var total = request.Count == true
            ? await tx.SingleAsync<long>($"select count(*) from sources s {request.Where(tx.Dialect)}", request.Parameters())
            : (long?)null;
        var sql = $"""
            select {SourceRow.Columns}
            from sources s
            {keyset.Continue(request.Where(tx.Dialect))}
            {keyset.OrderBy}
            limit @Take
            """;
        var (rows, next) = keyset.Cut(await tx.ListAsync<SourceRow>(sql, keyset.AddTo(request.Parameters())), static row => (null, row.Id));
        return new Page<SourceResponse>([.. rows.Select(static r => r.ToResponse())], next) { Total = total };
    }
}
