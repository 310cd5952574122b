using System.Reflection;
using System.Xml.Linq;

namespace ClaimTracker.Api.Web.OpenApi;

/// <summary>The XML docs of the assembly, which the build puts beside it. Where the file is missing nothing is described.</summary>
internal sealed class XmlDocs
{
    private readonly Dictionary<string, XElement> _members;

    private XmlDocs(IEnumerable<XElement> members) =>
        _members = members.ToDictionary(static m => (string)m.Attribute("name")!, StringComparer.Ordinal);

    public static XmlDocs Of(Assembly assembly)
    {
        var file = Path.Combine(AppContext.BaseDirectory, assembly.GetName().Name + ".xml");
        return new XmlDocs(File.Exists(file) ? XDocument.Load(file).Descendants("member") : []);
    }

    /// <summary>The summary of a type.</summary>
    public string? Of(Type type) => Plain(Member(type)?.Element("summary"));

    /// <summary>The summary of a property; for one of a positional record, the text of its parameter.</summary>
    public string? Of(PropertyInfo property)
    {
        var owner = property.DeclaringType!;
        return _members.TryGetValue($"P:{Id(owner)}.{property.Name}", out var member)
            ? Plain(member.Element("summary"))
            : Plain(Member(owner)?.Elements("param").FirstOrDefault(p => (string?)p.Attribute("name") == property.Name));
    }

    private static string Id(Type type) =>
        (type.IsConstructedGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    private static string? Plain(XElement? text)
    {
        if (text is null)
        {
            return null;
        }

        var words = string.Concat(text.Nodes().Select(static node => node switch
        {
            XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
            XElement element => element.Value.Length > 0 ? element.Value : Reference(element),
            _ => node is XText plain ? plain.Value : "",
        }));
        return string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    // What <see cref="..."/> points to, without the namespace: readers know no type of ours.
    private static string Reference(XElement element) =>
        ((string?)element.Attributes().FirstOrDefault() ?? "").Split('.', ':')[^1].Split('`')[0];

    private XElement? Member(Type type) => _members.GetValueOrDefault("T:" + Id(type));
}
