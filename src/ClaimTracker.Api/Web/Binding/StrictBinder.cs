using System.Reflection;

namespace ClaimTracker.Api.Web.Binding;

/// <summary>A request whose endpoint reads the body itself, line by line: only its parameters are bound.</summary>
internal interface IReadsItsBody;

/// <summary>
/// Binds every request, each value from one place only: the path, the query or the body. Anything that a route does not know is
/// refused: a misspelt filter must not look like a list without it.
/// </summary>
internal sealed class StrictBinder<TRequest> : IRequestBinder<TRequest>
    where TRequest : notnull
{
    private static readonly RequestShape Shape = RequestShape.Of(typeof(TRequest));

    public async ValueTask<TRequest> BindAsync(BinderContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext.Request;
        var text = BareMember(http);
        var query = text is null ? Shape.Query : Shape.QueryOfText;
        QueryKeys.Refuse(http, query, Shape.Family);
        var request = text is not null ? await ReadTextAsync(http, text, cancellation)
            : Shape.HasBody ? await ReadBodyAsync(http, cancellation)
            : await ReadNoBodyAsync(http, cancellation);
        foreach (var (name, property) in Shape.Route)
        {
            property.SetValue(request, ParameterText.Parse(name, (string)http.RouteValues[name]!, property.PropertyType));
        }

        QueryKeys.Bind(http, request, query, Shape.Family);
        return request;
    }

    // The constructor of FastEndpoints' EmptyRequest is not public.
    private static TRequest New() => (TRequest)Activator.CreateInstance(typeof(TRequest), nonPublic: true)!;

    // The member that the whole body is, by its content type; null if the body is JSON or there is none.
    private static PropertyInfo? BareMember(HttpRequest request)
    {
        if (Shape.TextBodies.Count == 0 || RequestBody.IsMissing(request))
        {
            return null;
        }

        var type = RequestBody.RequireType(request, Shape.ContentTypes);
        return Shape.FileTypes.Contains(type, StringComparer.Ordinal) ? Shape.File : Shape.TextBodies.GetValueOrDefault(type);
    }

    private static async Task<TRequest> ReadTextAsync(HttpRequest request, PropertyInfo member, CancellationToken cancellation)
    {
        var bound = New();
        member.SetValue(
            bound,
            member == Shape.File
                ? await RequestBody.ReadFileAsync(request, cancellation)
                : await RequestBody.ReadTextAsync(request, member, cancellation));
        return bound;
    }

    private static async Task<TRequest> ReadNoBodyAsync(HttpRequest request, CancellationToken cancellation)
    {
        // An endpoint without a request type reads its body itself, if it has one.
        var unread = HttpMethods.IsGet(request.Method) || typeof(TRequest) == typeof(EmptyRequest)
            || typeof(TRequest).IsAssignableTo(typeof(IReadsItsBody));
        if (!unread
            && (await RequestBody.ReadAsync(request, cancellation)).AsSpan().Trim(" \t\r\n"u8) is not ([] or [(byte)'{', (byte)'}']))
        {
            throw Problem.Malformed("This route accepts no body.");
        }

        return New();
    }

    private static async Task<TRequest> ReadBodyAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (RequestBody.IsMissing(request))
        {
            // The validator then names the members that are required.
            return Shape.Patch is null
                ? (TRequest)JsonBody.Read("{}"u8, typeof(TRequest))
                : throw Problem.Malformed("The body is missing: send a JSON object with the members to change.");
        }

        RequestBody.RequireType(request, Shape.ContentTypes);
        var body = await RequestBody.ReadAsync(request, cancellation);
        if (Shape.Patch is not { } patch)
        {
            return (TRequest)JsonBody.Read(body, typeof(TRequest));
        }

        var bound = New();
        patch.SetValue(bound, MergePatches.Read(patch.PropertyType, body));
        return bound;
    }
}
