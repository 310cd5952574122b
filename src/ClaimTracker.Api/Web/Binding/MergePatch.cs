using System.Text.Json;
using System.Text.Json.Nodes;

namespace ClaimTracker.Api.Web.Binding;

/// <summary>
/// A JSON Merge Patch (RFC 7396) on the editable part of a resource: a member that is left out stays, null clears it.
/// </summary>
/// <typeparam name="T">The editable part, as a client sends it to create the resource.</typeparam>
internal sealed class MergePatch<T>
    where T : class
{
    private readonly JsonObject _members;

    private MergePatch(JsonObject members) => _members = members;

    /// <summary>Names of the members that the patch sets or clears.</summary>
    public IReadOnlyCollection<string> Members => [.. _members.Select(static member => member.Key)];

    /// <summary>Reads a patch; each of its members must be one of <typeparamref name="T"/> and of the right type.</summary>
    public static MergePatch<T> Read(ReadOnlySpan<byte> body)
    {
        _ = JsonBody.Read<T>(body);
        return new MergePatch<T>(JsonNode.Parse(JsonBody.WithoutMark(body))!.AsObject());
    }

    /// <summary>The editable part after the patch.</summary>
    /// <exception cref="ProblemException">The outcome is not valid.</exception>
    public T ApplyTo(T current, IValidator<T> validator)
    {
        var merged = JsonSerializer.SerializeToNode(current, ApiJson.Options)!.AsObject();
        Merge(merged, _members);
        var outcome = merged.Deserialize<T>(ApiJson.Options)!;
        var result = validator.Validate(outcome);
        return result.IsValid ? outcome : throw Problem.Invalid(result.Errors);
    }

    private static void Merge(JsonObject target, JsonObject patch)
    {
        foreach (var (name, value) in patch)
        {
            if (value is JsonObject inner && target[name] is JsonObject there)
            {
                Merge(there, inner);
            }
            else
            {
                target[name] = value?.DeepClone();
            }
        }
    }
}
