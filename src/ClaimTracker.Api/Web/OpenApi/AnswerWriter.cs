using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;

namespace ClaimTracker.Api.Web.OpenApi;

/// <summary>Writes what a route answers: its own successes and refusals, and the errors that every route has.</summary>
internal sealed class AnswerWriter(OpenApiDocument document, SchemaWriter schemas, XmlDocs docs, Examples examples)
{
    private const string Json = "application/json";
    private const string ETag = "Changes whenever the representation does.";

    private static readonly int[] Common = [400, 401, 403, 421, 429, 500, 503];
    private static readonly int[] OfBodies = [413, 415];
    private static readonly int[] OfWrites = [507];

    /// <summary>Whether it can answer 304: it reads a resource, a page of a list or a file.</summary>
    public static bool HasETag(ApiRoute route) => route.Method == HttpMethod.Get && SendsETag(route);

    public OpenApiResponses Write(ApiRoute route)
    {
        var responses = new OpenApiResponses();
        foreach (var answers in route.Answers.GroupBy(static a => a.Status))
        {
            responses[answers.Key.ToString()] = Success(route, answers.Key, [.. answers]);
        }

        if (HasETag(route))
        {
            responses["304"] = new OpenApiResponse
            {
                Description = "It has not changed since that ETag.",
                Headers = Headers(("ETag", ETag)),
            };
        }

        var refusals = Common.Concat(route.HasBody ? OfBodies : [])
            .Concat(route.Writes ? OfWrites : [])
            .Concat(OfIfMatch(route))
            .Concat(route.TakesIdempotencyKey ? [409, 422] : [])
            .Concat(route.Refusals);
        foreach (var status in refusals.Distinct().Order())
        {
            responses[status.ToString()] = Refusal(status);
        }

        return responses;
    }

    private static int[] OfIfMatch(ApiRoute route) => route.IfMatch switch
    {
        null => [],
        { Required: true } => [412, 428],
        _ => [412],
    };

    private OpenApiResponse Success(ApiRoute route, int status, IReadOnlyList<RouteAnswer> answers)
    {
        var response = new OpenApiResponse { Description = Describe(status, answers) };
        foreach (var answer in answers.Where(static a => a is { Type: not null, ContentType: not null }))
        {
            response.Content ??= new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal);
            response.Content[answer.ContentType!] = new OpenApiMediaType
            {
                Schema = Of(answer),
                Example = examples.Answer(route, status, answer.ContentType!),
            };
        }

        if (status == StatusCodes.Status308PermanentRedirect)
        {
            response.Description = "It was merged into another, and is found at the address of that one.";
            response.Headers = Headers(("Location", "The same request at that address."));
            return response;
        }

        List<(string Name, string Description)> headers = [];
        if (status == StatusCodes.Status201Created)
        {
            headers.Add(("Location", "The address of the created resource."));
        }
        else if (SendsETag(route) && (route.Method == HttpMethod.Post || route.Method == HttpMethod.Put))
        {
            headers.Add(("Location", "The address of the resource that it answers with."));
        }

        if (SendsETag(route) && answers.Any(HasETag))
        {
            headers.Add(("ETag", ETag));
        }

        if (answers.Any(IsPage))
        {
            headers.Add(("Link", "The address of the next page, as rel=\"next\"; absent on the last page (RFC 8288)."));
        }

        headers.AddRange(route.Headers.Select(static header => (header.Name, header.Description)));
        response.Headers = Headers([.. headers]);
        return response;
    }

    // Lines of JSON are no JSON: what a line is stands beside it as a schema of its own.
    private IOpenApiSchema Of(RouteAnswer answer)
    {
        if (answer.Type == typeof(byte[]))
        {
            return new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" };
        }

        var schema = schemas.Answer(answer.Type!);
        return answer.ContentType == NdJson.ContentType && schema is OpenApiSchemaReference { Reference.Id: { } line }
            ? new OpenApiSchema { Type = JsonSchemaType.String, Description = $"Each line is the JSON of one {line}." }
            : schema;
    }

    private string Describe(int status, IReadOnlyList<RouteAnswer> answers) =>
        answers.Select(a => a.Type is null
            ? null
            : docs.Of(a.Type)).FirstOrDefault(static text => text is not null) ?? ReasonPhrases.GetReasonPhrase(status);

    private OpenApiResponseReference Refusal(int status)
    {
        var name = "Problem" + status;
        if (document.Components?.Responses?.ContainsKey(name) != true)
        {
            document.AddComponent<IOpenApiResponse>(name, new OpenApiResponse
            {
                Description = string.Join(" ", OfStatus(status).Select(static type => $"[{type.Title}]({type.Address}).")),
                Headers = HeadersOfRefusal(status),
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
                {
                    ["application/problem+json"] = new OpenApiMediaType
                    {
                        Schema = schemas.Answer(typeof(ProblemBody)),
                        Example = examples.Problem(status),
                    },
                },
            });
        }

        return new OpenApiResponseReference(name, document);
    }

    private static Dictionary<string, IOpenApiHeader>? HeadersOfRefusal(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => Headers(
            ("WWW-Authenticate", "`Bearer`, with `error=\"invalid_token\"` if a key or token was sent.")),
        StatusCodes.Status412PreconditionFailed => Headers(("ETag", "The present ETag of the resource.")),
        StatusCodes.Status503ServiceUnavailable => Headers(
            ("Retry-After", "Seconds to wait before trying again; absent if waiting does not help.")),
        StatusCodes.Status429TooManyRequests => Headers(
            ("Retry-After", "Seconds to wait before trying again."),
            ("RateLimit-Policy", "What is allowed: `q` requests in `w` seconds to one key, user or address. Every answer says so."),
            ("RateLimit", "What is left: `r` requests in the next `t` seconds. Every answer says so.")),
        _ => null,
    };

    private static IEnumerable<ProblemType> OfStatus(int status) =>
        ProblemType.All.Where(type => type.Status == status).DefaultIfEmpty(ProblemType.OfStatus(status));

    private static bool IsPage(RouteAnswer answer) =>
        answer.Type is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Page<>);

    private static bool SendsETag(ApiRoute route) => !route.AnswersNoResource && route.Answers.Any(HasETag);

    private static bool HasETag(RouteAnswer answer) =>
        answer.Type == typeof(byte[])
        || answer is { Type: not null, ContentType: Json or NdJson.ContentType or "text/plain" or "text/csv" or "text/html" }
        || answer.ContentType?.EndsWith("+json", StringComparison.Ordinal) == true
        || answer.ContentType?.EndsWith("+xml", StringComparison.Ordinal) == true;

    private static Dictionary<string, IOpenApiHeader>? Headers(params ReadOnlySpan<(string Name, string Description)> headers)
    {
        var all = new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal);
        foreach (var (name, description) in headers)
        {
            all[name] = new OpenApiHeader { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
        }

        return all.Count > 0 ? all : null;
    }
}
