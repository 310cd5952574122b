namespace ClaimTracker.Api.Web.Binding;

/// <summary>
/// Binds every request, each value from one place only: the path, the query or the body. What a route does not know is refused,
/// never passed over: a misspelt filter must not look like a list without it.
/// </summary>
internal sealed class StrictBinder<TRequest> : IRequestBinder<TRequest>
    where TRequest : notnull
{
    private static readonly RequestShape Shape = RequestShape.Of(typeof(TRequest));

    public async ValueTask<TRequest> BindAsync(BinderContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        QueryKeys.Refuse(http.Request, Shape.Query);
        var request = Shape.HasBody ? await ReadBodyAsync(http.Request, cancellation) : await ReadNoBodyAsync(http.Request, cancellation);
        foreach (var (name, property) in Shape.Route)
        {
            property.SetValue(request, ParameterText.Parse(name, (string)http.Request.RouteValues[name]!, property.PropertyType));
        }

        QueryKeys.Bind(http.Request, request, Shape.Query);
        return request;
    }

    // The constructor of FastEndpoints' EmptyRequest is not public.
    private static TRequest New() => (TRequest)Activator.CreateInstance(typeof(TRequest), nonPublic: true)!;

    private static async Task<TRequest> ReadNoBodyAsync(HttpRequest request, CancellationToken cancellation)
    {
        // An endpoint without a request type reads its body itself, if it has one.
        var unread = HttpMethods.IsGet(request.Method) || typeof(TRequest) == typeof(EmptyRequest);
        if (!unread && (await RequestBody.ReadAsync(request, cancellation)).AsSpan().Trim(" \t\r\n"u8) is not ([] or [(byte)'{', (byte)'}']))
        {
            throw Problem.Malformed("This route accepts no body.");
        }

        return New();
    }

    private static async Task<TRequest> ReadBodyAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (Shape.Patch is not { } patch)
        {
            RequestBody.RequireType(request, "application/json");
            return (TRequest)JsonBody.Read(await RequestBody.ReadAsync(request, cancellation), typeof(TRequest));
        }

        RequestBody.RequireType(request, "application/json", "application/merge-patch+json");
        var bound = New();
        patch.SetValue(bound, MergePatches.Read(patch.PropertyType, await RequestBody.ReadAsync(request, cancellation)));
        return bound;
    }
}
