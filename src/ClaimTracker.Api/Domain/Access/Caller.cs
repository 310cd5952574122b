namespace ClaimTracker.Api.Domain.Access;

/// <summary>Whoever asks for a change, and on what terms: all that a use case needs to know of a request.</summary>
/// <param name="Actor">Who asks.</param>
/// <param name="Permission">What the change needs.</param>
internal sealed record Caller(Actor Actor, Permission Permission)
{
    /// <summary>The state that the change was decided on.</summary>
    public Precondition IfMatch { get; init; } = Precondition.None;

    /// <summary>Finds the request in the log.</summary>
    public string TraceId { get; init; } = Log.NoTrace;

    /// <summary>The sender of a request that was let in.</summary>
    public static Caller Of(HttpContext http) =>
        new(http.Actor(), http.Permission()) { IfMatch = Precondition.Of(http.Request), TraceId = http.TraceIdentifier };
}
