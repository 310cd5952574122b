using Microsoft.OpenApi;

namespace ClaimTracker.Api.Web.OpenApi;

/// <summary>What the document says of the API as a whole.</summary>
internal static class ApiInfo
{
    /// <summary>The version of this program.</summary>
    public static string Version { get; } = typeof(ApiInfo).Assembly.GetName().Version!.ToString(fieldCount: 3);

    public static OpenApiInfo Make() => new()
    {
        Title = "ClaimTracker API",
        Version = Version,
        License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" },
        Description = $"""
            Takes statements from an article through extraction, evidence and rating to a published verdict.
            The [guides](/help) explain the [API](/help/api), the [service](/help/operations) and its [database](/help/database).

            Every route needs a key, or a token of the identity provider, sent as `Authorization: Bearer <key>`; where the desk lets
            the public read, what was published needs none. JSON is in UTF-8; what a route does not know is refused,
            members of a body and query parameters alike. Lengths and offsets count Unicode code points.

            Wherever there is GET there is HEAD, and every path answers OPTIONS. A resource has a strong ETag: send it back as
            `If-None-Match` to save the transfer, or as `If-Match` to edit only what you have seen. Longer answers are compressed for
            clients that accept br or gzip. Each of these has an ETag of its own, and you may send any of them.

            A list gives at most {HttpLimits.PageSize} rows a page, {HttpLimits.DefaultPageSize} unless `limit` says otherwise.
            `next` is the cursor of the page after it, and null at the end.

            Unless the settings say otherwise, a key may send {HttpLimits.RequestsPerKey:N0} requests a minute, an address without a
            """ + $"""
             valid key
            {HttpLimits.RequestsPerAddress}, and {HttpLimits.ConcurrentExports} exports run at once. `RateLimit-Policy` and
            """ + $"""
             `RateLimit` on each answer say what is
            allowed and what is left; past it comes 429 with `Retry-After`.

            The examples are requests that this service took, and its answers. Their lists end after two items and long texts at "…".

            ## Errors

            Every error is `application/problem+json` (RFC 9457). Its `type` is one of these addresses, where it is explained:

            | type | status | meaning |
            |---|---|---|
            {string.Join('\n', ProblemType.All.Select(Row))}
            """,
    };

    private static string Row(ProblemType type) => $"| [{type.Address}]({type.Address}) | {type.Status} | {type.Title} |";
}
