namespace ClaimTracker.Api.Domain.UseCases;

/// <summary>The route of a use case that reads a page of a list.</summary>
internal abstract class ListEndpoint<TRequest, TItem> : Endpoint<TRequest, Page<TItem>>
    where TRequest : IPaged
{
    /// <summary>Reads the page as the actor may see it, in one snapshot.</summary>
    public abstract Task<Page<TItem>> ReadAsync(ReadTx tx, Actor actor, TRequest request, Keyset keyset);

    public sealed override async Task HandleAsync(TRequest request, CancellationToken ct)
    {
        var form = ItemForm.Of(request, typeof(TItem));
        var keyset = Keyset.Of(request, HttpContext, Sort(request));
        var page = await Resolve<Db>().ReadAsync(tx => ReadAsync(tx, HttpContext.Actor(), request, keyset), ct);
        await Send.PageAsync(page.Next, form.Write(page, ETagOf));
    }

    /// <summary>The ETag that the address of an item answers. A list whose items say more than it does tells it without that.</summary>
    protected virtual string ETagOf(TItem item) => ETags.OfResource(item);

    /// <summary>How the list is sorted.</summary>
    protected abstract SortColumn Sort(TRequest request);
}
