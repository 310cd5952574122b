using System.Reflection;
using ClaimTracker.Api.Platform.Problems;

namespace ClaimTracker.Api.Platform.Binding;

/// <summary>The query of a request: keys that a route does not take are refused, and so are those that stand twice.</summary>
internal static class QueryKeys
{
    public static void Refuse(HttpRequest request, IReadOnlyDictionary<string, PropertyInfo> known)
    {
        foreach (var (key, values) in request.Query)
        {
            if (!known.ContainsKey(key))
            {
                throw Problem.Invalid(
                    key.Length == 0 ? "query" : key,
                    known.Count == 0
                        ? "is not a query parameter here: this route takes none"
                        : $"is not a query parameter here. They are {string.Join(", ", known.Keys)}.");
            }

            if (values.Count != 1 || values[0] is not { Length: > 0 } value)
            {
                throw Problem.Invalid(key, "must stand once in the query, with a value");
            }

            // The server puts U+FFFD in the place of what it cannot decode; a text must not change without a word.
            if (value.Contains('\ufffd', StringComparison.Ordinal) && !request.QueryString.Value!.Contains("%EF%BF%BD", StringComparison.OrdinalIgnoreCase))
            {
                throw Problem.Invalid(key, "must be UTF-8 before it is percent-encoded");
            }
        }
    }

    /// <summary>Sets the properties that have a key in the query.</summary>
    public static void Bind(HttpRequest request, object target, IReadOnlyDictionary<string, PropertyInfo> known)
    {
        foreach (var (name, property) in known)
        {
            if (request.Query.TryGetValue(name, out var values))
            {
                property.SetValue(target, ParameterText.Parse(name, values[0]!, property.PropertyType));
            }
        }
    }
}
