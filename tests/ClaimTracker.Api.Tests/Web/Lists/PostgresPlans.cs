using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using ClaimTracker.Data.Postgres;
using Npgsql;

namespace ClaimTracker.Api.Tests.Web.Lists;

/// <summary>The plans that PostgreSQL makes for statements that ran, whatever values they are given.</summary>
internal sealed partial class PostgresPlans : IDisposable
{
    /// <summary>Pages of the smallest table that must not be read from end to end.</summary>
    private const int BigPages = 100;

    /// <summary>Steps of a plan that give their first row before they have read all.</summary>
    private static readonly string[] Streams =
    [
        "Limit", "Nested Loop", "Hash Join", "Merge Join", "Incremental Sort", "Unique", "Subquery Scan", "Result", "Append",
        "Merge Append", "Memoize",
    ];

    private readonly NpgsqlConnection _connection;
    private readonly ActivityListener _listener;
    private readonly HashSet<string> _ran = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> _scans = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    public PostgresPlans(string connectionString)
    {
        _connection = new NpgsqlConnection(connectionString);
        _connection.Open();
        Run(PostgresEngine.PlanSettings);
        _listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "Npgsql",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Note,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>The statements that ran since the last call and read a big table from end to end, with the table.</summary>
    public IReadOnlyList<string> TakeScans() => [.. TakeRan().SelectMany(Scans)];

    /// <summary>The statements that ran since the last call.</summary>
    public IReadOnlyList<string> TakeRan()
    {
        lock (_gate)
        {
            string[] ran = [.. _ran];
            _ran.Clear();
            return ran;
        }
    }

    public int Seen => _scans.Count;

    public void Dispose()
    {
        _listener.Dispose();
        _connection.Dispose();
    }

    private void Note(Activity activity)
    {
        if ((activity.GetTagItem("db.query.text") ?? activity.GetTagItem("db.statement")) is string sql
            && sql.StartsWith("select", StringComparison.Ordinal) && activity.GetTagItem("db.namespace") as string == _connection.Database)
        {
            lock (_gate)
            {
                _ran.Add(sql);
            }
        }
    }

    /// <summary>The big tables that a statement reads from end to end.</summary>
    public IReadOnlyList<string> Scans(string sql)
    {
        if (_scans.TryGetValue(sql, out var known))
        {
            return known;
        }

        var names = Named().Matches(sql).Select(static match => match.Value).Distinct(StringComparer.Ordinal).ToList();
        var numbered = Named().Replace(sql, match => string.Create(CultureInfo.InvariantCulture, $"${names.IndexOf(match.Value) + 1}"));
        Run($"prepare asked as {numbered}");
        var nothing = names.Count == 0 ? "" : $"({string.Join(", ", names.Select(static _ => "null"))})";
        using var plan = JsonDocument.Parse(Run($"explain (format json) execute asked{nothing}"));
        Run("deallocate asked");
        return _scans[sql] =
        [
            .. Whole(plan.RootElement[0].GetProperty("Plan"), stops: false)
                .Where(table => Run($"select relpages >= {BigPages} from pg_class where relname = '{table}'") == "True")
                .Select(table => $"{table} from end to end:\n{sql}\n"),
        ];
    }

    /// <summary>The tables that a part of a plan reads from end to end, by themselves or by an index.</summary>
    /// <param name="node">The part.</param>
    /// <param name="stops">Whether it is read row by row, and no further than to the end of a page.</param>
    private IEnumerable<string> Whole(JsonElement node, bool stops)
    {
        var type = node.GetProperty("Node Type").GetString()!;
        var isWalk = type is "Index Scan" or "Index Only Scan" && !node.TryGetProperty("Index Cond", out _);
        if (type is "Seq Scan" || (isWalk && !stops && !IsPartial(node)))
        {
            yield return node.GetProperty("Relation Name").GetString()!;
        }

        if (!node.TryGetProperty("Plans", out var parts))
        {
            yield break;
        }

        foreach (var part in parts.EnumerateArray())
        {
            var isFirst = part.GetProperty("Parent Relationship").GetString() is "Outer" or "Member" or "Subquery";
            foreach (var table in Whole(part, isFirst && (type == "Limit" || (stops && Streams.Contains(type, StringComparer.Ordinal)))))
            {
                yield return table;
            }
        }
    }

    // Such an index has no other rows than the statement asks for.
    private bool IsPartial(JsonElement scan) =>
        Run($"select indpred is not null from pg_index where indexrelid = '{scan.GetProperty("Index Name")}'::regclass") == "True";

    private string Run(string sql)
    {
        using var command = new NpgsqlCommand(sql, _connection);
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture) ?? "";
    }

    [GeneratedRegex(@"@\w+", RegexOptions.None, 1000)]
    private static partial Regex Named();
}
