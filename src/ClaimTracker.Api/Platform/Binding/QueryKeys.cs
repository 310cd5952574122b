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

            if (values.Count != 1 || values[0] is not { Length: > 0 })
            {
                throw Problem.Invalid(key, "must stand once in the query, with a value");
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
