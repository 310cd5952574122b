using System.Reflection;

namespace ClaimTracker.Api.Web.Binding;

/// <summary>
/// Where each property of a request type comes from: marked ones from the path and the query, the others from the body.
/// Binder and OpenAPI read the same shape.
/// </summary>
internal sealed class RequestShape
{
    private RequestShape(Type type)
    {
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance);
        Route = Parameters<RouteParamAttribute>(properties);
        Query = Parameters<QueryParamAttribute>(properties);
        Patch = properties.FirstOrDefault(static p => p.IsDefined(typeof(FromBodyAttribute)));
        HasBody = Patch is not null || properties.Length > Route.Count + Query.Count;
    }

    public IReadOnlyDictionary<string, PropertyInfo> Route { get; }

    public IReadOnlyDictionary<string, PropertyInfo> Query { get; }

    /// <summary>The property that holds the whole body as a <see cref="MergePatch{T}"/>, if there is one.</summary>
    public PropertyInfo? Patch { get; }

    public bool HasBody { get; }

    public static RequestShape Of(Type type) => new(type);

    private static Dictionary<string, PropertyInfo> Parameters<TAttribute>(IEnumerable<PropertyInfo> properties)
        where TAttribute : Attribute =>
        properties.Where(static p => p.IsDefined(typeof(TAttribute), inherit: true))
            .ToDictionary(static p => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(p.Name), StringComparer.Ordinal);
}
