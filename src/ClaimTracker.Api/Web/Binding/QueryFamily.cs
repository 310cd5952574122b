using System.Reflection;

namespace ClaimTracker.Api.Web.Binding;

/// <summary>Marks a property that takes all query parameters with a prefix: their values by the rest of their name.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class QueryFamilyAttribute(string prefix) : Attribute
{
    public string Prefix { get; } = prefix;
}

/// <summary>The query parameters of a request whose names are data, such as fields.topic.</summary>
internal sealed class QueryFamily(string prefix, PropertyInfo property)
{
    /// <summary>The family of a request type; null if it has none.</summary>
    public static QueryFamily? Of(IEnumerable<PropertyInfo> properties) => properties
        .Select(static property => (Property: property, Mark: property.GetCustomAttribute<QueryFamilyAttribute>()))
        .Where(static one => one.Mark is not null)
        .Select(static one => new QueryFamily(one.Mark!.Prefix, one.Property))
        .SingleOrDefault();

    public bool Is(PropertyInfo other) => other.Name == property.Name;

    public bool Has(string key) => key.StartsWith(prefix, StringComparison.Ordinal);

    /// <summary>Sets the property to the parameters that belong to it; leaves it null where there are none.</summary>
    /// <exception cref="ProblemException">400: a value is no good text.</exception>
    public void Bind(object target, IEnumerable<KeyValuePair<string, string>> query)
    {
        var values = query.Where(one => Has(one.Key)).ToDictionary(
            one => one.Key[prefix.Length..],
            static one => (string)ParameterText.Parse(one.Key, one.Value, typeof(string)),
            StringComparer.Ordinal);
        if (values.Count > 0)
        {
            property.SetValue(target, values);
        }
    }
}
