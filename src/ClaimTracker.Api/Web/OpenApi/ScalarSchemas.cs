using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace ClaimTracker.Api.Web.OpenApi;

/// <summary>The schemas of single values, with their limits.</summary>
internal static class ScalarSchemas
{
    public static OpenApiSchema Of(Type type, MemberRules rules)
    {
        var (kind, format) = Kind(type);
        return new OpenApiSchema
        {
            Type = kind,
            Format = format,
            Pattern = type == typeof(PartialDate) ? PartialDate.Pattern : null,
            MinLength = rules.MinLength,
            MaxLength = rules.MaxLength,
            Minimum = rules.Minimum?.ToString(),
            Maximum = rules.Maximum?.ToString(),
            Enum = rules.Words is { } words ? [.. words.Select(static word => JsonValue.Create(word))] : null,
        };
    }

    // A type that is none of these may be any JSON.
    private static (JsonSchemaType? Kind, string? Format) Kind(Type type) => type switch
    {
        _ when type == typeof(string) || type == typeof(PartialDate) => (JsonSchemaType.String, null),
        _ when type == typeof(NameOrNumber) => (JsonSchemaType.String | JsonSchemaType.Number, null),
        _ when type == typeof(bool) => (JsonSchemaType.Boolean, null),
        _ when type == typeof(int) => (JsonSchemaType.Integer, "int32"),
        _ when type == typeof(long) || type == typeof(ulong) => (JsonSchemaType.Integer, "int64"),
        _ when type == typeof(double) || type == typeof(decimal) => (JsonSchemaType.Number, "double"),
        _ when type == typeof(DateOnly) => (JsonSchemaType.String, "date"),
        _ when type == typeof(DateTimeOffset) => (JsonSchemaType.String, "date-time"),
        _ => (null, null),
    };
}
