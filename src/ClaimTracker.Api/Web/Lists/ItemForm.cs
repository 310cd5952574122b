using System.Text.Json;
using System.Text.Json.Nodes;

namespace ClaimTracker.Api.Web.Lists;

/// <summary>How a page shows its items: with all their members or those that were asked for, with or without their ETags.</summary>
internal sealed class ItemForm
{
    public const string ETag = "etag";

    private readonly IReadOnlyList<string>? _fields;
    private readonly bool _tagged;

    private ItemForm(IReadOnlyList<string>? fields, bool tagged)
    {
        _fields = fields;
        _tagged = tagged;
    }

    /// <summary>The form that a request asks for.</summary>
    /// <exception cref="ProblemException">400: the items have no such member.</exception>
    public static ItemForm Of(IPaged request, Type item)
    {
        var form = new ItemForm(request.Fields, request is ITagged { Etags: true });
        var known = Members(item, form._tagged);
        return request.Fields?.All(field => known.Contains(field, StringComparer.Ordinal)) != false
            ? form
            : throw Problem.Invalid(
                "fields",
                $"must be members of the items, with commas between them: {string.Join(", ", known)}"
                + (request is ITagged && !form._tagged ? "; and etag, with etags=true" : ""));
    }

    /// <summary>The members that an item can have, in their order.</summary>
    public static IReadOnlyList<string> Members(Type item, bool tagged) =>
    [
        .. ApiJson.Options.GetTypeInfo(item).Properties.Where(static member => member.Get is not null).Select(static member => member.Name),
        .. tagged ? [ETag] : (string[])[],
    ];

    /// <summary>The JSON of a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="tagOf">Gives the ETag of an item.</param>
    public byte[] Write<T>(Page<T> page, Func<T, string> tagOf)
    {
        if (_fields is null && !_tagged)
        {
            return JsonSerializer.SerializeToUtf8Bytes(page, ApiJson.Options);
        }

        var items = page.Items.Select(item => Shown(JsonSerializer.SerializeToNode(item, ApiJson.Options)!.AsObject(), () => tagOf(item)));
        return JsonSerializer.SerializeToUtf8Bytes(new Page<JsonObject>([.. items], page.Next) { Total = page.Total }, ApiJson.Options);
    }

    private JsonObject Shown(JsonObject item, Func<string> tag)
    {
        if (_tagged)
        {
            item[ETag] = tag();
        }

        return _fields is null
            ? item
            : new JsonObject(item.Where(member => _fields.Contains(member.Key, StringComparer.Ordinal))
                .Select(static member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));
    }
}
