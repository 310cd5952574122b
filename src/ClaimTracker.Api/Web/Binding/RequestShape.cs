using System.Reflection;
using System.Text.Json;

namespace ClaimTracker.Api.Web.Binding;

/// <summary>
/// The source of each property of a request type: marked ones come from the path and the query, the others from the body.
/// Binder and OpenAPI read the same shape.
/// </summary>
internal sealed class RequestShape
{
    private const string Json = "application/json";

    private RequestShape(Type type)
    {
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance);
        Route = ByName(properties.Where(IsMarked<RouteParamAttribute>));
        Query = ByName(properties.Where(IsMarked<QueryParamAttribute>));
        Family = QueryFamily.Of(properties);
        Patch = properties.FirstOrDefault(IsMarked<FromBodyAttribute>);
        TextBodies = properties.Where(IsMarked<TextBodyAttribute>)
            .ToDictionary(static p => p.GetCustomAttribute<TextBodyAttribute>()!.ContentType, StringComparer.Ordinal);
        File = properties.FirstOrDefault(IsMarked<BytesBodyAttribute>);
        FileTypes = File?.GetCustomAttribute<BytesBodyAttribute>()!.ContentTypes ?? [];
        QueryOfText = TextBodies.Count == 0 ? Query : ByName(
            properties.Except([.. Route.Values, .. TextBodies.Values]).Where(p => p != File && !IsFamily(p.PropertyType)));
        HasBody = Patch is not null || properties.Length > Route.Count + Query.Count + (Family is null ? 0 : 1);
        ContentTypes = Patch is not null ? [Json, "application/merge-patch+json"] : [Json, .. TextBodies.Keys, .. FileTypes];
    }

    public IReadOnlyDictionary<string, PropertyInfo> Route { get; }

    public IReadOnlyDictionary<string, PropertyInfo> Query { get; }

    /// <summary>The query parameters whose names are data, if there are any.</summary>
    public QueryFamily? Family { get; }

    /// <summary>The property that holds the whole body as a <see cref="MergePatch{T}"/>, if there is one.</summary>
    public PropertyInfo? Patch { get; }

    /// <summary>The properties that may be a body of their own, by content type.</summary>
    public IReadOnlyDictionary<string, PropertyInfo> TextBodies { get; }

    /// <summary>The property that may be a body in bytes, if there is one.</summary>
    public PropertyInfo? File { get; }

    /// <summary>The content types of that.</summary>
    public IReadOnlyList<string> FileTypes { get; }

    /// <summary>
    /// The query parameters that go with such a body: the members that JSON would have in its body are among them, but for those that hold
    /// names which are data.
    /// </summary>
    public IReadOnlyDictionary<string, PropertyInfo> QueryOfText { get; }

    public bool HasBody { get; }

    /// <summary>The content types that a body may have.</summary>
    public string[] ContentTypes { get; }

    public static RequestShape Of(Type type) => new(type);

    /// <summary>The name of a property on the wire.</summary>
    public static string NameOf(PropertyInfo property) => JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    /// <summary>The type of the values of a parameter that takes several; null for another.</summary>
    public static Type? ListedIn(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GenericTypeArguments[0] : null;

    private static bool IsFamily(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>);

    private static bool IsMarked<TAttribute>(PropertyInfo property)
        where TAttribute : Attribute => property.IsDefined(typeof(TAttribute), inherit: true);

    private static Dictionary<string, PropertyInfo> ByName(IEnumerable<PropertyInfo> properties) =>
        properties.ToDictionary(NameOf, StringComparer.Ordinal);
}
