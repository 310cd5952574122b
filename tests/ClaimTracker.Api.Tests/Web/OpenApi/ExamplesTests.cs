using System.Text;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Tests.Documents;
using ClaimTracker.Api.Tests.Faults.Fuzz;

namespace ClaimTracker.Api.Tests.Web.OpenApi;

/// <summary>The document shows what the service takes and what it answers, and not what could be made up from its schemas.</summary>
[Collection(nameof(DescribedServer))]
public sealed class ExamplesTests(DescribedServer server)
{
    /// <summary>What a client loads before its first call, in bytes before compression.</summary>
    private const int LargestDocument = 2 * 1024 * 1024;

    private IReadOnlyList<ApiOperation> Operations => ApiOperation.All(server.Document);

    [Fact]
    public void Every_body_and_every_answer_has_an_example()
    {
        var missing = Contents()
            .Where(static content => content.Described["example"] is null && (string?)content.Described["schema"]!["format"] != "binary")
            .Select(static content => content.Name)
            .ToList();

        Assert.NotEmpty(Operations);
        Assert.True(missing.Count == 0, $"{HttpExamples.HowToWrite} There is no example of:\n{string.Join('\n', missing)}");
    }

    [Fact]
    public void Every_example_fits_its_schema()
    {
        var faults = Contents().Where(static content => content.Described["example"] is not null)
            .Select(static content => (content.Name, Fault: SchemaCheck.Fault(
                content.Operation, content.Described["schema"]!.AsObject(), content.Described["example"])))
            .Where(static one => one.Fault is not null)
            .Select(static one => $"{one.Name}: {one.Fault}");

        Assert.Empty(faults);
    }

    [Fact]
    public void A_body_is_shown_as_it_was_sent_beside_its_answer()
    {
        var create = server.Operation("CreateClaim");
        var (sent, got) = (Example(create["requestBody"]!), Example(create["responses"]!["201"]!));

        Assert.False(string.IsNullOrEmpty((string?)sent["text"]));
        Assert.Equal((string?)sent["text"], (string?)got["text"]);
    }

    [Fact]
    public async Task With_its_examples_it_is_no_larger_than_a_client_can_load() =>
        Assert.InRange(Encoding.UTF8.GetByteCount(await server.Client.GetStringAsync("/openapi/v1.json")), 1, LargestDocument);

    private static JsonNode Example(JsonNode described) => described["content"]!["application/json"]!["example"]!;

    /// <summary>Each content type of each body and each answer.</summary>
    private IEnumerable<(string Name, ApiOperation Operation, JsonObject Described)> Contents() =>
        from operation in Operations
        from part in operation.Described["responses"]!.AsObject()
            .Select(answer => (Name: answer.Key, operation.Resolve(answer.Value!.AsObject())["content"]))
            .Append((Name: "body", operation.Described["requestBody"]?["content"]))
        where part.Item2 is not null
        from content in part.Item2.AsObject()
        select ($"{operation.Method} {operation.Path} {part.Name} {content.Key}", operation, content.Value!.AsObject());
}
