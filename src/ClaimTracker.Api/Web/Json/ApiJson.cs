using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace ClaimTracker.Api.Web.Json;

/// <summary>The JSON of the API: strict in what it takes, plain in what it gives.</summary>
internal static class ApiJson
{
    public const int MaxDepth = 32;

    public static readonly JsonSerializerOptions Options = Apply(new JsonSerializerOptions());

    /// <summary>
    /// The same for JSON that the database gives. What came in has passed the guard, and a page may have written a character by its number
    /// that no request may hold: an answer is not refused for it.
    /// </summary>
    public static readonly JsonSerializerOptions Stored = Unguarded();

    public static JsonSerializerOptions Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.PropertyNameCaseInsensitive = false;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.RespectNullableAnnotations = true;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.MaxDepth = MaxDepth;

        // The body is JSON, never markup: names and quotes stay readable.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutParameters, PutInheritedFirst } };
        options.Converters.Add(new GuardedTextConverter());
        options.Converters.Add(new InstantConverter());
        options.Converters.Add(new EnumConverter());
        return options;
    }

    private static JsonSerializerOptions Unguarded()
    {
        var options = new JsonSerializerOptions(Options);
        options.Converters.Remove(options.Converters.Single(static converter => converter is GuardedTextConverter));
        return options;
    }

    // A member that is bound from the path or the query is no member of the body: there it is unknown, and refused.
    private static void LeaveOutParameters(JsonTypeInfo type)
    {
        for (var i = type.Properties.Count - 1; i >= 0; i--)
        {
            var source = type.Properties[i].AttributeProvider;
            if (source is not null
                && (source.IsDefined(typeof(RouteParamAttribute), true) || source.IsDefined(typeof(QueryParamAttribute), true)))
            {
                type.Properties.RemoveAt(i);
            }
        }
    }

    // An article begins with its id and title, not with what its fuller form adds to them.
    private static void PutInheritedFirst(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            property.Order = property.AttributeProvider is MemberInfo { DeclaringType: { } owner } ? Depth(owner) : 0;
        }
    }

    private static int Depth(Type type) => type.BaseType is { } parent ? 1 + Depth(parent) : 0;
}
