namespace ClaimTracker.Api.Domain.Reviews;

/// <summary>Who publishes the verdicts, as ClaimReview, feeds and data packages name it.</summary>
/// <param name="Name">Its name; null as long as nobody has set one.</param>
/// <param name="Url">Its home page.</param>
/// <param name="Logo">The address of its logo.</param>
/// <param name="Site">The address at which the world reaches this service; null for that of the request.</param>
/// <param name="License">The address of the licence of what it publishes.</param>
/// <param name="Frames">The origins whose pages may show a review in a frame.</param>
internal sealed record ReviewPublisher(string? Name, string? Url, string? Logo, Uri? Site, string? License, IReadOnlyList<string> Frames)
{
    private const string Unnamed = "Fact-checking desk";

    /// <summary>The name to show.</summary>
    public string ShownName => Name ?? Unnamed;

    /// <summary>The address of a path of this service, as the world reaches it.</summary>
    public string AddressOf(HttpRequest request, string path) =>
        (Site?.GetLeftPart(UriPartial.Path).TrimEnd('/') ?? $"{request.Scheme}://{request.Host}") + path;
}
