namespace ClaimTracker.Data;

/// <summary>The SQL engine in use, for the few places where one text cannot serve every engine.</summary>
public sealed class Dialect
{
    private readonly bool _sqlite;

    private Dialect(bool sqlite) => _sqlite = sqlite;

    /// <summary>The embedded default.</summary>
    public static Dialect Sqlite { get; } = new(sqlite: true);

    /// <summary>For users who outgrow one machine.</summary>
    public static Dialect Postgres { get; } = new(sqlite: false);

    /// <summary>Chooses between two texts that stand side by side where the engines truly differ.</summary>
    public string Pick(string sqlite, string postgres) => _sqlite ? sqlite : postgres;
}
