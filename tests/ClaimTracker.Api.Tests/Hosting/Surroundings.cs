namespace ClaimTracker.Api.Tests.Hosting;

/// <summary>What a process of the service is started in.</summary>
internal sealed class Surroundings
{
    /// <summary>Whose log is not written: a test that makes many errors does not read it.</summary>
    public static Surroundings Silent => new() { Environment = { ["Logging__LogLevel__Default"] = "None" } };

    /// <summary>A program, with its arguments, that runs the service as its own process.</summary>
    public IReadOnlyList<string> Under { get; init; } = [];

    public Dictionary<string, string> Environment { get; } = new(StringComparer.Ordinal);
}
