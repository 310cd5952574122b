using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClaimTracker.Api.Features.Reconciliation;

/// <summary>What names can be reconciled with.</summary>
internal enum ReconciledType { Claim, Claimant, Source }

/// <summary>What a service of the Reconciliation Service API 0.2 tells of itself.</summary>
internal sealed record ReconciliationManifest
{
    public required IReadOnlyList<string> Versions { get; init; }

    public required string Name { get; init; }

    /// <summary>Names the space of its ids.</summary>
    public required string IdentifierSpace { get; init; }

    /// <summary>Names the space of its types and properties.</summary>
    public required string SchemaSpace { get; init; }

    public required IReadOnlyList<NamedId> DefaultTypes { get; init; }

    /// <summary>Where an entity can be looked at; <c>{{id}}</c> stands for its id.</summary>
    public required AddressTemplate View { get; init; }

    public required PreviewTemplate Preview { get; init; }

    public required SuggestServices Suggest { get; init; }

    public required ExtendService Extend { get; init; }
}

/// <summary>An address with <c>{{id}}</c> in it.</summary>
internal sealed record AddressTemplate(string Url);

/// <summary>An address with <c>{{id}}</c> in it, and the size of its frame in pixels.</summary>
internal sealed record PreviewTemplate(string Url, int Width, int Height);

/// <summary>Services that complete what is typed.</summary>
internal sealed record SuggestServices(ServiceAddress Entity, ServiceAddress Type, ServiceAddress Property);

/// <summary>Where a service is.</summary>
internal sealed record ServiceAddress(
    [property: JsonPropertyName("service_url")] string ServiceUrl, [property: JsonPropertyName("service_path")] string ServicePath);

/// <summary>The service that gives values of entities.</summary>
internal sealed record ExtendService(
    [property: JsonPropertyName("propose_properties")] ServiceAddress ProposeProperties,
    [property: JsonPropertyName("property_settings")] IReadOnlyList<string> PropertySettings);

/// <summary>An id with its name.</summary>
internal sealed record NamedId(string Id, string Name)
{
    /// <summary>The types, in the order of their words.</summary>
    public static IReadOnlyList<NamedId> Types { get; } = [.. Enum.GetValues<ReconciledType>().Select(static type => Of(type))];

    public static NamedId Of(ReconciledType type) => new(type.ToWord(), type switch
    {
        ReconciledType.Claim => "Claim",
        ReconciledType.Claimant => "Claimant",
        _ => "Source",
    });
}

/// <summary>One of the queries of a batch.</summary>
internal sealed record ReconcileQuery
{
    public string? Query { get; init; }

    /// <summary>The types that are wanted; all, if there are none.</summary>
    public IReadOnlyList<ReconciledType> Types { get; init; } = [];

    public int Limit { get; init; } = DefaultLimit;

    private const int DefaultLimit = 5;

    /// <summary>Reads a batch such as <c>{"q0": {"query": "..."}}</c>.</summary>
    /// <exception cref="ProblemException">400.</exception>
    public static IReadOnlyDictionary<string, ReconcileQuery> ReadAll(string json)
    {
        try
        {
            using var batch = JsonDocument.Parse(json);
            var queries = batch.RootElement.EnumerateObject()
                .ToDictionary(static one => one.Name, static one => Of(one.Value), StringComparer.Ordinal);
            return queries.Count <= Limits.ReconciledAtOnce
                ? queries
                : throw Problem.Invalid("queries", $"must be at most {Limits.ReconciledAtOnce}");
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or ArgumentException)
        {
            throw Problem.Invalid("queries", """must be a JSON object of queries, such as {"q0":{"query":"Harbor Museum"}}""");
        }
    }

    private static ReconcileQuery Of(JsonElement query)
    {
        var text = query.TryGetProperty("query", out var asked) ? asked.GetString() : null;
        var limit = query.TryGetProperty("limit", out var most) ? most.GetInt32() : DefaultLimit;
        var types = !query.TryGetProperty("type", out var type) ? []
            : type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(static one => one.GetString()!).ToArray()
            : type.ValueKind == JsonValueKind.String ? [type.GetString()!]
            : [];
        return new ReconcileQuery
        {
            // OpenRefine leaves all cells of a batch empty when one is refused: what cannot be a name finds nothing instead.
            Query = text is { Length: <= Limits.ClaimText } && TextGuard.Check(text) is null ? text : null,
            Limit = Math.Clamp(limit, 1, Limits.Matches),
            Types = [.. types.Select(static word => EnumWords.TryParse(typeof(ReconciledType), word, out var known)
                ? (ReconciledType)known!
                : throw Problem.Invalid("queries", "type " + EnumWords.Expected(typeof(ReconciledType))))],
        };
    }
}

/// <summary>The candidates for a query, best first.</summary>
internal sealed record ReconcileResult(IReadOnlyList<ReconcileCandidate> Result);

/// <summary>Something that a name may stand for.</summary>
/// <param name="Id">Its id, such as claim-12.</param>
/// <param name="Name">Its words.</param>
/// <param name="Type">Its type.</param>
/// <param name="Score">How likely, from 0 to 100.</param>
/// <param name="Match">Whether it is likely enough to be taken without a look.</param>
/// <param name="Description">What else tells it apart.</param>
internal sealed record ReconcileCandidate(
    string Id, string Name, IReadOnlyList<NamedId> Type, double Score, bool Match, string? Description);
