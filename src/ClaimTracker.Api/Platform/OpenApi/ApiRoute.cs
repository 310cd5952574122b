using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.Binding;
using FastEndpoints;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing.Patterns;

namespace ClaimTracker.Api.Platform.OpenApi;

/// <summary>A route of the API as the document sees it: one path, one method, and what the endpoint says of itself.</summary>
internal sealed class ApiRoute
{
    private readonly EndpointMetadataCollection _metadata;

    private ApiRoute(RouteEndpoint endpoint, EndpointDefinition definition, string method)
    {
        _metadata = endpoint.Metadata;
        Path = PathOf(endpoint.RoutePattern);
        Method = HttpMethod.Parse(method);
        UseCase = definition.EndpointType;
        Tags = definition.EndpointTags ?? [];
        Request = definition.ReqDtoType;
        Shape = RequestShape.Of(Request);
    }

    public string Path { get; }

    public HttpMethod Method { get; }

    /// <summary>The class of its use case.</summary>
    public Type UseCase { get; }

    public string OperationId => UseCase.Name;

    public IReadOnlyList<string> Tags { get; }

    public Type Request { get; }

    public RequestShape Shape { get; }

    public string? Summary => Note<IEndpointSummaryMetadata>()?.Summary;

    public string? Description => Note<IEndpointDescriptionMetadata>()?.Description;

    public IReadOnlyList<RouteAnswer> Answers => _metadata.GetOrderedMetadata<RouteAnswer>();

    public IEnumerable<int> Refusals => _metadata.GetOrderedMetadata<RouteRefusals>().SelectMany(static r => r.Types).Select(static type => type.Status);

    public TakesIfMatch? IfMatch => Note<TakesIfMatch>();

    /// <summary>Whether it takes an Idempotency-Key: it makes or changes something, and is not safe to repeat.</summary>
    public bool TakesIdempotencyKey => Method == HttpMethod.Post && !Permission.Reads();

    /// <summary>What its callers must be allowed to do.</summary>
    public Permission Permission => Note<RouteAccess>()!.Permission;

    /// <summary>Content types of its body that the JSON schema does not speak of.</summary>
    public IReadOnlyList<string> PlainBodies => Note<RouteBody>()?.ContentTypes ?? TextBody?.ContentTypes ?? [];

    /// <summary>Text that it takes in the place of JSON.</summary>
    public RouteTextBody? TextBody => Note<RouteTextBody>();

    public bool HasBody => Shape.HasBody || PlainBodies.Count > 0;

    /// <summary>Every endpoint of ours that is mapped, by path.</summary>
    public static IReadOnlyList<ApiRoute> Of(EndpointDataSource source)
    {
        var routes =
            from endpoint in source.Endpoints.OfType<RouteEndpoint>()
            let definition = endpoint.Metadata.GetMetadata<EndpointDefinition>()
            where definition is not null && endpoint.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is null
            from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods
            select new ApiRoute(endpoint, definition, method);
        return [.. routes.OrderBy(static r => r.Path, StringComparer.Ordinal).ThenBy(static r => r.Method.Method, StringComparer.Ordinal)];
    }

    private T? Note<T>()
        where T : class => _metadata.GetMetadata<T>();

    // Without the constraints that RawText has.
    private static string PathOf(RoutePattern pattern) => "/" + string.Join('/', pattern.PathSegments.Select(static segment =>
        string.Concat(segment.Parts.Select(static part => part switch
        {
            RoutePatternParameterPart parameter => $"{{{parameter.Name}}}",
            RoutePatternSeparatorPart separator => separator.Content,
            RoutePatternLiteralPart literal => literal.Content,
            _ => "",
        }))));
}
