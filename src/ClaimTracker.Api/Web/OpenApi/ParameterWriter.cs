using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace ClaimTracker.Api.Web.OpenApi;

/// <summary>Writes the parameters of a route as the binder reads them.</summary>
internal sealed class ParameterWriter(SchemaWriter schemas, XmlDocs docs)
{
    public IEnumerable<IOpenApiParameter> Write(ApiRoute route)
    {
        var rules = ValidatorRules.OfRequest(route.Request);
        foreach (var (name, property) in route.Shape.Route)
        {
            yield return Of(ParameterLocation.Path, name, property, rules[property.Name]);
        }

        foreach (var (name, property) in route.Shape.Query)
        {
            var parameter = Of(ParameterLocation.Query, name, property, rules[property.Name]);
            if (name == "limit" && parameter.Schema is OpenApiSchema limit && typeof(IPaged).IsAssignableFrom(route.Request))
            {
                limit.Default = JsonValue.Create(HttpLimits.DefaultPageSize);
            }

            if (name == "fields" && parameter.Schema is OpenApiSchema { Items: OpenApiSchema field } && route.Item is { } item)
            {
                field.Enum = [.. ItemForm.Members(item, route.ListsTags).Select(static member => JsonValue.Create(member))];
            }

            yield return parameter;
        }

        // Members of the JSON body that are query parameters beside a body that is bare text.
        foreach (var (name, property) in route.Shape.QueryOfText.Where(one => !route.Shape.Query.ContainsKey(one.Key)))
        {
            var parameter = Of(ParameterLocation.Query, name, property, rules[property.Name]);
            var types = string.Join(" or ", route.PlainBodies);
            parameter.Description = $"{parameter.Description} Only with a body of {types}.".TrimStart();
            yield return parameter;
        }

        if (route.IfMatch is { } ifMatch)
        {
            yield return Header(
                "If-Match",
                "The ETag of the version that the edit is based on. If it has changed since, the answer is 412 and nothing is written.",
                ifMatch.Required);
        }

        if (route.TakesIdempotencyKey)
        {
            var key = Header(
                IdempotencyKey.Header,
                "Your name for this request. If you send the same request with it again within 24 hours, "
                + "it is carried out once and answered as before.");
            ((OpenApiSchema)key.Schema!).MaxLength = HttpLimits.IdempotencyKeyLength;
            yield return key;
        }

        if (AnswerWriter.HasETag(route))
        {
            yield return Header("If-None-Match", "The ETag that you have. If it has not changed, the answer is 304, without a body.");
        }
    }

    private OpenApiParameter Of(ParameterLocation place, string name, PropertyInfo property, MemberRules rules)
    {
        var schema = schemas.Parameter(property, rules);
        if (schema is OpenApiSchema own)
        {
            // Numbers in an address have no sign, and ids begin at 1.
            var number = own.Items as OpenApiSchema ?? own;
            number.Minimum ??= number switch
            {
                { Format: "int64" } => "1",
                { Type: JsonSchemaType.Integer or JsonSchemaType.Number } => "0",
                _ => null,
            };
        }

        var parameter = new OpenApiParameter
        {
            Name = name,
            In = place,
            Required = place == ParameterLocation.Path || rules.Required,
            Description = docs.Of(property),
            Schema = schema,
        };
        if (schema is OpenApiSchema { Type: JsonSchemaType.Array } list)
        {
            (list.MinItems, list.MaxItems) = (1, HttpLimits.ListedValues);
            (parameter.Style, parameter.Explode) = (ParameterStyle.Form, false); // One text, with commas between the values.
        }

        return parameter;
    }

    private static OpenApiParameter Header(string name, string description, bool required = false) => new()
    {
        Name = name,
        Required = required,
        In = ParameterLocation.Header,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };
}
