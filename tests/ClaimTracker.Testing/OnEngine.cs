using System.Reflection;
using Xunit.Sdk;

#pragma warning disable MA0048 // One thing in two forms.

namespace ClaimTracker.Testing;

/// <summary>Runs a theory on an engine, which is its first parameter. Skipped, with the reason, where the engine is missing.</summary>
/// <param name="values">The other parameters.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public abstract class OnEngineAttribute(params object?[] values) : DataAttribute
{
    /// <summary>The other parameters.</summary>
    public IReadOnlyList<object?> Values => values;

    public override string? Skip
    {
        get => Engine.Missing;
        set => throw new NotSupportedException();
    }

    protected abstract TestEngine Engine { get; }

    public override IEnumerable<object?[]> GetData(MethodInfo testMethod) => [[Engine, .. Values]];
}

/// <inheritdoc/>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class OnSqliteAttribute(params object?[] values) : OnEngineAttribute(values)
{
    protected override TestEngine Engine => new SqliteTestEngine();
}

/// <inheritdoc/>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class OnPostgresAttribute(params object?[] values) : OnEngineAttribute(values)
{
    protected override TestEngine Engine => new PostgresTestEngine();
}
