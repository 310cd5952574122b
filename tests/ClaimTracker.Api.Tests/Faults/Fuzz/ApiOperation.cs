using System.Text.Json.Nodes;

namespace ClaimTracker.Api.Tests.Faults.Fuzz;

/// <summary>An operation as the OpenAPI document describes it.</summary>
/// <param name="Document">The whole document, for its references.</param>
/// <param name="Path">The path with its parameters in braces.</param>
/// <param name="Method">The method in upper case.</param>
/// <param name="Described">What the document says of it.</param>
internal sealed record ApiOperation(JsonNode Document, string Path, string Method, JsonObject Described)
{
    public IReadOnlyList<JsonObject> Parameters =>
        [.. (Described["parameters"]?.AsArray() ?? []).Select(parameter => Resolve(parameter!.AsObject()))];

    /// <summary>The schema of a JSON body; null if it takes none.</summary>
    public JsonObject? Body =>
        Described["requestBody"]?["content"]?.AsObject()
            .Where(static content => content.Key is "application/json" or "application/merge-patch+json")
            .Select(static content => content.Value!["schema"]!.AsObject())
            .FirstOrDefault();

    public static IReadOnlyList<ApiOperation> All(JsonNode document) =>
    [
        .. from path in document["paths"]!.AsObject()
           from operation in path.Value!.AsObject()
           where operation.Value is JsonObject
           select new ApiOperation(document, path.Key, operation.Key.ToUpperInvariant(), operation.Value!.AsObject()),
    ];

    /// <summary>The answer with a status; null if the document has none.</summary>
    public JsonObject? Answer(int status) =>
        Described["responses"]![status.ToString(System.Globalization.CultureInfo.InvariantCulture)] is JsonObject answer
            ? Resolve(answer)
            : null;

    /// <summary>Follows references to what they stand for.</summary>
    public JsonObject Resolve(JsonObject described)
    {
        while ((string?)described["$ref"] is { } reference)
        {
            described = reference.Split('/').Skip(1).Aggregate(Document, static (node, name) => node[name]!).AsObject();
        }

        return described;
    }
}
