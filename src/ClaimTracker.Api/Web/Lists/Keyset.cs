using System.Globalization;

namespace ClaimTracker.Api.Web.Lists;

/// <summary>
/// A place in a list that is sorted by a column and, where that ties, by id. Pages begin after a row, never at a number: rows
/// that come or go meanwhile shift nothing.
/// </summary>
internal sealed class Keyset
{
    private readonly SortColumn _sort;
    private readonly IPaged _request;
    private readonly Cursor? _after;
    private readonly string _list;

    private Keyset(SortColumn sort, IPaged request, Cursor? after, string list)
    {
        _sort = sort;
        _request = request;
        _after = after;
        _list = list;
        Limit = request.Limit ?? HttpLimits.DefaultPageSize;
        IsCounted = request.Count == true;
    }

    /// <summary>The most rows that a page has.</summary>
    public int Limit { get; }

    /// <summary>The instant that the list is sorted by, as SQL; null where it is sorted by id alone.</summary>
    public string? Instant => _sort.Type == typeof(DateTimeOffset) ? _sort.Column : null;

    /// <summary>The column that the list is sorted by, as SQL; null where it is the id.</summary>
    public string? SortedColumn => _sort.IsId ? null : _sort.Column;

    /// <summary>Whether all rows of the list are to be counted.</summary>
    public bool IsCounted { get; }

    /// <summary>Rows to ask for: one more than the page, which tells whether there is a next.</summary>
    private int Take => Limit + 1;

    public string OrderBy =>
        _sort.IsId ? $"order by {_sort.Id} {_sort.Direction}" : $"order by {_sort.Column} {_sort.Direction}, {_sort.Id} {_sort.Direction}";

    /// <summary>The first page, or the one after the cursor of the request.</summary>
    /// <param name="request">Its limit and cursor.</param>
    /// <param name="http">Its address, which a cursor belongs to.</param>
    /// <param name="sort">How the list is sorted.</param>
    public static Keyset Of(IPaged request, HttpContext http, SortColumn sort)
    {
        var list = ListAddress(http.Request);
        Cursor? after = null;
        if (request.Cursor is { } text)
        {
            after = Cursor.Decode(text, list)
                ?? throw Problem.Invalid("cursor", "must be the `next` of a page with the same filters and sort, unchanged");
        }

        return new Keyset(sort, request, after, list);
    }

    /// <summary>The same place of a list whose order is known only when it is read.</summary>
    public Keyset SortedBy(SortColumn sort) => new(sort, _request, _after, _list);

    /// <summary>Adds the condition that leaves out the pages before, and the number of rows to read.</summary>
    public void Continue(Filter filter)
    {
        filter.Parameters.Add("Take", Take);
        if (_after is null)
        {
            return;
        }

        // Added one by one: within an object Dapper would see only that the key is some object, and pass over its type handler.
        filter.Parameters.Add("AfterKey", _after.Key is { } key ? _sort.Read(key) : null);
        filter.Parameters.Add("AfterId", _after.Id);
        var comparison = _sort.Descending ? "<" : ">";
        if (_sort.IsId)
        {
            filter.And($"{_sort.Id} {comparison} @AfterId");
            return;
        }

        // It follows from the next. In the index of an expression, SQLite finds the place by it, and not by the pair.
        filter.And($"{_sort.Column} {comparison}= @AfterKey");
        filter.And($"({_sort.Column}, {_sort.Id}) {comparison} (@AfterKey, @AfterId)");
    }

    /// <summary>Cuts the rows that were asked for down to the page, and makes the cursor of the next.</summary>
    /// <param name="rows">The rows of the query, at most <see cref="Take"/>.</param>
    /// <param name="place">Sort key (null where the list is sorted by id alone) and id of a row.</param>
    public (IReadOnlyList<TRow> Rows, string? Next) Cut<TRow>(IReadOnlyList<TRow> rows, Func<TRow, (object? Key, long Id)> place)
    {
        if (rows.Count <= Limit)
        {
            return (rows, null);
        }

        var (key, id) = place(rows[Limit - 1]);
        return ([.. rows.Take(Limit)], new Cursor(key is null ? null : SortColumn.Write(key), id).Encode(_list));
    }

    private static string ListAddress(HttpRequest request) =>
        string.Create(CultureInfo.InvariantCulture, $"{request.Path}?") + string.Join('&',
        request.Query.Where(static p => p.Key is not ("cursor" or "limit" or "count" or "fields" or "etags"))
            .OrderBy(static p => p.Key, StringComparer.Ordinal)
            .Select(static p => $"{p.Key}={p.Value}"));
}
