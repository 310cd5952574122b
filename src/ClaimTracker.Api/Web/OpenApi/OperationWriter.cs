using Microsoft.OpenApi;

namespace ClaimTracker.Api.Web.OpenApi;

/// <summary>Writes one operation: what a route takes and what it gives.</summary>
internal sealed class OperationWriter(
    OpenApiDocument document, SchemaWriter schemas, ParameterWriter parameters, AnswerWriter answers, Examples examples)
{
    private const string Json = "application/json";
    private const string MergePatch = "application/merge-patch+json";

    public OpenApiOperation Write(ApiRoute route) => new()
    {
        OperationId = route.OperationId,
        Summary = route.Summary,
        Description = $"{route.Description} {route.Callers}".Trim(),
        Tags = new HashSet<OpenApiTagReference>(route.Tags.Select(tag => new OpenApiTagReference(tag, document))),
        Parameters = [.. parameters.Write(route)],
        RequestBody = route.HasBody ? Body(route) : null,
        Responses = answers.Write(route),
    };

    private OpenApiRequestBody Body(ApiRoute route)
    {
        var content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal);
        if (route.Shape.Patch is { } patch)
        {
            var schema = schemas.Patch(patch.PropertyType.GenericTypeArguments[0]);
            var example = examples.Body(route, MergePatch) ?? examples.Body(route, Json);
            content[MergePatch] = new OpenApiMediaType { Schema = schema, Example = example };
            content[Json] = new OpenApiMediaType { Schema = schema, Example = example };
        }
        else if (route.Shape.HasBody)
        {
            content[Json] = new OpenApiMediaType { Schema = schemas.Body(route.Request), Example = examples.Body(route, Json) };
        }

        foreach (var type in route.PlainBodies)
        {
            content.TryAdd(type, new OpenApiMediaType
            {
                Schema = new OpenApiSchema
                {
                    Type = JsonSchemaType.String,
                    Format = route.Shape.FileTypes.Contains(type, StringComparer.Ordinal) ? "binary" : null,
                },
                Example = examples.Body(route, type),
            });
        }

        return new OpenApiRequestBody { Required = true, Content = content };
    }
}
