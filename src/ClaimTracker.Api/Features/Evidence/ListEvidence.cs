using ClaimTracker.Api.Domain.Evidence;

namespace ClaimTracker.Api.Features.Evidence;

internal sealed record ListEvidenceRequest : EvidenceFilter, IPaged, ITagged
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

    /// <summary>The members that items are to have, such as <c>id,excerpt</c>. The schema of the answer is that with all of them.</summary>
    [QueryParam]
    public IReadOnlyList<string>? Fields { get; init; }

    /// <summary>Whether items are to have the member <c>etag</c>: the ETag that their own address answers to the same caller.</summary>
    [QueryParam]
    public bool? Etags { get; init; }

    [QueryParam]
    public string? Sort { get; init; }
}

internal sealed class ListEvidenceValidator : PageRequestValidator<ListEvidenceRequest>
{
    public ListEvidenceValidator()
    {
        Include(EvidenceFilterValidator.Instance);
        RuleFor(static r => r.Sort).OneOf(ListEvidence.Sorts.Keys);
    }
}

internal sealed class ListEvidence : ListEndpoint<ListEvidenceRequest, EvidenceResponse>
{
    public static readonly Dictionary<string, SortColumn> Sorts = SortColumn.IdAndUpdate("e.id", "e.updated_at");

    public override void Configure()
    {
        Get("");
        Group<EvidenceGroup>();
        Policies(nameof(Permission.Read));
        Summary(static s =>
        {
            s.Summary = "List evidence records";
            s.Description =
                "What rests on a source, bears on a claim or stands behind an article. The newest first, unless `sort` says otherwise.";
        });
        Description(static d => d.Produces<Page<EvidenceResponse>>(), clearDefaults: true);
    }

    protected override SortColumn Sort(ListEvidenceRequest request) => Sorts[request.Sort ?? "-id"];

    public override Task<Page<EvidenceResponse>> ReadAsync(ReadTx tx, Actor actor, ListEvidenceRequest request, Keyset keyset) =>
        tx.PageAsync<EvidenceResponse>(keyset, "e.id", "evidence e", request.Filter(actor), async ids =>
        {
            var evidence = await EvidenceReader.LoadAsync(tx, ids);
            return [.. ids.Select(id => evidence[id].SeenBy(actor)!)];
        });
}
