namespace ClaimTracker.Api.Web.Binding;

/// <summary>
/// A member of a JSON body that may also be sent alone, as a body of its own content type. The other members of the body are then
/// query parameters.
/// </summary>
/// <param name="contentType">The content type, such as <c>text/plain</c>.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class TextBodyAttribute(string contentType) : Attribute
{
    public string ContentType { get; } = contentType;

    /// <summary>Whether whoever reads it checks its characters: a page may hold some in its scripts that no text holds.</summary>
    public bool IsUnguarded { get; init; }
}
