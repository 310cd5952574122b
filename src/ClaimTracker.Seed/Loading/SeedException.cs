namespace ClaimTracker.Seed.Loading;

/// <summary>Loading cannot go on. The message is one sentence for whoever runs it.</summary>
internal sealed class SeedException(string message) : Exception(message);
