using System.Text.Json.Serialization;

namespace ClaimTracker.Api.Web.Problems;

/// <summary>An error as every route sends it (RFC 9457).</summary>
/// <param name="Type">Address of the page that documents this kind of error.</param>
/// <param name="Title">The kind in words.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What is wrong with this request.</param>
/// <param name="Instance">The path of the request.</param>
/// <param name="TraceId">Finds the request in the log.</param>
internal sealed record ProblemBody(string Type, string Title, int Status, string Detail, string Instance, string TraceId)
{
    /// <summary>What is wrong, by field.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    /// <summary>Address of the resource that stands in the way; of a 412, the one whose GET gives the right ETag.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Existing { get; init; }

    /// <summary>
    /// The moves that are legal now, where one was tried that is not; those of a verdict are submit, approve, reject, publish, retract and
    /// corrections.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Moves { get; init; }

    public static ProblemBody Of(ProblemException problem, HttpContext http) =>
        new(problem.Type.Address, problem.Type.Title, problem.Type.Status, problem.Message, http.Request.Path, http.TraceIdentifier)
        {
            Errors = problem.Errors,
            Existing = problem.Existing ?? (problem.ETag is null ? null : (string?)http.Request.Path),
            Moves = problem.Moves,
        };
}
