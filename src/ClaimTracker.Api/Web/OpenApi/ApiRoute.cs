using ClaimTracker.Api.Web.Binding;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing.Patterns;

namespace ClaimTracker.Api.Web.OpenApi;

/// <summary>A route of the API as the document sees it: one path, one method, and what the endpoint says of itself.</summary>
internal sealed class ApiRoute
{
    private ApiRoute(RouteEndpoint endpoint, EndpointDefinition definition, string method)
    {
        Metadata = endpoint.Metadata;
        Path = PathOf(endpoint.RoutePattern);
        Method = HttpMethod.Parse(method);
        UseCase = definition.EndpointType;
        Tags = definition.EndpointTags ?? [];
        Request = definition.ReqDtoType;
        Shape = RequestShape.Of(Request);
        Summary = definition.EndpointSummary?.Summary;
        Description = definition.EndpointSummary?.Description is { Length: > 0 } text ? text : null;
        Writes = typeof(IWriteRoute).IsAssignableFrom(definition.EndpointType);
        TakesIdempotencyKey = Method == HttpMethod.Post && Writes;
    }

    public string Path { get; }

    public HttpMethod Method { get; }

    /// <summary>The class of its use case.</summary>
    public Type UseCase { get; }

    /// <summary>The name of the use case, and with several forms that of the form.</summary>
    public string OperationId =>
        Form is { } form ? $"{UseCase.Name}As{char.ToUpperInvariant(form.Extension[0])}{form.Extension[1..]}" : UseCase.Name;

    public IReadOnlyList<string> Tags { get; }

    public Type Request { get; }

    public RequestShape Shape { get; }

    /// <summary>The type of the items that it lists; null if it answers no page.</summary>
    public Type? Item => Answers.Select(static answer => answer.Type)
        .FirstOrDefault(static type => type is { IsGenericType: true } && type.GetGenericTypeDefinition() == typeof(Page<>))
        ?.GenericTypeArguments[0];

    /// <summary>Whether it can show its items with their ETags.</summary>
    public bool ListsTags => typeof(ITagged).IsAssignableFrom(Request);

    public string? Summary { get; }

    public string? Description { get; }

    /// <summary>Everything that the endpoint says of itself.</summary>
    public EndpointMetadataCollection Metadata { get; }

    /// <summary>A sentence on who may call it; null where none was given.</summary>
    public string? Callers => Note<RouteCallers>()?.Sentence;

    /// <summary>Its successes.</summary>
    public IReadOnlyList<RouteAnswer> Answers =>
    [
        .. Produced.Where(static p => p.StatusCode < 400)
            .Select(static p => new RouteAnswer(p.StatusCode, p.Type, p.ContentTypes.FirstOrDefault()))
            .Where(answer => Form is null || answer.ContentType == Form.Value.ContentType),
    ];

    /// <summary>The statuses of its own refusals, beside those that every route has.</summary>
    public IEnumerable<int> Refusals => Produced.Where(static p => p.StatusCode >= 400).Select(static p => p.StatusCode);

    public TakesIfMatch? IfMatch => Note<TakesIfMatch>();

    /// <summary>Whether it makes or changes something.</summary>
    public bool Writes { get; }

    /// <summary>Whether what it answers is no resource, and so has no ETag.</summary>
    public bool AnswersNoResource => Note<NoResource>() is not null;

    /// <summary>Headers of its successes, beside those that follow from what they are.</summary>
    public IEnumerable<SentHeader> Headers => Metadata.GetOrderedMetadata<SentHeader>();

    /// <summary>Whether it takes an Idempotency-Key: it makes or changes something, and is not safe to repeat.</summary>
    public bool TakesIdempotencyKey { get; }

    /// <summary>Content types of its body that the JSON schema does not speak of.</summary>
    public IEnumerable<string> PlainBodies => Note<RouteBody>()?.ContentTypes ?? [.. Shape.TextBodies.Keys, .. Shape.FileTypes];

    public bool HasBody => Shape.HasBody || PlainBodies.Any();

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

    // The form that its path ends in, where it has several.
    private (string Extension, string ContentType)? Form =>
        Note<RouteForms>() is { } forms
            && Path[(Path.LastIndexOf('.') + 1)..] is var extension ? (extension, forms.ContentTypes[extension]) : null;

    private IEnumerable<IProducesResponseTypeMetadata> Produced => Metadata.GetOrderedMetadata<IProducesResponseTypeMetadata>();

    private T? Note<T>()
        where T : class => Metadata.GetMetadata<T>();

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
