using System.Globalization;
using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.Events;
using ClaimTracker.Api.Platform.Lists;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Data;
using Dapper;
using FastEndpoints;

namespace ClaimTracker.Api.Features.History;

internal sealed record ListHistoryRequest : PageRequest
{
    /// <summary>What it was done to, such as claim/12.</summary>
    [QueryParam]
    public string? Subject { get; init; }

    /// <summary>Who did it.</summary>
    [QueryParam]
    public string? Actor { get; init; }

    /// <summary>What was done, such as claim.created.</summary>
    [QueryParam]
    public string? Kind { get; init; }

    /// <summary>First day (UTC).</summary>
    [QueryParam]
    public DateOnly? From { get; init; }

    /// <summary>Last day (UTC).</summary>
    [QueryParam]
    public DateOnly? To { get; init; }

    [QueryParam]
    public string? Sort { get; init; }

    public SqlWhere Where() => new SqlWhere()
        .If(Subject is not null, "e.subject = @Subject")
        .If(Actor is not null, "e.actor = @Actor")
        .If(Kind is not null, "e.kind = @Kind")
        .If(From is not null, "e.at >= @From")
        .If(To is not null, "e.at < @Until");

    /// <summary>The values of the conditions. Instants are text here on either engine, and begin with their day.</summary>
    public DynamicParameters Parameters() => new(new { Subject, Actor, Kind, From = Day(From), Until = To == DateOnly.MaxValue ? "9999-12-32" : Day(To?.AddDays(1)) });

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

internal sealed class ListHistoryValidator : PageRequestValidator<ListHistoryRequest>
{
    public ListHistoryValidator()
    {
        RuleFor(static r => r.Subject).Optional(Limits.Text);
        RuleFor(static r => r.Actor).Optional(Limits.Text);
        RuleFor(static r => r.Kind).Optional(Limits.Text);
        RuleFor(static r => r.Sort).OneOf(ListHistory.Sorts.Keys);
    }
}

internal sealed class ListHistory(Db db) : Endpoint<ListHistoryRequest, Page<EventResponse>>
{
    public static readonly Dictionary<string, SortColumn> Sorts = new(StringComparer.Ordinal)
    {
        ["-seq"] = SortColumn.ById("e.seq", descending: true),
        ["seq"] = SortColumn.ById("e.seq"),
    };

    public override void Configure()
    {
        Get("/history");
        Group<HistoryGroup>();
        Description(static d => d
            .For(Permission.ReadDrafts)
            .Says("List the history", "Every change that was ever made, the newest first, unless `sort` says otherwise. What those of users and keys say is for an admin alone.")
            .Gives<Page<EventResponse>>());
    }

    public override async Task HandleAsync(ListHistoryRequest request, CancellationToken ct)
    {
        var keyset = Keyset.Of(request, HttpContext, Sorts[request.Sort ?? "-seq"]);
        await Send.PageAsync(await db.ReadAsync(tx => ReadAsync(tx, request, keyset, HttpContext.Actor()), ct));
    }

    private static async Task<Page<EventResponse>> ReadAsync(ReadTx tx, ListHistoryRequest request, Keyset keyset, Actor reader)
    {
        var total = request.Count == true
            ? await tx.SingleAsync<long>($"select count(*) from events e {request.Where()}", request.Parameters())
            : (long?)null;
        var sql = $"""
            select {EventLine.Columns}
            from events e
            {keyset.Continue(request.Where())}
            {keyset.OrderBy}
            limit @Take
            """;
        var (lines, next) = keyset.Cut(await tx.ListAsync<EventLine>(sql, keyset.AddTo(request.Parameters())), static line => (null, line.Seq));
        return new Page<EventResponse>([.. lines.Select(line => EventResponse.Of(line).For(reader))], next) { Total = total };
    }
}
