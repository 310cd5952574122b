namespace ClaimTracker.Api.Web.Binding;

/// <summary>
/// A member that is a whole body in bytes, of one of these content types. It is no member of a JSON body; the members of that are query
/// parameters beside it.
/// </summary>
/// <param name="contentTypes">The content types, such as <c>application/pdf</c>.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class BytesBodyAttribute(params string[] contentTypes) : Attribute
{
    public IReadOnlyList<string> ContentTypes { get; } = contentTypes;
}

/// <summary>A body in bytes.</summary>
/// <param name="ContentType">Its content type, in lower case and without parameters.</param>
/// <param name="Charset">The encoding that it names, if it does.</param>
/// <param name="Bytes">The body.</param>
internal sealed record FileBody(string ContentType, string? Charset, byte[] Bytes);
