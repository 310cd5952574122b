using ClaimTracker.Api.Domain.Fields;
using ClaimTracker.Api.Domain.Search;
using ClaimTracker.Api.Domain.Sources;

namespace ClaimTracker.Api.Features.Sources;

internal sealed record ListSourcesRequest : ResourcesRequest
{
    private const string Id = "s.id";

    /// <summary>Words of its title, address, author, publisher or notes: all of them, "a phrase", beginning*, -not, author:name.</summary>
    [QueryParam]
    public string? Q { get; init; }

    /// <summary>The address, in any spelling that means the same page.</summary>
    [QueryParam]
    public string? Url { get; init; }

    [QueryParam]
    public string? Publisher { get; init; }

    [QueryParam]
    public IReadOnlyList<Medium>? Medium { get; init; }

    [QueryParam]
    public IReadOnlyList<SourceKind>? Kind { get; init; }

    /// <summary>Those that were changed at this instant or later.</summary>
    [QueryParam]
    public DateTimeOffset? UpdatedSince { get; init; }

    [QueryParam]
    public string? Sort { get; init; }

    /// <summary>Values of fields of the desk's own, by the name of the field: fields.owner=state.</summary>
    [QueryFamily("fields.")]
    public IReadOnlyDictionary<string, string>? FieldValues { get; init; }

    /// <summary>The conditions. Outside the desk, no guess at its name, address or fields finds a confidential source.</summary>
    /// <exception cref="ProblemException">400: there is no such field.</exception>
    public Task<Filter> FilterAsync(ReadTx tx, Actor actor) => FieldReader.AskAsync(tx, FieldSubject.Source, Filter(actor), FieldValues);

    private Filter Filter(Actor actor) => new Filter()
        .If(!actor.IsInside && ((Q ?? Url ?? Publisher) is not null || FieldValues is not null), "not s.confidential")
        .AnyOf("s.id", Ids)
        .FoundBy(actor, SearchKind.Source, "s.id", Q)
        .Equal("s.url_key", UrlKey.Of(Url))
        .Among(
            UpdatedSince is not null,
            Id,
            "select x.id from sources x where x.updated_at >= @UpdatedSince",
            "coalesce(s.updated_at, s.updated_at) >= @UpdatedSince",
            new { UpdatedSince })
        .Among(
            Publisher is not null, // The index of PostgreSQL has the beginning of one, which may be long.
            Id,
            "select x.id from sources x where substr(x.publisher, 1, 200) = substr(@Publisher, 1, 200) and x.publisher = @Publisher",
            "coalesce(s.publisher, s.publisher) = @Publisher",
            new { Publisher })
        .Among(
            Medium is not null,
            Id,
            "select x.id from sources x where x.medium in @Media",
            "coalesce(s.medium, s.medium) in @Media",
            new { Media = ColumnTypes.Columns(Medium ?? []) })
        .Among(
            Kind is not null,
            Id,
            "select x.id from sources x where x.kind in @Kinds",
            "coalesce(s.kind, s.kind) in @Kinds",
            new { Kinds = ColumnTypes.Columns(Kind ?? []) });
}

internal sealed class ListSourcesValidator : PageRequestValidator<ListSourcesRequest>
{
    public ListSourcesValidator()
    {
        RuleFor(static r => r.Q).SearchWords();
        RuleFor(static r => r.Url).HttpUrl();
        RuleFor(static r => r.Publisher).Optional(Limits.Text);
        RuleFor(static r => r.Sort).OneOf(ListSources.Sorts.Keys);
    }
}

internal sealed class ListSources : ListEndpoint<ListSourcesRequest, SourceResponse>
{
    public static readonly Dictionary<string, SortColumn> Sorts = SortColumn.IdAndUpdate("s.id", "s.updated_at");

    public override void Configure()
    {
        Get("");
        Group<SourcesGroup>();
        Policies(nameof(Permission.Read));
        Summary(static s =>
        {
            s.Summary = "List sources";
            s.Description =
                "The newest first, unless `sort` says otherwise. A field of the desk's own filters by its name: `fields.owner=state`.";
        });
        Description(static d => d.Produces<Page<SourceResponse>>(), clearDefaults: true);
    }

    protected override SortColumn Sort(ListSourcesRequest request) => Sorts[request.Sort ?? "-id"];

    public override async Task<Page<SourceResponse>> ReadAsync(ReadTx tx, Actor actor, ListSourcesRequest request, Keyset keyset) =>
        await tx.PageAsync<SourceResponse, SourceResponse>(
            keyset,
            new PageQuery<SourceResponse>(
                SourceReader.Columns,
                "sources s",
                await request.FilterAsync(tx, actor),
                source => (SortColumn.IsByUpdate(request.Sort) ? source.UpdatedAt : null, source.Id)),
            sources => Task.FromResult<IReadOnlyList<SourceResponse>>([.. sources.Select(source => source.SeenBy(actor))]));
}
