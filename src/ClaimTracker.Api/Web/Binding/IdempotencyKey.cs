namespace ClaimTracker.Api.Web.Binding;

/// <summary>
/// A client's name for a POST, so that it can be sent again without being done twice (draft-ietf-httpapi-idempotency-key-header).
/// It is the client's own: another user may use the same.
/// </summary>
/// <param name="Value">As it was sent.</param>
/// <param name="RequestSha256">SHA-256 of the request that it came with.</param>
internal sealed record IdempotencyKey(string Value, string RequestSha256)
{
    public const string Header = "Idempotency-Key";

    /// <returns>The key of a request, or null where it has none, or needs none since its method is safe to repeat.</returns>
    /// <exception cref="ProblemException">400: it is not a valid key.</exception>
    public static IdempotencyKey? Of(HttpContext http)
    {
        var sent = http.Request.Headers[Header];
        if (sent.Count == 0 || !HttpMethods.IsPost(http.Request.Method))
        {
            return null;
        }

        return sent is [{ Length: >= 1 and <= HttpLimits.IdempotencyKeyLength } value] && value.All(static c => c is >= ' ' and <= '~')
            ? new IdempotencyKey(value, RequestDigest.Of(http))
            : throw Problem.Invalid(
                Header, $"must appear exactly once, with 1 to {HttpLimits.IdempotencyKeyLength} visible ASCII characters");
    }
}
