using ClaimTracker.Api.Domain.Fields;

namespace ClaimTracker.Api.Features.Exports;

/// <summary>
/// One line of a verdict list: a verdict, its claim, and the first sentence that makes the claim, or made it in an older version (in the
/// article of the filter, if it names one).
/// </summary>
/// <param name="Values">
/// The values in the order of <see cref="VerdictColumns"/>, as the database has them, and then those of fields. An object of each line,
/// whose members became text again, and queries of their own for claimants and addresses took a sixth of the time of an export.
/// </param>
internal sealed record VerdictLine(IReadOnlyList<object?> Values)
{
    public long VerdictId => (long)Values[0]!;

    /// <summary>The values that its claim has of fields of the desk's own. Null where the file has no column for them.</summary>
    public IReadOnlyDictionary<string, FieldValue?>? Fields { get; } = OfColumn(Values[^2]);

    /// <summary>Those of its article; none if it has no article.</summary>
    public IReadOnlyDictionary<string, FieldValue?>? ArticleFields { get; } = OfColumn(Values[^1]);

    private static IReadOnlyDictionary<string, FieldValue?>? OfColumn(object? json) =>
        json is string text ? FieldRows.OfColumn(text) : null;
}
