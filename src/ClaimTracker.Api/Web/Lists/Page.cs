namespace ClaimTracker.Api.Web.Lists;

/// <summary>One page of a list.</summary>
/// <param name="Items">The rows, in the order of the list.</param>
/// <param name="Next">The cursor of the next page, or null at the end.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? Next)
{
    /// <summary>How many there are in all; only where <c>count=true</c> asked for it, since counting reads them all.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    public long? Total { get; init; }
}
