using System.Reflection;
using System.Text.RegularExpressions;
using DbUp.Builder;
using DbUp.Engine.Output;

namespace ClaimTracker.Data;

/// <summary>The migrations of this program. Each is there for both engines, under the same number and name.</summary>
internal static partial class Migrations
{
    public const string Sqlite = "sqlite/";
    public const string Postgres = "postgres/";

    private static readonly Assembly Home = typeof(Migrations).Assembly;

    /// <summary>Names of the migrations of an engine, in order.</summary>
    public static IReadOnlyList<string> Known(string folder) =>
        [.. Home.GetManifestResourceNames().Where(name => name.StartsWith(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>The schema that they make, as <see cref="Database.SchemaAsync"/> gives it.</summary>
    public static string Schema(string folder) => Read($"schema/{folder.TrimEnd('/')}.sql");

    /// <summary>Runs what has not run yet.</summary>
    /// <returns>The names of the migrations that ran now.</returns>
    /// <exception cref="DatabaseException">A script failed; nothing of it was kept.</exception>
    public static IReadOnlyList<string> Run(UpgradeEngineBuilder database, string folder)
    {
        var result = database
            .WithScriptsEmbeddedInAssembly(Home, name => name.StartsWith(folder, StringComparison.Ordinal))
            .WithTransactionPerScript()
            .WithExecutionTimeout(TimeSpan.Zero) // The index of a large table takes as long as it takes.
            .WithVariablesDisabled()
            .LogTo(new NoOpUpgradeLog())
            .Build()
            .PerformUpgrade();
        return result.Successful
            ? [.. result.Scripts.Select(static s => s.Name)]
            : throw new DatabaseException($"The migration {result.ErrorScript?.Name ?? "journal"} failed: {result.Error.Message}");
    }

    /// <summary>Those of an engine that a database has not had.</summary>
    public static IReadOnlyList<string> Pending(IEnumerable<string> applied, string folder) =>
        [.. Known(folder).Except(applied, StringComparer.Ordinal)];

    /// <summary>
    /// The tables into which migrations insert rows of their own, such as the default rating scale. Rows that they move from other
    /// tables do not count: a new database has none.
    /// </summary>
    public static IReadOnlySet<string> FilledTables() => Known(Sqlite)
        .SelectMany(static name => InsertedValues().Matches(Read(name)).Select(static match => match.Groups["table"].Value))
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>Refuses a database that has a migration which this program does not know, before anything is done to it.</summary>
    public static void RefuseNewer(IEnumerable<string> applied, string what = "The database")
    {
        var known = Known(Sqlite).Concat(Known(Postgres)).ToHashSet(StringComparer.Ordinal);
        if (applied.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
        {
            throw new DatabaseException(
                $"{what} was made by a newer version of ClaimTracker (it has the migration {unknown}). "
                + "It was left as it is: start that version, or a later one.");
        }
    }

    private static string Read(string resource)
    {
        using var stream = Home.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"^insert into (?<table>\w+) \([^)]*\)\s+values\b", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InsertedValues();
}
