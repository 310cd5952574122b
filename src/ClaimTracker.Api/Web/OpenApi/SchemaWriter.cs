using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.OpenApi;

namespace ClaimTracker.Api.Web.OpenApi;

/// <summary>
/// Writes the schemas of types as our JSON reader and writer see them, so that the document cannot say otherwise than what
/// they do. Objects and enums become components.
/// </summary>
/// <param name="document">Receives the components.</param>
/// <param name="docs">The words about them.</param>
/// <param name="tagged">The types that lists can show with their ETags.</param>
internal sealed class SchemaWriter(OpenApiDocument document, XmlDocs docs, IReadOnlySet<Type> tagged)
{
    private readonly Dictionary<string, Type> _written = new(StringComparer.Ordinal);

    /// <summary>The schema of what a route answers.</summary>
    public IOpenApiSchema Answer(Type type) => Write(type, SchemaUse.Answer, MemberRules.None);

    /// <summary>The schema of a body.</summary>
    public IOpenApiSchema Body(Type type) => Component(type, SchemaUse.Body, ValidatorRules.OfRequest(type));

    /// <summary>The schema of a merge patch on <paramref name="type"/>.</summary>
    public IOpenApiSchema Patch(Type type) => Component(type, SchemaUse.Patch, ValidatorRules.OfRequest(type));

    /// <summary>The schema of a parameter.</summary>
    public IOpenApiSchema Parameter(PropertyInfo property, MemberRules rules) => Write(property.PropertyType, SchemaUse.Body, rules);

    private IOpenApiSchema Write(Type declared, SchemaUse use, MemberRules rules)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? StoredJsonConverter.MeantBy(declared) ?? declared;
        if (type.IsEnum)
        {
            return Enum(type);
        }

        var info = ApiJson.Options.GetTypeInfo(type);
        return info.Kind switch
        {
            JsonTypeInfoKind.Object => Component(type, use, use == SchemaUse.Answer ? ValidatorRules.OfRequest(type) : rules.Inner),
            JsonTypeInfoKind.Dictionary => new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                AdditionalProperties = Write(info.ElementType!, use, MemberRules.None),
            },
            JsonTypeInfoKind.Enumerable => new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                MinItems = rules.MinLength,
                MaxItems = rules.MaxItems,

                // A patch replaces a list as a whole: its items must be complete.
                Items = Write(info.ElementType!, use == SchemaUse.Patch ? SchemaUse.Body : use, rules.Items),
            },
            _ => ScalarSchemas.Of(type, rules),
        };
    }

    private OpenApiSchemaReference Enum(Type type) => Reference(SchemaNames.Of(type), type, () => new OpenApiSchema
    {
        Type = JsonSchemaType.String,
        Enum = [.. EnumWords.All(type).Select(static word => JsonValue.Create(word))],
    });

    private OpenApiSchemaReference Component(Type type, SchemaUse use, ValidatorRules rules) =>
        Reference(SchemaNames.Of(type, use), type, () => Object(type, use, rules));

    private OpenApiSchema Object(Type type, SchemaUse use, ValidatorRules rules)
    {
        var schema = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal),
            Required = new HashSet<string>(StringComparer.Ordinal),
            AdditionalPropertiesAllowed = use == SchemaUse.Answer,
        };
        foreach (var member in ApiJson.Options.GetTypeInfo(type).Properties.Where(m => use == SchemaUse.Answer
            ? m.Get is not null
            : m.Set is not null))
        {
            var property = (PropertyInfo)member.AttributeProvider!;
            var wanted = rules[property.Name];

            // A member that is required in a request is never null in an answer; limits are for requests.
            var value = Write(member.PropertyType, use, use == SchemaUse.Answer ? MemberRules.None : wanted);
            value = IsNullable(member, use, wanted) ? OrNull(value) : value;
            value.Description = docs.Of(property);
            schema.Properties[member.Name] = value;
            if (IsRequired(member, use, wanted))
            {
                schema.Required.Add(member.Name);
            }
        }

        if (use == SchemaUse.Answer && tagged.Contains(type))
        {
            schema.Properties[ItemForm.ETag] = new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Description = "The ETag of the resource; only in lists, with `etags=true`.",
            };
        }

        return schema;
    }

    // An answer has every member, except those that are left out if they are null.
    private static bool IsRequired(JsonPropertyInfo member, SchemaUse use, MemberRules wanted) => use switch
    {
        SchemaUse.Answer => member.ShouldSerialize is null,
        SchemaUse.Body => wanted.Required || wanted.Sent || member.IsRequired,
        _ => false,
    };

    private static bool IsNullable(JsonPropertyInfo member, SchemaUse use, MemberRules wanted)
    {
        var declared = Nullable.GetUnderlyingType(member.PropertyType) is not null
            || (!member.PropertyType.IsValueType && (use == SchemaUse.Answer ? member.IsGetNullable : member.IsSetNullable));
        return declared && !wanted.Required && (use != SchemaUse.Answer || member.ShouldSerialize is null);
    }

    private static OpenApiSchema OrNull(IOpenApiSchema schema)
    {
        if (schema is not OpenApiSchema own)
        {
            return new OpenApiSchema { OneOf = [schema, new OpenApiSchema { Type = JsonSchemaType.Null }] };
        }

        own.Type |= JsonSchemaType.Null;
        own.Enum?.Add(JsonNullSentinel.JsonNull);
        return own;
    }

    private OpenApiSchemaReference Reference(string name, Type type, Func<OpenApiSchema> write)
    {
        // Noted before it is written: a type may contain itself.
        if (_written.TryAdd(name, type))
        {
            var schema = write();
            schema.Description = docs.Of(type);
            document.AddComponent(name, schema);
        }

        return _written[name] == type
            ? new OpenApiSchemaReference(name, document)
            : throw new InvalidOperationException($"{type} and {_written[name]} would share the schema {name}: rename one.");
    }
}
