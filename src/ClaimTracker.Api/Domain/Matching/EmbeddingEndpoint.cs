namespace ClaimTracker.Api.Domain.Matching;

/// <summary>
/// A service that makes vectors of texts in place of the model that the program carries: POST /v1/embeddings, as OpenAI has it.
/// </summary>
/// <param name="Address">Where texts are sent.</param>
/// <param name="Model">The model that is asked for. Vectors are kept under its name.</param>
/// <param name="Key">Sent as <c>Authorization: Bearer</c>; null for none.</param>
internal sealed record EmbeddingEndpoint(Uri Address, string Model, string? Key)
{
    public override string ToString() => nameof(EmbeddingEndpoint); // The key goes into no log.
}
