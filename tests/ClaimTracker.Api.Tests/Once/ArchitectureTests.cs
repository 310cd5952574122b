using System.Reflection;
using System.Text.RegularExpressions;
using ClaimTracker.Api.Tests.Architecture;
using ClaimTracker.Api.Tests.Hosting;
using ClaimTracker.Data;
using ClaimTracker.Text;
using NetArchTest.Rules;

namespace ClaimTracker.Api.Tests;

/// <summary>What each project may use, and the forms of the house. Each rule checks that it looked at something.</summary>
public sealed partial class ArchitectureTests
{
    private static readonly Assembly Api = typeof(ServiceBuilder).Assembly;

    private static readonly string[] Web = ["Microsoft.AspNetCore", "System.Net.Http", "FastEndpoints", "ClaimTracker.Api"];

    /// <summary>Where the lines of the log are written: one file for each floor that writes any.</summary>
    private static readonly string[] Logs =
        ["src/ClaimTracker.Api/Domain/DeskLog.cs", "src/ClaimTracker.Api/Host/HostLog.cs", "src/ClaimTracker.Api/Web/Log.cs"];

    [Fact]
    public void Data_knows_neither_texts_nor_the_web() =>
        AssertIndependent(Types.InAssembly(typeof(Db).Assembly), [.. Web, "ClaimTracker.Text"]);

    [Fact]
    public void Text_knows_neither_data_nor_the_web() =>
        AssertIndependent(Types.InAssembly(typeof(ArticleParser).Assembly), [.. Web, "ClaimTracker.Data", "Dapper", "Microsoft.Data"]);

    [Fact]
    public void Only_Data_opens_connections()
    {
        var outside = SourceFile.Under("src/")
            .Where(static file => !file.Path.StartsWith("src/ClaimTracker.Data/", StringComparison.Ordinal))
            .ToList();

        AssertNone(outside, static file => ConnectionName().Matches(file.Text).Select(static match => match.Value));
        Assert.Contains(SourceFile.Under("src/ClaimTracker.Data/"), static file => ConnectionName().IsMatch(file.Text));
        AssertIndependent(Types.InAssembly(Api), "Microsoft.Data.Sqlite.SqliteConnection", "DbUp");
    }

    [Fact]
    public void Only_the_log_of_a_floor_says_what_goes_into_a_line_of_the_log()
    {
        var writers = SourceFile.Under("src/").Where(static file => file.Text.Contains("[LoggerMessage(", StringComparison.Ordinal));

        AssertNone(SourceFile.Under("src/"), static file => FreeLogCall().Matches(file.Text).Select(static match => match.Value));
        Assert.Equal(Logs, writers.Select(static file => file.Path).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Fact]
    public void Every_endpoint_is_internal_and_sealed_in_a_group_and_in_a_file_of_its_own_name()
    {
        Assert.NotEmpty(EndpointTypes.All);
        Assert.Empty(EndpointTypes.All.Where(static type => type.IsVisible || !type.IsSealed).Select(static type => type.Name));
        foreach (var endpoint in EndpointTypes.All)
        {
            var file = UseCaseFile(endpoint);
            Assert.True(GroupCall().IsMatch(file.Text), $"{file.Path} names no group.");
        }
    }

    [Fact]
    public void A_use_case_has_180_lines_at_most_and_another_file_250()
    {
        var useCases = EndpointTypes.All.Select(static type => UseCaseFile(type).Path).ToHashSet(StringComparer.Ordinal);

        Assert.NotEmpty(SourceFile.All);
        Assert.Empty(
            SourceFile.All.Where(file => file.Lines > (useCases.Contains(file.Path) ? 180 : 250))
                .Select(static file => $"{file.Path}: {file.Lines}"));
        Assert.InRange(SourceFile.Under("src/ClaimTracker.Api/Program.cs").Single().Lines, 1, 30);
    }

    [Fact]
    public void No_line_is_longer_than_140_columns()
    {
        var lines = SourceFile.All.SelectMany(
            static file => file.Text.Split('\n').Select((line, index) => (Place: $"{file.Path}:{index + 1}", Text: line.TrimEnd('\r'))));

        Assert.InRange(SourceFile.All.Count, 500, 10_000);
        Assert.Empty(lines.Where(static line => line.Text.EnumerateRunes().Count() > 140).Select(static line => line.Place));
    }

    [Fact]
    public void A_type_name_means_one_thing_in_the_solution()
    {
        string[] exempt =
        [
            "Page", // A page of a list in the API; a web page inside Text, internal there.
            "PageText", // The text of a web page inside Text; the text of a made-up one in the seeder.
        ];
        var names = SourceFile.Under("src/")
            .SelectMany(static file =>
                TopLevelType().Matches(file.Text).Select(static match => match.Groups["name"].Value + Arity(match.Groups["generic"].Value)))
            .ToList();

        Assert.InRange(names.Count, 150, 10_000);
        var twice = names.GroupBy(static name => name, StringComparer.Ordinal)
            .Where(static same => same.Count() > 1)
            .Select(static same => same.Key);
        Assert.Empty(twice.Except(exempt, StringComparer.Ordinal));
    }

    private static void AssertIndependent(Types types, params string[] names) =>
        AssertIndependent(types.GetTypes(), types.ShouldNot(), names);

    private static void AssertIndependent(IEnumerable<Type> types, Conditions rule, string[] names)
    {
        Assert.NotEmpty(types);
        Assert.Empty(rule.HaveDependencyOnAny(names).GetResult().FailingTypeNames ?? []);
    }

    private static void AssertNone(IReadOnlyList<SourceFile> files, Func<SourceFile, IEnumerable<string>> find)
    {
        Assert.NotEmpty(files);
        Assert.Empty(files.SelectMany(file => find(file).Select(found => $"{file.Path}: {found}")));
    }

    private static SourceFile UseCaseFile(Type endpoint)
    {
        var folder = endpoint.Namespace!.Replace("ClaimTracker.Api.", "src/ClaimTracker.Api/", StringComparison.Ordinal)
            .Replace("Features.", "Features/", StringComparison.Ordinal);
        var inOwnFile = SourceFile.All.Where(file => file.Path == $"{folder}/{endpoint.Name}.cs").ToList();
        Assert.True(inOwnFile.Count == 1, $"{endpoint.Name} has no file of its own in the folder of {endpoint.Namespace}.");
        return inOwnFile[0];
    }

    // Page and Page<T> can stand side by side in one file: their number of parameters tells them apart, as in the compiler.
    private static string Arity(string generic) => generic.Length == 0 ? "" : $"`{generic.Count(static c => c == ',') + 1}";

    [GeneratedRegex(@"\b(SqliteConnection\w*|NpgsqlConnection\w*|DbUp\b)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ConnectionName();

    [GeneratedRegex(@"\.(Log(Trace|Debug|Information|Warning|Error|Critical)?|BeginScope)\(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FreeLogCall();

    [GeneratedRegex(@"\bGroup<\w+Group>\(\);", RegexOptions.None, 1000)]
    private static partial Regex GroupCall();

    [GeneratedRegex(
        @"^(public |internal |static |sealed |abstract |readonly |partial )*(class|record struct|record|struct|enum|interface) "
            + @"(?<name>\w+)(?<generic><[^>]+>)?",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TopLevelType();
}
