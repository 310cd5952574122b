using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Documents;

/// <summary>http/README.md, the guide to the API, and the pages of its routes and limits are true.</summary>
public sealed partial class HttpReadmeTests(ApiHost host) : IClassFixture<ApiHost>
{
    private const int MostWords = 8;
    private const string OneRow = "| `POST /articles` | no | no | yes | yes | no | Hand in an article | `Articles/CreateArticle.cs` |\n";

    private static readonly DocumentPage Page = DocumentPage.Api;

    [Fact]
    public async Task The_main_job_goes_as_printed() => Assert.Equal(10, await CurlRun.AsPrintedAsync(host, Page));

    [Fact]
    public async Task The_table_of_routes_is_what_the_command_prints()
    {
        var (exit, printed, error) = await ServiceProcess.RunAsync(host.Store, adminKey: null, "routes");

        Assert.Equal((0, ""), (exit, error));
        Assert.Contains(OneRow, printed, StringComparison.Ordinal);
        Assert.True(
            DocumentPage.Routes.Text.Contains(printed, StringComparison.Ordinal),
            $"{DocumentPage.Routes} is old: write what the command `routes` prints into it.");
    }

    [Fact]
    public void Every_route_stands_in_the_table_and_the_table_names_no_other()
    {
        var documented = RouteRow().Matches(DocumentPage.Routes.Text)
            .Select(static m => $"{m.Groups["method"].Value} /api/v1{m.Groups["path"].Value}");
        var routes = Routes.Of(host.Services).Select(static r => $"{r.Method} {r.Pattern}");

        Assert.Equal(routes.Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_use_case_of_the_table_is_a_file_and_described_in_few_words()
    {
        var rows = RouteRow().Matches(DocumentPage.Routes.Text).ToList();

        Assert.NotEmpty(rows);
        Assert.All(rows, static row =>
        {
            Assert.True(File.Exists(Path.Combine(Repository.Root, "src/ClaimTracker.Api/Features", row.Groups["file"].Value)), row.Value);
            Assert.InRange(row.Groups["what"].Value.Split(' ').Length, 1, MostWords);
        });
    }

    [Fact]
    public void Every_limit_stands_in_a_table()
    {
        var sections = DocumentPage.Limits.Text + DocumentPage.Operations.Section("Limits") + DocumentPage.Operations.Section("Settings");
        var limits = typeof(Limits).GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic).ToList();

        Assert.NotEmpty(limits);
        Assert.All(limits, field =>
        {
            var limit = ((int)field.GetRawConstantValue()!).ToString("N0", CultureInfo.InvariantCulture);
            Assert.Matches($@"\b{limit}\b", sections);
        });
    }

    [GeneratedRegex(
        @"^\| `(?<method>[A-Z]+) (?<path>/\S*)` \| (\w+ \| ){5}(?<what>[^|]+) \| `(?<file>[^`]+)` \|$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex RouteRow();
}
