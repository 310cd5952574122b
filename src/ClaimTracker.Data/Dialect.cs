using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace ClaimTracker.Data;

/// <summary>The SQL engine in use, for the few places where one text cannot serve every engine.</summary>
public sealed partial class Dialect
{
    private const string ListMark = " in @";

    private readonly bool _sqlite;

    /// <summary>Texts that were spelt, by reference: those that are constants stay, and those that were put together go.</summary>
    private readonly ConditionalWeakTable<string, string> _spelt = [];

    private Dialect(bool sqlite) => _sqlite = sqlite;

    /// <summary>The embedded default.</summary>
    public static Dialect Sqlite { get; } = new(sqlite: true);

    /// <summary>For users who outgrow one machine.</summary>
    public static Dialect Postgres { get; } = new(sqlite: false);

    /// <summary>Chooses between two texts that stand side by side where the engines truly differ.</summary>
    public string Pick(string sqlite, string postgres) => _sqlite ? sqlite : postgres;

    /// <summary>
    /// Spells a text as the engine does. A list in <c>in @ids</c> is one parameter, and the query one statement that stays prepared
    /// however many there are: an array in PostgreSQL, JSON in SQLite (<see cref="ListHandler"/>). Functions that aggregate stand in
    /// the spelling of SQLite.
    /// </summary>
    internal string Spell(string sql) =>
        _sqlite && !sql.Contains(ListMark, StringComparison.Ordinal) ? sql : _spelt.GetValue(sql, Respell);

    private string Respell(string sql) => _sqlite
        ? InList().Replace(sql, " in (select value from json_each(@${list}))")
        : InList().Replace(sql, " = any(@${list})")
            .Replace("json_group_array(", "json_agg(", StringComparison.Ordinal)
            .Replace("json_object(", "json_build_object(", StringComparison.Ordinal)
            .Replace("group_concat(", "string_agg(", StringComparison.Ordinal);

    [GeneratedRegex(@" in @(?<list>\w+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex InList();
}
