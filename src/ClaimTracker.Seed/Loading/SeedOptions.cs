namespace ClaimTracker.Seed.Loading;

/// <summary>What to load, and where.</summary>
/// <param name="Server">Address of the service, without /api/v1.</param>
/// <param name="Key">API key.</param>
/// <param name="Articles">How many articles.</param>
/// <param name="Seed">The same number gives the same content.</param>
internal sealed record SeedOptions(Uri Server, string Key, int Articles, int Seed);
