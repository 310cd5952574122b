namespace ClaimTracker.Text.Body;

/// <summary>The passages of the article on a page.</summary>
/// <param name="InBody">For each passage, whether it is part of the article.</param>
/// <param name="Headline">The passage of the headline, or -1.</param>
/// <param name="Method">What the markup says of the element that was chosen.</param>
internal sealed record PageBody(bool[] InBody, int Headline, Areas Method)
{
    /// <summary>What told the body from the rest, in a word.</summary>
    public string MethodName =>
        IsFromData ? "structured_data"
        : Method.IsAny(Areas.NamedBody) ? "named_body"
        : Method.IsAny(Areas.Article) ? "article"
        : Method.IsAny(Areas.Main) ? "main"
        : IsEmpty ? "text"
        : "weight";

    /// <summary>True if most of its prose stands in the page's data for search engines.</summary>
    public bool IsFromData { get; init; }

    /// <summary>How sure the choice is, 0 to 1: the part of its prose that other methods agree on.</summary>
    public double Confidence { get; init; }

    public bool IsEmpty => !Array.Exists(InBody, static inBody => inBody);
}
