namespace ClaimTracker.Data;

/// <summary>An SQL text in the spelling of each engine.</summary>
/// <param name="Sqlite">For SQLite.</param>
/// <param name="Postgres">For PostgreSQL.</param>
public readonly record struct SqlTexts(string Sqlite, string Postgres)
{
    /// <summary>That of an engine.</summary>
    public string Of(Dialect dialect)
    {
        ArgumentNullException.ThrowIfNull(dialect);
        return dialect.Pick(Sqlite, Postgres);
    }
}
