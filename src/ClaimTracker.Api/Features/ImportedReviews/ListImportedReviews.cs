using ClaimTracker.Api.Domain.ImportedReviews;

namespace ClaimTracker.Api.Features.ImportedReviews;

internal sealed record ListImportedReviewsRequest : ImportedReviewFilter, IPaged
{
    /// <summary>Rows on a page.</summary>
    [QueryParam]
    public int? Limit { get; init; }

    /// <summary>The <c>next</c> of the page before; only with the same filters.</summary>
    [QueryParam]
    public string? Cursor { get; init; }

    /// <summary>Whether to count all rows that pass the filters.</summary>
    [QueryParam]
    public bool? Count { get; init; }

    /// <summary>The members that items are to have, such as <c>id,claim</c>. The schema of the answer is that with all of them.</summary>
    [QueryParam]
    public IReadOnlyList<string>? Fields { get; init; }
}

internal sealed class ListImportedReviewsValidator : PageRequestValidator<ListImportedReviewsRequest>
{
    public ListImportedReviewsValidator() => Include(ImportedReviewFilterValidator.Instance);
}

internal sealed class ListImportedReviews : ListEndpoint<ListImportedReviewsRequest, ImportedReviewResponse>
{
    public override void Configure()
    {
        Get("");
        Group<ImportedReviewsGroup>();
        Policies(nameof(Permission.Read));
        Summary(static s =>
        {
            s.Summary = "List imported reviews";
            s.Description =
                "Reviews of other publishers, those that came in last first. They are no verdicts of this desk. Of a review that was "
                + "changed since, the latest form is listed, unless `replaced` asks for all.";
        });
        Description(static d => d.Produces<Page<ImportedReviewResponse>>(), clearDefaults: true);
    }

    protected override SortColumn Sort(ListImportedReviewsRequest request) => SortColumn.IdBothWays("r.id")["-id"];

    public override Task<Page<ImportedReviewResponse>> ReadAsync(
        ReadTx tx, Actor actor, ListImportedReviewsRequest request, Keyset keyset) => tx.PageAsync(
            keyset,
            new PageQuery<ImportedReviewResponse>(
                ImportedReviewReader.Columns, "imported_reviews r", request.Filter(actor), static review => (null, review.Id)));
}
