using System.Text.Json.Nodes;
using ClaimTracker.Api.Tests.Faults.Fuzz;
using ClaimTracker.Api.Tests.Hosting;
using Xunit.Abstractions;

namespace ClaimTracker.Api.Tests.Web.OpenApi;

/// <summary>
/// What the document says may be left out or null, the service takes without it; what it says is required, the service demands. A
/// generated client checks its calls by these words.
/// </summary>
public sealed class DemandsTests(SeededHost seeded, ITestOutputHelper output) : IClassFixture<SeededHost>
{
    private const string LeftOut = "left out";
    private const string Null = "null";

    /// <summary>Whether these are demanded depends on other members: no list of required members can say so.</summary>
    private static readonly string[] Depending =
        ["CreateArticle.text", "ReviseArticle.text", "CreateField.choices", "EditField.choices"];

    private readonly ApiHost _host = seeded.Host;

    [Fact]
    public async Task The_service_demands_what_the_document_says_is_required_and_nothing_else()
    {
        var document = (await _host.Api.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/openapi/v1.json"))).Json;
        var (wrong, tried) = (new List<string>(), 0);
        foreach (var operation in ApiOperation.All(document).Where(static operation => operation.Body is not null))
        {
            var type = EndpointTypes.All.Single(type => type.Name == (string?)operation.Described["operationId"]);
            foreach (var (name, way, demanded, body) in Variants(operation, type))
            {
                var route = _host.Route(type.Name);
                var answer = await _host.Api.SendAsync(Refusals.Request(
                    route.Method, route.Address(), body, type.Shape().Patch is null ? "application/json" : "application/merge-patch+json"));
                tried++;
                if (demanded ? (int)answer.Status < 300 : Refuses(answer, name))
                {
                    wrong.Add($"{type.Name}.{name} {way}: {(int)answer.Status} {(demanded ? "" : answer.Text)}");
                }
            }
        }

        output.WriteLine($"{tried} bodies");
        Assert.InRange(tried, 200, 2_000);
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static bool Refuses(Answer answer, string name) => (int)answer.Status == 400
        && answer.Json["errors"]?.AsObject().Any(error => error.Key.Split('.')[^1] == name.Split('.')[^1]) == true;

    /// <summary>The good body with each member left out that it has, and with null for each that is described.</summary>
    private static IEnumerable<(string Name, string Way, bool Demanded, string Body)> Variants(ApiOperation operation, Type type)
    {
        var good = JsonNode.Parse(GoodBodies.Of(type)!)!;
        return
            from member in Members(operation, operation.Body!, good, [])
            from way in member.IsThere ? new[] { LeftOut, Null } : [Null]
            let demanded = way == Null ? !member.TakesNull : member.Required
            where demanded || !Depending.Contains($"{type.Name}.{member.Path}", StringComparer.Ordinal)
            select (member.Path, way, demanded, Changed(good, member, way));
    }

    private static string Changed(JsonNode good, Member member, string way)
    {
        var copy = good.DeepClone();
        var owner = member.Steps.Aggregate(copy, static (node, step) => node is JsonArray items ? items[0]! : node[step]!).AsObject();
        if (way == Null)
        {
            owner[member.Name] = null;
        }
        else
        {
            owner.Remove(member.Name);
        }

        return copy.ToJsonString();
    }

    // Of a list the first item.
    private static IEnumerable<Member> Members(ApiOperation operation, JsonObject described, JsonNode? value, string[] steps)
    {
        var schema = operation.Resolve(described);
        return value switch
        {
            JsonArray items => Members(operation, schema["items"]!.AsObject(), items[0], [.. steps, "0"]),
            JsonObject owner => schema["properties"]!.AsObject().SelectMany(property =>
            {
                var of = operation.Resolve(property.Value!.AsObject());
                var required = schema["required"]?.AsArray().Any(name => (string?)name == property.Key) == true;
                var takesNull = SchemaCheck.Fault(operation, of, value: null) is null;
                var member = new Member(steps, property.Key, owner.ContainsKey(property.Key), required, takesNull);
                return Members(operation, of, owner[property.Key], [.. steps, property.Key]).Prepend(member);
            }),
            _ => [],
        };
    }

    /// <summary>A member of the good body, or one that it could have.</summary>
    private sealed record Member(string[] Steps, string Name, bool IsThere, bool Required, bool TakesNull)
    {
        public string Path => string.Join('.', [.. Steps, Name]);
    }
}
