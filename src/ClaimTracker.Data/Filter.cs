using System.Globalization;
using System.Text.RegularExpressions;
using Dapper;

namespace ClaimTracker.Data;

/// <summary>
/// The conditions of a list, and their values. Columns and conditions are constant texts, and what a caller sends becomes a parameter.
/// A filter that the caller left out leaves no trace, so that the engine can use the index of those that are set.
/// </summary>
public sealed partial class Filter
{
    /// <summary>Rows that are few: to look each of them up and sort them takes a few milliseconds.</summary>
    private const int Few = 5_000;

    /// <summary>
    /// The same of rows that FTS5 finds. To list them takes 0.65 microseconds for each, to ask whether it finds a given one 250.
    /// </summary>
    private const int FewOfWords = 100_000;

    private readonly List<SqlTexts> _conditions = [];

    /// <summary>Conditions whose form depends on how many rows meet them. One without a place is added where few do.</summary>
    private readonly List<Choice> _choices = [];

    /// <summary>What conditions brought as objects: Dapper does not name the parameters in those.</summary>
    private readonly List<object> _values = [];

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
        _conditions.Add(new(sqlite, postgres));
        if (values is not null)
        {
            _values.Add(values);
            Parameters.AddDynamicParams(values);
        }

        return this;
    }

    /// <summary>
    /// Rows that meet a condition, in the form that is fast for as many as there are; see <see cref="SettleAsync"/>. Few are looked up by
    /// their ids, whatever the list is sorted by. For many the list is walked in its order, up to the end of the page.
    /// </summary>
    /// <param name="asked">Whether a caller asked for it.</param>
    /// <param name="column">The column with the id of a row.</param>
    /// <param name="ids">A constant text: the query of the ids of the rows that meet it, which an index answers.</param>
    /// <param name="condition">
    /// A constant text for the walk. A column stands in it as <c>coalesce(c.x, c.x)</c>: its index would tempt the engine to read and
    /// sort all rows that have the value. That of the column which the list is sorted by is what the walk goes along: it stands plain.
    /// </param>
    /// <param name="values">An object with a property for each parameter that both name.</param>
    public Filter Among(bool asked, string column, string ids, string condition, object values)
    {
        if (asked)
        {
            _choices.Add(new(_conditions.Count, column, new(ids, ids), values));
            And(condition, Apart(condition), values);
        }

        return this;
    }

    /// <summary>Rows that a search index finds, in the form that is fast for as many as there are, as <see cref="Among"/>.</summary>
    /// <param name="column">The column with the id of a row.</param>
    /// <param name="ids">The query of the ids of the rows that are found.</param>
    /// <param name="condition">Whether a row is found: a condition on the column <c>t.id</c>, whose place the column takes.</param>
    /// <param name="values">An object with a property for each parameter that they name.</param>
    public Filter AmongFound(string column, SqlTexts ids, SqlTexts condition, object values)
    {
        _choices.Add(new(_conditions.Count, column, ids, values) { IsOfWords = true });
        return And(
            condition.Sqlite.Replace("t.id", column, StringComparison.Ordinal),
            Apart(condition.Postgres.Replace("t.id", column, StringComparison.Ordinal)),
            values);
    }

    /// <summary>Finds out which conditions few rows meet, and takes the form that suits. Without it all have the form for many.</summary>
    /// <param name="tx">A read.</param>
    /// <param name="sortedBy">The column that the list is sorted by; null for its id.</param>
    public async Task SettleAsync(ReadTx tx, string? sortedBy = null)
    {
        ArgumentNullException.ThrowIfNull(tx);
        foreach (var choice in _choices)
        {
            var (place, column, ids, values) = choice;
            var few = choice.IsOfWords && tx.Dialect == Dialect.Sqlite ? FewOfWords : Few;
            if (!await tx.AnyAsync($"select 1 from ({ids.Of(tx.Dialect)} limit 1 offset {few}) as found", values))
            {
                // Of a join with them PostgreSQL, whose plans hold for any value, would walk the table. An array it looks up.
                _conditions[place ?? AddPlace()] = new($"{column} in ({ids.Sqlite})", $"{column} = any(array({ids.Postgres}))");
            }
        }

        _choices.Clear();
        for (var i = 0; sortedBy is not null && i < _conditions.Count; i++)
        {
            _conditions[i] = new(Unhide(_conditions[i].Sqlite, sortedBy), Unhide(_conditions[i].Postgres, sortedBy));
        }
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
        _conditions.Add(new($"instr({column}, @{name}) > 0", $"strpos({column}, @{name}) > 0"));
        return this;
    }

    /// <summary>
    /// Adds the conditions of another filter, in brackets that the text opens. Their parameters get names of their own. What few rows
    /// meet of its <see cref="Among"/> is looked up here too.
    /// </summary>
    /// <param name="opening">A constant text, such as the beginning of a query up to its conditions.</param>
    /// <param name="inner">The other filter; without conditions it asks for nothing.</param>
    /// <param name="column">The column here with the ids that the other looks up; null if it is that of the other.</param>
    public Filter Nest(string opening, Filter inner, string? column = null)
    {
        ArgumentNullException.ThrowIfNull(inner);
        if (inner._conditions.Count == 0)
        {
            return this;
        }

        var prefix = string.Create(CultureInfo.InvariantCulture, $"in{_conditions.Count}_");
        foreach (var name in inner.Parameters.ParameterNames)
        {
            Parameters.Add(prefix + name, inner.Parameters.Get<object?>(name));
        }

        foreach (var values in inner._values)
        {
            foreach (var property in values.GetType().GetProperties())
            {
                Parameters.Add(prefix + property.Name, property.GetValue(values));
            }
        }

        _choices.AddRange(inner._choices.Select(c => c with
        {
            Place = null,
            Column = column ?? c.Column,
            Ids = new(Renamed(c.Ids.Sqlite), Renamed(c.Ids.Postgres)),
            Values = Parameters,
        }));
        _conditions.Add(new(Nested(Dialect.Sqlite), Nested(Dialect.Postgres)));
        return this;

        string Nested(Dialect dialect)
        {
            var nested = $"{opening} {Renamed(inner.Joined(dialect))})";
            return dialect.Pick(nested, Apart(nested));
        }

        string Renamed(string sql) => Named().Replace(sql, $"@{prefix}${{name}}");
    }

    /// <summary>The where clause for an engine, or nothing where there is no condition.</summary>
    public string Clause(Dialect dialect)
    {
        ArgumentNullException.ThrowIfNull(dialect);
        return _conditions.Count == 0 ? "" : "where " + Joined(dialect);
    }

    private string Joined(Dialect dialect) => string.Join("\n    and ", _conditions.Select(c => c.Of(dialect)));

    // PostgreSQL would make a join of it, and read the other table from end to end. It leaves one with an offset alone.
    private static string Apart(string condition) =>
        condition.StartsWith("exists (", StringComparison.Ordinal) ? condition[..^1] + " offset 0)" : condition;

    private static string Unhide(string condition, string column) =>
        condition.Replace($"coalesce({column}, {column})", column, StringComparison.Ordinal);

    private int AddPlace()
    {
        _conditions.Add(new("", ""));
        return _conditions.Count - 1;
    }

    private Filter Compare(string column, string comparison, object? value) =>
        value is null ? this : And($"{column} {comparison} @{Add(value)}");

    private string Add(object value)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"value{_conditions.Count}");
        Parameters.Add(name, value);
        return name;
    }

    /// <summary>A condition that has a form for few rows.</summary>
    private sealed record Choice(int? Place, string Column, SqlTexts Ids, object Values)
    {
        public bool IsOfWords { get; init; }
    }

    [GeneratedRegex(@"@(?<name>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();
}
