using System.Globalization;

namespace ClaimTracker.Api.Web.Lists;

/// <summary>A way to sort a list: a constant column that is never null, then the id, which breaks every tie.</summary>
/// <param name="Column">The column, as SQL.</param>
/// <param name="Id">The id column, as SQL.</param>
/// <param name="Descending">Whether the largest comes first.</param>
/// <param name="Type">The type of the column's values.</param>
internal sealed record SortColumn(string Column, string Id, bool Descending, Type Type)
{
    public bool IsId => Column == Id;

    public string Direction => Descending ? "desc" : "asc";

    public static SortColumn ById(string id, bool descending = false) => new(id, id, descending, typeof(long));

    /// <summary>The sorts of a list that knows no other: by id, the newest first or last.</summary>
    public static Dictionary<string, SortColumn> IdBothWays(string id) =>
        new(StringComparer.Ordinal) { ["-id"] = ById(id, descending: true), ["id"] = ById(id) };

    /// <summary>The sorts of a list of things that are edited: by id, and by the instant of the last edit.</summary>
    public static Dictionary<string, SortColumn> IdAndUpdate(string id, string updatedAt) => new(IdBothWays(id), StringComparer.Ordinal)
    {
        ["-updatedAt"] = new(updatedAt, id, Descending: true, typeof(DateTimeOffset)),
        ["updatedAt"] = new(updatedAt, id, Descending: false, typeof(DateTimeOffset)),
    };

    /// <summary>Whether a request sorts by the instant of the last edit.</summary>
    public static bool IsByUpdate(string? sort) => sort is "-updatedAt" or "updatedAt";

    /// <summary>Writes a value of the column into a cursor.</summary>
    public static string Write(object key) => key is DateTimeOffset instant
        ? instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)
        : Convert.ToString(key, CultureInfo.InvariantCulture)!;

    /// <summary>Reads it back.</summary>
    public object Read(string key) => Type == typeof(DateTimeOffset)
        ? InstantConverter.TryParse(key, out var instant) ? instant : DateTimeOffset.UnixEpoch
        : Convert.ToInt64(key, CultureInfo.InvariantCulture);
}
