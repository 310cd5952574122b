using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClaimTracker.Api.Domain.History;

/// <summary>The body of an event, of which its hash is made.</summary>
/// <param name="Before">The subject before.</param>
/// <param name="After">The subject after.</param>
internal sealed record EventBody(object? Before, object? After)
{
    /// <summary>
    /// The digest of the rows of each subject after the change; null for a subject without rows. Events of older versions have no digests.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string?>? Content { get; init; }

    public string Serialize() => JsonSerializer.Serialize(this, ApiJson.Options);

    /// <summary>Reads a body back, with every member as it was recorded.</summary>
    public static RecordedBody Parse(string body) => JsonSerializer.Deserialize<RecordedBody>(body, Reading) ?? new RecordedBody();

    // A recorded body must be readable for ever: no member is refused here.
    private static readonly JsonSerializerOptions Reading = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        MaxDepth = 2 * ApiJson.MaxDepth,
    };
}

/// <summary>The members of a recorded body.</summary>
internal sealed record RecordedBody
{
    public JsonElement? Before { get; init; }

    public JsonElement? After { get; init; }

    public Dictionary<string, string?>? Content { get; init; }
}
