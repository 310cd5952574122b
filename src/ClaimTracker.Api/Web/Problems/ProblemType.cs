namespace ClaimTracker.Api.Web.Problems;

/// <summary>A kind of error. The list is closed; each is documented at the address that its <c>type</c> names.</summary>
/// <param name="Slug">Last part of the address.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Title">The kind in words, the same each time.</param>
/// <param name="Remedy">What a developer who meets it should do.</param>
internal sealed record ProblemType(string Slug, int Status, string Title, string Remedy)
{
    public const string Folder = "/problems/";

    public static readonly ProblemType Invalid = new(
        "invalid", 400, "The request has invalid values",
        "`errors` names each field and what would be right. Correct them and send the request again.");

    public static readonly ProblemType Malformed = new(
        "malformed", 400, "The request cannot be read",
        "`detail` says where reading stopped. Send well-formed JSON in UTF-8, "
        + "or text in UTF-8 or in the encoding that Content-Type names.");

    public static readonly ProblemType Unauthorized = new(
        "unauthorized", 401, "A valid key or token is needed",
        "Send the header `Authorization: Bearer <key>` with a key or token that is valid. "
        + "Where one was sent and is not, `WWW-Authenticate` says `invalid_token`.");

    public static readonly ProblemType Forbidden = new(
        "forbidden", 403, "You are not allowed to do this", "`detail` says what is missing. Ask an editor or an admin of the desk.");

    public static readonly ProblemType NotFound = new(
        "not-found", 404, "There is nothing here", "`detail` names what was not found. Check the id and the path.");

    public static readonly ProblemType MethodNotAllowed = new(
        "method-not-allowed", 405, "This method is not allowed here", "The header `Allow` lists the methods of this path.");

    public static readonly ProblemType Conflict = new(
        "conflict", 409, "The request conflicts with the current state",
        "`detail` names what stands in the way, `existing` its address where there is one, "
        + "and `moves` what can be done with the verdict now.");

    public static readonly ProblemType InProgress = new(
        "in-progress", 409, "The same request is being carried out",
        "Wait a moment and send it again with the same Idempotency-Key: it gets the answer of the first.");

    public static readonly ProblemType Stale = new(
        "stale", 412, "It has changed since you read it",
        "Read it again, look at what changed, and repeat the edit with its new ETag in If-Match.");

    public static readonly ProblemType TooLarge = new(
        "too-large", 413, "The request is too large", "`detail` names the limit. Send less, or split it.");

    public static readonly ProblemType UnsupportedMediaType = new(
        "unsupported-media-type", 415, "This content type is not supported here", "`detail` lists the content types that are.");

    public static readonly ProblemType Misdirected = new(
        "misdirected", 421, "This host is not served here",
        "Ask for the host by the name that its operator gave it; an operator can add a name to the setting AllowedHosts.");

    public static readonly ProblemType KeyReused = new(
        "key-reused", 422, "This Idempotency-Key came with another request",
        "Use a new key for a new request, and the same key only to send the same request again.");

    public static readonly ProblemType PreconditionRequired = new(
        "precondition-required", 428, "An edit needs If-Match",
        "Read it, and send the ETag of that answer as If-Match: it protects the edits of others.");

    public static readonly ProblemType RateLimited = new(
        "rate-limited", 429, "Too many requests",
        "Wait as many seconds as `Retry-After` says. "
        + "`RateLimit-Policy` and `RateLimit` on every answer say what is allowed and what is left.");

    public static readonly ProblemType Internal = new(
        "internal", 500, "Something went wrong here", "The fault is ours. Report it with the `traceId`.");

    public static readonly ProblemType Unavailable = new(
        "unavailable", 503, "The service cannot do this just now", "Try again later; `Retry-After` says when, if that is known.");

    public static readonly ProblemType DiskFull = new(
        "disk-full", 507, "The disk is full", "Nothing was written; reading goes on. Make room on the disk of the data folder.");

    public static readonly IReadOnlyList<ProblemType> All =
    [
        Invalid, Malformed, Unauthorized, Forbidden, NotFound, MethodNotAllowed, Conflict, InProgress, Stale, TooLarge,
        UnsupportedMediaType,
        Misdirected, KeyReused, PreconditionRequired, RateLimited, Internal, Unavailable, DiskFull,
    ];

    public string Address => Folder + Slug;

    /// <summary>The kind that a bare status stands for, for answers that the framework gives without a body.</summary>
    public static ProblemType OfStatus(int status) =>
        All.FirstOrDefault(type => type.Status == status) ?? (status < 500 ? Malformed with { Status = status } : Internal);
}
