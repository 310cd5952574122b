using Xunit.Abstractions;

namespace ClaimTracker.Testing;

/// <summary>A database engine that tests run on. xunit can write it down, so that a test on two engines is listed as two tests.</summary>
public abstract class TestEngine : IXunitSerializable
{
    private const string Option = "ClaimTracker.TestEngine";

    /// <summary>
    /// The engine of a project whose tests run on one. The runtime option ClaimTracker.TestEngine of the project names it: SQLite,
    /// unless it is PostgreSQL.
    /// </summary>
    public static TestEngine Current { get; } =
        AppContext.GetData(Option) is "PostgreSQL" ? new PostgresTestEngine() : new SqliteTestEngine();

    /// <summary>The reason why no test can run on it on this machine; null where they can.</summary>
    public abstract string? Missing { get; }

    /// <summary>A new database that no other test sees: migrated (a copy of a template), or empty.</summary>
    public abstract Task<TestStore> NewAsync(bool migrated = true);

    void IXunitSerializable.Deserialize(IXunitSerializationInfo info)
    {
    }

    void IXunitSerializable.Serialize(IXunitSerializationInfo info)
    {
    }
}
