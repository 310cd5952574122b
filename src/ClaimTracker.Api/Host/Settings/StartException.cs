namespace ClaimTracker.Api.Host.Settings;

/// <summary>The program cannot start. The message is one sentence for the operator.</summary>
internal sealed class StartException(string message) : Exception(message);
