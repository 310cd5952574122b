using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ClaimTracker.Api.Web.Binding;

/// <summary>Says what is wrong with a JSON body: which field, and what would be right there. Names no type of ours.</summary>
internal static class JsonFault
{
    private static readonly string[] EarlyEnds = ["isFinalBlock", "depth to be zero", "end of data"];

    public static ProblemException Translate(JsonException fault, Type body)
    {
        // The reader's own error, as opposed to one about the shape: the text is no JSON at all.
        if (fault.InnerException is JsonException syntax)
        {
            return Problem.Malformed(
                $"The body {Syntax(syntax.Message)} (line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1})");
        }

        var field = (fault.Path ?? "$").TrimStart('$').TrimStart('.');
        if (field.Length == 0)
        {
            return Problem.Malformed($"The body {Expected(body)}.");
        }

        return Problem.Invalid(field, Message(fault, field, body));
    }

    private static string Message(JsonException fault, string field, Type body)
    {
        if (fault is ExpectedException expected)
        {
            return expected.Message;
        }

        var (owner, type) = Resolve(field, body);
        if (type is null)
        {
            return $"is not a member here. The members are {string.Join(", ", Members(owner))}.";
        }

        return fault.Message.StartsWith("Duplicate", StringComparison.Ordinal) ? "appears twice; send it once" : Expected(type);
    }

    // Follows a path such as claimants[0].name down to its type.
    private static (Type Owner, Type? Type) Resolve(string path, Type body)
    {
        var (owner, type) = (body, body);
        foreach (var segment in path.Split('.'))
        {
            owner = type;
            if (ApiJson.Options.GetTypeInfo(owner) is { Kind: JsonTypeInfoKind.Dictionary, ElementType: { } element })
            {
                type = element; // Its names are data.
                continue;
            }

            var name = segment.Split('[')[0];
            if (Info(owner)?.Properties.FirstOrDefault(p => p.Name == name) is not { } property)
            {
                return (owner, null);
            }

            type = segment.Contains('[', StringComparison.Ordinal)
                ? property.PropertyType.GetGenericArguments()[^1]
                : property.PropertyType;
        }

        return (owner, type);
    }

    private static IEnumerable<string> Members(Type owner) => Info(owner)?.Properties.Select(static p => p.Name) ?? [];

    private static JsonTypeInfo? Info(Type type) =>
        ApiJson.Options.GetTypeInfo(Nullable.GetUnderlyingType(type) ?? type) is { Kind: JsonTypeInfoKind.Object } info ? info : null;

    private static string Expected(Type declared)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        return type switch
        {
            _ when type == typeof(string) => "must be text",
            _ when type.IsEnum => EnumWords.Expected(type),
            _ when type == typeof(bool) => "must be true or false",
            _ when type == typeof(int) || type == typeof(long) => "must be a whole number that fits",
            _ when type == typeof(double) => "must be a number",
            _ when type == typeof(DateOnly) => "must be a date such as 2026-01-31",
            _ when type == typeof(PartialDate) => PartialDate.Expected,
            _ when type == typeof(DateTimeOffset) => InstantConverter.Expected,
            _ when typeof(IEnumerable).IsAssignableFrom(type) => "must be an array",
            _ => "must be a JSON object",
        };
    }

    // Where the text ends too early, the reader speaks of its own workings.
    private static string Syntax(string message)
    {
        if (EarlyEnds.Any(words => message.Contains(words, StringComparison.Ordinal)))
        {
            return "is not complete JSON: it ends too early";
        }

        var end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return $"is not valid JSON: {(end < 0 ? message : message[..end])}";
    }
}
