using System.Text.Json;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Domain.Reviews;

namespace ClaimTracker.Api.Features.Reconciliation;

/// <summary>Answers what clients of the Reconciliation Service API 0.2 ask: batches of queries, and values of entities.</summary>
internal sealed class ReconcileAnswers(Db db, Reconciler reconciler, ReviewPublisher publisher)
{
    /// <summary>The answer to a batch of queries, or to a request for values; null if there is neither.</summary>
    /// <exception cref="ProblemException">400.</exception>
    public async Task<object?> OfAsync(HttpContext http, string? queries, string? extend, CancellationToken cancellation) =>
        queries is not null ? await reconciler.FindAsync(http.Actor(), ReconcileQuery.ReadAll(queries), isPrefix: false, cancellation)
        : extend is not null ? await ExtendAsync(http, extend, cancellation)
        : null;

    private async Task<JsonObject> ExtendAsync(HttpContext http, string extend, CancellationToken cancellation)
    {
        var (ids, properties) = Read(extend);
        var found = await db.ReadAsync(tx => EntityReader.FindAllAsync(tx, ids, http.Actor(), publisher, http.Request), cancellation);
        var names = EntityReader.PropertiesOf(type: null)
            .ToDictionary(static property => property.Id, static property => property.Name, StringComparer.Ordinal);
        return new JsonObject
        {
            ["meta"] = new JsonArray([
                .. properties.Select(property => (JsonNode)new JsonObject
                {
                    ["id"] = property, ["name"] = names.GetValueOrDefault(property, property),
                }),
            ]),
            ["rows"] = new JsonObject(ids.Select(id => KeyValuePair.Create(id, (JsonNode?)new JsonObject(properties.Select(property =>
                KeyValuePair.Create(property, (JsonNode?)new JsonArray([
                    .. (found.GetValueOrDefault(id)?.Values.GetValueOrDefault(property) ?? []).Select(static value => value.DeepClone()),
                ]))))))),
        };
    }

    private static (IReadOnlyList<string> Ids, IReadOnlyList<string> Properties) Read(string extend)
    {
        try
        {
            using var asked = JsonDocument.Parse(extend);
            string[] ids = [.. asked.RootElement.GetProperty("ids").EnumerateArray().Select(static id => id.GetString()!)
                .Distinct(StringComparer.Ordinal)];
            string[] properties =
            [
                .. asked.RootElement.GetProperty("properties").EnumerateArray()
                    .Select(static one => one.GetProperty("id").GetString()!).Distinct(StringComparer.Ordinal),
            ];
            return ids.Length <= Limits.ItemsAtOnce && properties.Length <= Limits.ReconciledAtOnce
                ? (ids, properties)
                : throw Problem.Invalid("extend", $"must have at most {Limits.ItemsAtOnce} ids and {Limits.ReconciledAtOnce} properties");
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw Problem.Invalid("extend", """must be a JSON object such as {"ids":["claim-1"],"properties":[{"id":"rating"}]}""");
        }
    }
}
