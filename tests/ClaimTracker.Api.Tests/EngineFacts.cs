using ClaimTracker.Api.Tests.Hosting;

#pragma warning disable MA0048 // One thing in two forms.

namespace ClaimTracker.Api.Tests;

/// <summary>
/// A test of this assembly. It stands nearer than xunit's attribute of the same name, so every test has it: where the engine is
/// not to be had, it is skipped, and says why.
/// </summary>
public sealed class FactAttribute : Xunit.FactAttribute
{
    public FactAttribute() => Skip = TestEngine.Current.Missing;
}

/// <summary>The same, for a test with rows.</summary>
public sealed class TheoryAttribute : Xunit.TheoryAttribute
{
    public TheoryAttribute() => Skip = TestEngine.Current.Missing;
}
