using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Npgsql;

namespace ClaimTracker.Api.Tests.Web.Lists;

/// <summary>The plans that PostgreSQL makes for statements that ran, whatever values they are given.</summary>
internal sealed partial class PostgresPlans : IDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly ActivityListener _listener;
    private readonly HashSet<string> _ran = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> _scans = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private readonly int _bigPages;

    /// <param name="connectionString">The database.</param>
    /// <param name="bigPages">The least pages of a table that must not be read from end to end.</param>
    public PostgresPlans(string connectionString, int bigPages)
    {
        _bigPages = bigPages;
        _connection = new NpgsqlConnection(connectionString);
        _connection.Open();
        Run("set plan_cache_mode = force_generic_plan");
        _listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "Npgsql",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Note,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>The statements that ran since the last call and read a big table from end to end, with the table.</summary>
    public IReadOnlyList<string> TakeScans()
    {
        string[] ran;
        lock (_gate)
        {
            ran = [.. _ran];
            _ran.Clear();
        }

        return [.. ran.SelectMany(Scans)];
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

    private IReadOnlyList<string> Scans(string sql)
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
        var scanned = Nodes(plan.RootElement[0].GetProperty("Plan"))
            .Where(static node => node.GetProperty("Node Type").GetString() == "Seq Scan")
            .Select(static node => node.GetProperty("Relation Name").GetString()!)
            .Where(table => int.Parse(Run($"select relpages from pg_class where relname = '{table}'"), CultureInfo.InvariantCulture) >= _bigPages)
            .Select(table => $"{table} from end to end:\n{sql}\n")
            .ToList();
        return _scans[sql] = scanned;
    }

    private static IEnumerable<JsonElement> Nodes(JsonElement node) => node.TryGetProperty("Plans", out var parts)
        ? [node, .. parts.EnumerateArray().SelectMany(Nodes)]
        : [node];

    private string Run(string sql)
    {
        using var command = new NpgsqlCommand(sql, _connection);
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture) ?? "";
    }

    [GeneratedRegex(@"@\w+", RegexOptions.None, 1000)]
    private static partial Regex Named();
}
