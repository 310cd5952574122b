using System.Globalization;
using ClaimTracker.Api.Domain.Users;

namespace ClaimTracker.Api.Features.History;

internal sealed record ListHistoryRequest : PageRequest
{
    /// <summary>The thing that was changed, such as claim/12.</summary>
    [QueryParam]
    public string? Subject { get; init; }

    /// <summary>Name of the user who changed it; me for the caller, system for the service, operator for its command line.</summary>
    [QueryParam]
    public string? Actor { get; init; }

    /// <summary>The change, such as claim.created.</summary>
    [QueryParam]
    public IReadOnlyList<string>? Kind { get; init; }

    /// <summary>First day (UTC).</summary>
    [QueryParam]
    public DateOnly? From { get; init; }

    /// <summary>Last day (UTC).</summary>
    [QueryParam]
    public DateOnly? To { get; init; }

    [QueryParam]
    public string? Sort { get; init; }

    /// <summary>
    /// The conditions. The instants of events are text on either engine, and begin with their day. The index of an actor or of a kind has
    /// the order of the list: where nothing else is asked for, it leads to the page.
    /// </summary>
    public Filter Filter(string? actor)
    {
        var isAlone = new object?[] { Subject, actor, Kind, From ?? To }.Count(static asked => asked is not null) == 1;
        var isOneKind = isAlone && Kind is [_];
        return new Filter()
            .Equal("e.subject", Subject)
            .Equal("e.actor", isAlone ? actor : null)
            .AnyOf("e.kind", isOneKind ? Kind : null)
            .Among(
                actor is not null && !isAlone,
                "e.seq",
                "select x.seq from events x where x.actor = @Actor",
                "coalesce(e.actor, e.actor) = @Actor",
                new { Actor = actor })
            .Among(
                Kind is not null && !isOneKind,
                "e.seq",
                "select x.seq from events x where x.kind in @Kinds",
                "coalesce(e.kind, e.kind) in @Kinds",
                new { Kinds = ColumnTypes.Columns(Kind ?? []) })
            .Among(
                From is not null || To is not null,
                "e.seq",
                "select x.seq from events x where x.at >= @FromDay and x.at < @ToDay",
                "coalesce(e.at, e.at) >= @FromDay and coalesce(e.at, e.at) < @ToDay",
                new { FromDay = Day(From) ?? "", ToDay = (To == DateOnly.MaxValue ? null : Day(To?.AddDays(1))) ?? "9999-12-32" });
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

internal sealed class ListHistoryValidator : PageRequestValidator<ListHistoryRequest>
{
    private static readonly string[] Kinds = [.. EventKind.All.Select(static kind => kind.Name)];
    private static readonly string[] SubjectKinds = [.. Kinds.Select(static kind => kind.Split('.')[0]).Distinct(StringComparer.Ordinal)];

    public ListHistoryValidator()
    {
        RuleFor(static r => r.Subject).Must(static subject => subject is null || IsSubject(subject)).WithMessage(
            $"must be the kind and the number of what was changed, such as claim/12. The kinds are {string.Join(", ", SubjectKinds)}.");
        RuleFor(static r => r.Actor).Optional(Limits.UserName);
        this.EachOf(static r => r.Kind).OneOf(Kinds);
        RuleFor(static r => r.Sort).OneOf(ListHistory.Sorts.Keys);
    }

    // A checkpoint key is named by digits of its hash.
    private static bool IsSubject(string text) =>
        text.Split('/') is [var kind, { Length: > 0 } number] && SubjectKinds.Contains(kind, StringComparer.Ordinal)
        && number.All(kind == "checkpoint_key" ? char.IsAsciiHexDigitLower : char.IsAsciiDigit);
}

internal sealed class ListHistory : ListEndpoint<ListHistoryRequest, EventResponse>
{
    public static readonly Dictionary<string, SortColumn> Sorts = new(StringComparer.Ordinal)
    {
        ["-seq"] = SortColumn.ById("e.seq", descending: true),
        ["seq"] = SortColumn.ById("e.seq"),
    };

    public override void Configure()
    {
        Get("");
        Group<HistoryGroup>();
        Policies(nameof(Permission.ReadDrafts));
        Summary(static s =>
        {
            s.Summary = "List the history";
            s.Description =
                "Every change ever made, the newest first unless `sort` says otherwise. Only an admin sees the content of events about "
                + "users and keys.";
        });
        Description(static d => d.Produces<Page<EventResponse>>(), clearDefaults: true);
    }

    protected override SortColumn Sort(ListHistoryRequest request) => Sorts[request.Sort ?? "-seq"];

    public override async Task<Page<EventResponse>> ReadAsync(ReadTx tx, Actor actor, ListHistoryRequest request, Keyset keyset)
    {
        var by = request.Actor is ReservedNames.System or ReservedNames.Operator
            ? request.Actor
            : (await AskedUser.FindAsync(tx, actor, "actor", request.Actor)).Name;
        return await tx.PageAsync(
            keyset,
            new PageQuery<EventLine>(EventLine.Columns, "events e", request.Filter(by), static line => (null, line.Seq)),
            lines => Task.FromResult<IReadOnlyList<EventResponse>>([.. lines.Select(line => EventResponse.Of(line).For(actor))]));
    }
}
