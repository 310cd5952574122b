using ClaimTracker.Api.Tests.Hosting;

#pragma warning disable MA0048 // One thing in two forms.

namespace ClaimTracker.Api.Tests.Faults;

/// <summary>
/// A test that needs a program of the machine, or its root. Where that is not to be had it is skipped, and says so; .ci/run
/// installs them all, and fails when a test was skipped.
/// </summary>
public sealed class NeedsAttribute : Xunit.FactAttribute
{
    public const string Root = "root";
    public const string NpmRegistry = "the registry of npm";

    public NeedsAttribute(params string[] needs)
    {
        Needs = needs;
        Skip = TestEngine.Current.Missing ?? Missing(needs);
    }

    public string[] Needs { get; }

    internal static string? Missing(string[] needs) =>
        Array.Find(
            needs,
            static need => need switch
            {
                Root => !(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess),
                NpmRegistry => !Shell.Succeeds("npm", "ping", "--fetch-retries=0"),
                _ => !IsThere(need),
            }) is { } missing
            ? $"Needs {missing}."
            : null;

    private static bool IsThere(string program) =>
        $"{Environment.GetEnvironmentVariable("PATH")}:/usr/sbin:/sbin".Split(':')
            .Any(folder => File.Exists(Path.Combine(folder, program)));
}

/// <summary>The same, for a test with rows.</summary>
public sealed class NeedsTheoryAttribute : Xunit.TheoryAttribute
{
    public NeedsTheoryAttribute(params string[] needs)
    {
        Needs = needs;
        Skip = TestEngine.Current.Missing ?? NeedsAttribute.Missing(needs);
    }

    public string[] Needs { get; }
}
