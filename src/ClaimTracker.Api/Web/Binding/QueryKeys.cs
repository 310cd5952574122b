using System.Net;
using System.Reflection;
using System.Text;
using System.Text.Unicode;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace ClaimTracker.Api.Web.Binding;

/// <summary>Marks a query parameter that clients of a protocol send without a value where they have none: as if it were left out.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class MayBeEmptyAttribute : Attribute;

/// <summary>The query of a request: keys that a route does not know are refused, and so are keys that appear twice.</summary>
internal static class QueryKeys
{
    public static void Refuse(HttpRequest request, IReadOnlyDictionary<string, PropertyInfo> known, QueryFamily? family)
    {
        foreach (var (key, values) in request.Query)
        {
            if (!known.ContainsKey(key) && family?.Has(key) != true)
            {
                throw Problem.Invalid(
                    key.Length == 0 ? "query" : key,
                    known.Count == 0
                        ? "is not a query parameter here: this route has none"
                        : $"is not a query parameter here. They are {string.Join(", ", known.Keys)}.");
            }

            if (values is not [{ Length: > 0 }] && !MayBeEmpty(known.GetValueOrDefault(key), values))
            {
                throw Problem.Invalid(key, "must appear exactly once in the query, with a value");
            }
        }

        if (Undecoded(request.QueryString.Value) is { } wrong)
        {
            throw Problem.Invalid(wrong, "must be UTF-8 before it is percent-encoded");
        }
    }

    /// <summary>Sets the properties that have a key in the query.</summary>
    public static void Bind(HttpRequest request, object target, IReadOnlyDictionary<string, PropertyInfo> known, QueryFamily? family)
    {
        family?.Bind(target, request.Query.Select(static one => KeyValuePair.Create(one.Key, one.Value.ToString())));
        foreach (var (name, property) in known)
        {
            if (request.Query.TryGetValue(name, out var values) && values is [{ Length: > 0 }])
            {
                property.SetValue(target, ParameterText.Parse(name, values[0]!, property.PropertyType));
            }
        }
    }

    private static bool MayBeEmpty(PropertyInfo? property, StringValues values) =>
        values is [null or ""] && property?.IsDefined(typeof(MayBeEmptyAttribute)) == true;

    /// <summary>
    /// The first key whose value is not UTF-8, or null. Parsers leave such bytes as they are, with their percent signs; a text must not
    /// change silently.
    /// </summary>
    public static string? Undecoded(string? query)
    {
        foreach (var parameter in new QueryStringEnumerable(query))
        {
            var encoded = Encoding.UTF8.GetBytes(parameter.EncodedValue.ToString());
            if (!Utf8.IsValid(WebUtility.UrlDecodeToBytes(encoded, 0, encoded.Length)))
            {
                return parameter.DecodeName().ToString();
            }
        }

        return null;
    }
}
