namespace ClaimTracker.Api.Web.OpenApi;

/// <summary>What a schema describes: the same type has other members and other rules on its way in than on its way out.</summary>
internal enum SchemaUse { Answer, Body, Patch }

/// <summary>Names of the schemas, in the words of the API.</summary>
internal static class SchemaNames
{
    public static string Of(Type type, SchemaUse use) => use switch
    {
        SchemaUse.Patch => Of(type) + "Patch",
        SchemaUse.Body when !IsBody(type) => Of(type) + "Input",
        _ => Of(type),
    };

    /// <summary>Page&lt;ClaimResponse&gt; is PageOfClaimResponse.</summary>
    public static string Of(Type type)
    {
        var name = (type.IsNested ? type.DeclaringType!.Name : "") + type.Name.Split('`')[0];
        return type.IsGenericType ? name + "Of" + string.Join("And", type.GenericTypeArguments.Select(Of)) : name;
    }

    private static bool IsBody(Type type) =>
        type.Name.EndsWith("Request", StringComparison.Ordinal) || type.Name.EndsWith("Body", StringComparison.Ordinal);
}
