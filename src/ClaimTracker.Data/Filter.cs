using System.Globalization;
using Dapper;

namespace ClaimTracker.Data;

/// <summary>
/// The conditions of a list, and their values. Columns and conditions are constant texts, and what a caller sends becomes a parameter.
/// A filter that the caller left out leaves no trace, so that the engine can use the index of those that are set.
/// </summary>
public sealed class Filter
{
    private readonly List<(string Sqlite, string Postgres)> _conditions = [];

    /// <summary>The values that the conditions name.</summary>
    public DynamicParameters Parameters { get; } = new();

    /// <summary>Adds a condition that always holds.</summary>
    /// <param name="condition">A constant text.</param>
    /// <param name="values">An object with a property for each parameter that the condition names.</param>
    public Filter And(string condition, object? values = null) => And(condition, condition, values);

    /// <summary>Adds a condition where a caller asked for it.</summary>
    /// <param name="asked">Whether the caller did.</param>
    /// <param name="condition">A constant text.</param>
    /// <param name="values">An object with a property for each parameter that the condition names.</param>
    public Filter If(bool asked, string condition, object? values = null) => asked ? And(condition, values) : this;

    /// <summary>Adds a condition where the engines need different texts.</summary>
    /// <param name="sqlite">A constant text for SQLite.</param>
    /// <param name="postgres">A constant text for PostgreSQL.</param>
    /// <param name="values">An object with a property for each parameter that the conditions name.</param>
    public Filter And(string sqlite, string postgres, object? values)
    {
        _conditions.Add((sqlite, postgres));
        Parameters.AddDynamicParams(values);
        return this;
    }

    /// <summary>Rows whose column has this value; null asks for nothing.</summary>
    public Filter Equal(string column, object? value) => Compare(column, "=", value);

    /// <summary>Rows whose column has one of these values; null asks for nothing.</summary>
    public Filter AnyOf<T>(string column, IReadOnlyList<T>? values) => values switch
    {
        null => this,
        [var only] => Equal(column, only), // The engine can then sort by another column of the same index.
        _ => And($"{column} in @{Add(ColumnTypes.Columns(values))}"),
    };

    /// <summary>Rows whose column has this value or a later one; null asks for nothing.</summary>
    public Filter From(string column, object? value) => Compare(column, ">=", value);

    /// <summary>Rows whose column has this value or an earlier one; null asks for nothing.</summary>
    public Filter UpTo(string column, object? value) => Compare(column, "<=", value);

    /// <summary>Rows whose column has an earlier value; null asks for nothing.</summary>
    public Filter Before(string column, object? value) => Compare(column, "<", value);

    /// <summary>Rows whose text contains another, to the character; null asks for nothing.</summary>
    public Filter Contains(string column, string? part)
    {
        if (part is null)
        {
            return this;
        }

        var name = Add(part);
        _conditions.Add(($"instr({column}, @{name}) > 0", $"strpos({column}, @{name}) > 0"));
        return this;
    }

    /// <summary>The where clause for an engine, or nothing where there is no condition.</summary>
    public string Clause(Dialect dialect)
    {
        ArgumentNullException.ThrowIfNull(dialect);
        return _conditions.Count == 0
            ? ""
            : "where " + string.Join("\n    and ", _conditions.Select(c => dialect.Pick(c.Sqlite, c.Postgres)));
    }

    private Filter Compare(string column, string comparison, object? value) =>
        value is null ? this : And($"{column} {comparison} @{Add(value)}");

    private string Add(object value)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"value{_conditions.Count}");
        Parameters.Add(name, value);
        return name;
    }
}
