using System.Text.RegularExpressions;

namespace ClaimTracker.Data;

/// <summary>The SQL engine in use, for the few places where one text cannot serve every engine.</summary>
public sealed partial class Dialect
{
    private readonly bool _sqlite;

    private Dialect(bool sqlite) => _sqlite = sqlite;

    /// <summary>The embedded default.</summary>
    public static Dialect Sqlite { get; } = new(sqlite: true);

    /// <summary>For users who outgrow one machine.</summary>
    public static Dialect Postgres { get; } = new(sqlite: false);

    /// <summary>Chooses between two texts that stand side by side where the engines truly differ.</summary>
    public string Pick(string sqlite, string postgres) => _sqlite ? sqlite : postgres;

    /// <summary>
    /// Spells <c>in @ids</c> as the engine does; the ids are an array. In SQLite Dapper makes one parameter of each; PostgreSQL
    /// takes the array as one, so that the query is one statement however many there are, and stays prepared.
    /// </summary>
    internal string Spell(string sql) =>
        _sqlite || !sql.Contains(" in @", StringComparison.Ordinal) ? sql : InList().Replace(sql, " = any(@${list})");

    [GeneratedRegex(@" in @(?<list>\w+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex InList();
}
