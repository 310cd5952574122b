namespace ClaimTracker.Api.Web.Problems;

/// <summary>
/// A refusal, thrown from anywhere in a use case; inside a write it undoes the write. The client gets it as problem+json.
/// </summary>
/// <param name="type">The kind.</param>
/// <param name="detail">What is wrong with this request, in words for its sender.</param>
internal sealed class ProblemException(ProblemType type, string detail) : Exception(detail)
{
    public ProblemType Type { get; } = type;

    /// <summary>The same refusal, of a part of a larger body.</summary>
    /// <param name="path">The path of the part, such as <c>evidence[1]</c>: the names of fields begin with it.</param>
    public ProblemException Under(string path) => new(Type, Message)
    {
        Errors = Errors?.ToDictionary(error => $"{path}.{error.Key}", static error => error.Value, StringComparer.Ordinal),
        Existing = Existing,
        Moves = Moves,
    };

    /// <summary>What is wrong by field, for <see cref="ProblemType.Invalid"/>.</summary>
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    /// <summary>Seconds after which it may go better; null where that is not known, or where waiting does not help.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>The ETag that the resource has now, of a 412.</summary>
    public string? ETag { get; init; }

    /// <summary>
    /// Address of the resource that stands in the way, for <see cref="ProblemType.Conflict"/>; of a 412, of the one that has the ETag.
    /// </summary>
    public string? Existing { get; init; }

    /// <summary>The moves that are legal now, where one was not, for <see cref="ProblemType.Conflict"/>.</summary>
    public IReadOnlyList<string>? Moves { get; init; }
}
