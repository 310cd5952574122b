using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClaimTracker.Api.Domain.History;

/// <summary>What an event says: the body that its hash is made of.</summary>
/// <param name="Before">The subject before.</param>
/// <param name="After">The subject after.</param>
internal sealed record EventBody(object? Before, object? After)
{
    /// <summary>By subject, the digest of what the tables hold on it since; null where nothing. Events of older versions have none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string?>? Content { get; init; }

    public string Serialize() => JsonSerializer.Serialize(this, ApiJson.Options);

    /// <summary>Reads a body back, member by member as it stands.</summary>
    public static RecordedBody Parse(string body) => JsonSerializer.Deserialize<RecordedBody>(body, Reading) ?? new RecordedBody();

    // What was recorded once must be readable for ever: nothing is unknown here.
    private static readonly JsonSerializerOptions Reading = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, MaxDepth = 2 * ApiJson.MaxDepth };
}

/// <summary>The members of a body that was recorded.</summary>
internal sealed record RecordedBody
{
    public JsonElement? Before { get; init; }

    public JsonElement? After { get; init; }

    public Dictionary<string, string?>? Content { get; init; }
}
