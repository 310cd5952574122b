using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace ClaimTracker.Api.Web.OpenApi;

/// <summary>Writes the document from the routes as they are mapped.</summary>
internal sealed class DocumentTransformer(EndpointDataSource endpoints) : IOpenApiDocumentTransformer
{
    private const string Scheme = "bearer";

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        var docs = XmlDocs.Of(typeof(DocumentTransformer).Assembly);
        document.Info = ApiInfo.Make();

        // Relative: the document does not depend on the Host header of a caller.
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.AddComponent<IOpenApiSecurityScheme>(Scheme, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = Scheme,
            Description =
                "An API key of this instance, or a token of the newsroom's identity provider, in the header `Authorization: Bearer <key>`.",
        });
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, document)] = [] }];

        var routes = ApiRoute.Of(endpoints);
        document.Tags = Tags(routes, docs);
        document.Paths = Paths(document, routes, docs);
        return Task.CompletedTask;
    }

    private static HashSet<OpenApiTag> Tags(IReadOnlyList<ApiRoute> routes, XmlDocs docs)
    {
        // The tag "Rating scales" is described by the XML docs of RatingScalesGroup.
        var groups = typeof(DocumentTransformer).Assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(Group)))
            .ToDictionary(static type => type.Name, docs.Of, StringComparer.OrdinalIgnoreCase);
        var tags = routes.SelectMany(static r => r.Tags).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return [.. tags.Select(tag => new OpenApiTag
        {
            Name = tag,
            Description = groups.GetValueOrDefault(tag.Replace(" ", "", StringComparison.Ordinal) + nameof(Group)),
        })];
    }

    private static OpenApiPaths Paths(OpenApiDocument document, IReadOnlyList<ApiRoute> routes, XmlDocs docs)
    {
        var schemas = new SchemaWriter(
            document, docs, routes.Where(static route => route.ListsTags).Select(static route => route.Item!).ToHashSet());
        var examples = Examples.Read();
        var operations = new OperationWriter(
            document, schemas, new ParameterWriter(schemas, docs), new AnswerWriter(document, schemas, docs, examples), examples);
        var paths = new OpenApiPaths();
        foreach (var path in routes.GroupBy(static r => r.Path, StringComparer.Ordinal))
        {
            paths[path.Key] = new OpenApiPathItem { Operations = path.ToDictionary(static r => r.Method, operations.Write) };
        }

        return paths;
    }
}
