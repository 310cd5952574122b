using System.Runtime.CompilerServices;
using ClaimTracker.Api.Domain.ImportedReviews;

namespace ClaimTracker.Api.Features.Imports;

/// <summary>Reads what files bring, by their format.</summary>
internal static class ImportItems
{
    /// <summary>The member of an outer object in which the items of a data set may stand.</summary>
    private static readonly HashSet<string> DatasetLists = new(StringComparer.Ordinal) { "data", "claims", "items" };

    /// <summary>The items of the file after the last that is done.</summary>
    public static IAsyncEnumerable<ImportItem> ReadAsync(
        ImportRow import, Stream file, Headings headings, CancellationToken cancellation) => import.Format switch
        {
            ImportFormat.Csv => CsvRows.ReadAsync(file, headings, isGuarded: !import.RawFormulas, import.Lines, cancellation),
            ImportFormat.Xlsx => SheetRows.ReadAsync(file, headings, isGuarded: !import.RawFormulas, import.Lines, cancellation),
            ImportFormat.Jsonl => JsonRows.ReadAsync(file, headings, import.Lines, cancellation),
            ImportFormat.Claimreview or ImportFormat.Google =>
                OfJsonAsync(file, ClaimReviewMarkup.Lists, import.Lines, ReviewItem.Of, cancellation),
            ImportFormat.Csl => OfJsonAsync(file, DatasetLists, import.Lines, CslItem.Of, cancellation),
            ImportFormat.Fever => OfJsonAsync(file, DatasetLists, import.Lines, DatasetRows.OfFever, cancellation),
            ImportFormat.Averitec => OfJsonAsync(file, DatasetLists, import.Lines, DatasetRows.OfAveritec, cancellation),
            _ => throw new InvalidOperationException($"{import.Format} has no items."),
        };

    private static async IAsyncEnumerable<ImportItem> OfJsonAsync(
        Stream file,
        IReadOnlySet<string> lists,
        long after,
        Func<JsonItem, ImportItem> read,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var item in JsonItems.ReadAsync(file, lists, Limits.ImportRowBytes, cancellation))
        {
            if (item.Number > after)
            {
                yield return item.Fault is { } fault ? new UnreadItem(item.Number) { Fault = fault } : Of(item, read);
            }
        }
    }

    private static ImportItem Of(JsonItem item, Func<JsonItem, ImportItem> read)
    {
        try
        {
            return read(item);
        }
        catch (InvalidOperationException) // A text that is not in UTF-8.
        {
            return new UnreadItem(item.Number) { Fault = "It is not in UTF-8." };
        }
    }
}
