using System.Text.Json;
using System.Text.Json.Nodes;

namespace ClaimTracker.Api.Web.OpenApi;

/// <summary>
/// Bodies that the service took and what it answered: http/examples.json, which a test writes from the .http files. Made up from a schema
/// they would be refused.
/// </summary>
internal sealed class Examples
{
    private const string File = "OpenApi/examples.json";

    private readonly JsonNode _all;

    private Examples(JsonNode all) => _all = all;

    public static Examples Read()
    {
        using var file = typeof(Examples).Assembly.GetManifestResourceStream(File)!;
        return new Examples(JsonNode.Parse(file)!);
    }

    public JsonNode? Body(ApiRoute route, string contentType) => Of(route, "body", contentType);

    public JsonNode? Answer(ApiRoute route, int status, string contentType) => Of(route, status.ToString(), contentType);

    /// <summary>A refusal with this status. Those that no request can bring about at will are as the service answers them.</summary>
    public JsonNode? Problem(int status) => _all["problems"]![status.ToString()] ?? Plain(ProblemType.OfStatus(status));

    private JsonNode? Of(ApiRoute route, string part, string contentType) =>
        _all["routes"]![$"{route.Method} {route.Path}"]?[part]?[contentType];

    private static JsonNode? Plain(ProblemType type) => JsonSerializer.SerializeToNode(
        new ProblemBody(type.Address, type.Title, type.Status, type.Title + ".", "/api/v1/claims", new string('0', 32)),
        ApiJson.Options);
}
