using ClaimTracker.Api.Platform.Problems;

namespace ClaimTracker.Api.Platform.Binding;

/// <summary>Refuses query keys that a route does not take, and those that stand twice.</summary>
internal static class QueryKeys
{
    public static void Refuse(HttpRequest request, RequestShape shape)
    {
        foreach (var (key, values) in request.Query)
        {
            if (!shape.Query.ContainsKey(key))
            {
                throw Problem.Invalid(
                    key.Length == 0 ? "query" : key,
                    shape.Query.Count == 0
                        ? "is not a query parameter here: this route takes none"
                        : $"is not a query parameter here. They are {string.Join(", ", shape.Query.Keys)}.");
            }

            if (values.Count != 1 || values[0] is not { Length: > 0 })
            {
                throw Problem.Invalid(key, "must stand once in the query, with a value");
            }
        }
    }
}
