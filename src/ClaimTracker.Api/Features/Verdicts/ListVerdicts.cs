using ClaimTracker.Api.Domain.Claims;
using ClaimTracker.Api.Domain.Judgements;
using ClaimTracker.Api.Domain.Verdicts;

namespace ClaimTracker.Api.Features.Verdicts;

internal sealed record ListVerdictsRequest : VerdictFilter, IPaged, ITagged
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

    /// <summary>The members that items are to have, such as <c>id,rating</c>. The schema of the answer is that with all of them.</summary>
    [QueryParam]
    public IReadOnlyList<string>? Fields { get; init; }

    /// <summary>Those with these ids, as far as they pass the other filters. An id that is not there is left out.</summary>
    [QueryParam]
    public IReadOnlyList<long>? Ids { get; init; }

    /// <summary>Whether items are to have the member <c>etag</c>: the ETag that their own address answers to the same caller.</summary>
    [QueryParam]
    public bool? Etags { get; init; }

    /// <summary>Those that were changed at this instant or later.</summary>
    [QueryParam]
    public DateTimeOffset? UpdatedSince { get; init; }

    [QueryParam]
    public string? Sort { get; init; }
}

internal sealed class ListVerdictsValidator : PageRequestValidator<ListVerdictsRequest>
{
    public ListVerdictsValidator()
    {
        Include(VerdictFilterValidator.Instance);
        RuleFor(static r => r.Sort).OneOf(ListVerdicts.Sorts.Keys);
        RefuseTagsWith("asOf", static r => r.AsOf is not null);
    }
}

internal sealed class ListVerdicts(TimeProvider time) : ListEndpoint<ListVerdictsRequest, VerdictResponse>
{
    public static readonly Dictionary<string, SortColumn> Sorts = SortColumn.IdAndUpdate("v.id", "v.updated_at");

    public override void Configure()
    {
        Get("");
        Group<VerdictsGroup>();
        Policies(nameof(Permission.ReadPublished));
        Summary(static s =>
        {
            s.Summary = "List verdicts";
            s.Description =
                "Includes drafts unless `state` filters them out. The newest come first unless `sort` says otherwise. With `articleId` "
                + "each verdict has the `lines` of the article that make its claim or made it in an older version, as they were and are.";
        });
        Description(static d => d.Produces<Page<VerdictResponse>>(), clearDefaults: true);
    }

    protected override SortColumn Sort(ListVerdictsRequest request) => Sorts[request.Sort ?? "-id"];

    protected override string ETagOf(VerdictResponse item) => ETags.OfResource(item with { Lines = null });

    public override async Task<Page<VerdictResponse>> ReadAsync(ReadTx tx, Actor actor, ListVerdictsRequest request, Keyset keyset)
    {
        var filter = await (await request.FilterAsync(tx, actor, time.GetUtcNow()))
            .AnyOf("v.id", request.Ids)
            .Among(
                request.UpdatedSince is not null,
                "v.id",
                "select x.id from verdicts x where x.updated_at >= @UpdatedSince",
                "coalesce(v.updated_at, v.updated_at) >= @UpdatedSince",
                new { request.UpdatedSince })
            .OnlyOnListAsync(tx, actor, request.List, time.GetUtcNow());
        return await tx.PageAsync(keyset, "v.id", "verdicts v", filter, async ids =>
        {
            var verdicts = await VerdictReader.LoadAsync(tx, ids, actor, request.AsOf);
            return actor.SeesDesk && request.ArticleId is { } article ? await JudgedLines.AddAsync(tx, verdicts, article, actor) : verdicts;
        });
    }
}
