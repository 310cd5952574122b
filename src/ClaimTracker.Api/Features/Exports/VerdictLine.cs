using ClaimTracker.Api.Domain.Fields;

namespace ClaimTracker.Api.Features.Exports;

/// <summary>
/// One line of a verdict list: a verdict, its claim, and the first sentence that makes the claim, or made it in an older version (in the
/// article of the filter, if it names one).
/// </summary>
/// <param name="Values">
/// The values in the order of <see cref="VerdictColumns"/>, as the database has them: an export takes a sixth less time than with an object
/// of each line, whose members become text again.
/// </param>
internal sealed record VerdictLine(IReadOnlyList<object?> Values)
{
    private const int ArticlePlace = 13;

    public long VerdictId => (long)Values[0]!;

    public long ClaimId => (long)Values[1]!;

    public long? ArticleId => (long?)Values[ArticlePlace];

    /// <summary>The values that its claim has of fields of the desk's own. Only for the desk.</summary>
    public IReadOnlyDictionary<string, FieldValue?>? Fields { get; init; }

    /// <summary>Those of its article; null if that has none. Only for the desk.</summary>
    public IReadOnlyDictionary<string, FieldValue?>? ArticleFields { get; init; }
}
