using System.Globalization;
using System.Net;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Tests.Architecture;
using ClaimTracker.Api.Tests.Hosting;
using Microsoft.Extensions.Logging;

namespace ClaimTracker.Api.Tests.Documents;

/// <summary>The README says what is so.</summary>
public sealed partial class ReadmeTests(ApiHost host) : IClassFixture<ApiHost>
{
    private static readonly string Readme = Repository.Read("README.md");

    [Fact]
    public async Task The_main_job_goes_as_printed()
    {
        var steps = CurlCommand.InDocument(Readme).ToList();

        Assert.Equal(10, steps.Count);
        Dictionary<string, string> names = new(StringComparer.Ordinal) { ["$KEY"] = ApiHost.Key, ["$API"] = host.Stranger.BaseAddress + "api/v1" };
        foreach (var step in steps)
        {
            var answer = await new ApiDriver(host.Stranger).SendAsync(step.ToRequest(names));

            Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.Created, $"{step.Address}: {answer.Text}");
            if (step.Language == "json")
            {
                names["$COLLEAGUE"] = (string?)answer.Json["key"] ?? names.GetValueOrDefault("$COLLEAGUE", "");
                Assert.Null(Shortened.Difference(JsonNode.Parse(step.Answer), answer.Json));
            }
            else
            {
                Assert.Equal(step.Answer.Replace("\n", "\r\n", StringComparison.Ordinal), Instant().Replace(answer.Text, "…"));
            }
        }
    }

    [Fact]
    public void Every_route_stands_in_the_table_and_the_table_names_no_other()
    {
        var documented = RouteRow().Matches(Readme).Select(static m => $"{m.Groups["method"].Value} /api/v1{m.Groups["path"].Value}");
        var routes = Routes.Of(host.Services).Select(static r => $"{r.Method} {r.Pattern}");

        Assert.Equal(routes.Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_limit_stands_in_the_table()
    {
        var section = Section("## Limits") + Section("## Settings");
        var limits = typeof(Limits).GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic).ToList();

        Assert.NotEmpty(limits);
        Assert.All(limits, field => Assert.Matches($@"\b{((int)field.GetRawConstantValue()!).ToString("N0", CultureInfo.InvariantCulture)}\b", section));
    }

    [Fact]
    public void Every_setting_stands_in_the_table_and_the_table_names_no_other()
    {
        string[] ofTheFramework = ["Logging:LogLevel:Default", "Kestrel:Certificates:Default:Path"];
        string[] noSettings = ["Kestrel:Endpoints", "Logging:LogLevel"]; // Sections: one is refused, one is documented by its default.
        var read = SourceFile.Under("src/ClaimTracker.Api/Commands/").SelectMany(static file => SettingName().Matches(file.Text).Select(static m => m.Groups["name"].Value));
        var documented = SettingRow().Matches(Section("## Settings")).Select(static m => m.Groups["name"].Value).ToList();

        Assert.Contains("RateLimits:PerKey", documented, StringComparer.Ordinal);
        Assert.Equal(
            read.Except(noSettings, StringComparer.Ordinal).Concat(ofTheFramework).Concat(["Urls", "AllowedHosts"]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            documented.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_name_that_no_user_is_given_stands_in_the_text() =>
        Assert.All(ReservedNames.All, static name => Assert.Contains($"`{name}`", Section("## Safety"), StringComparison.Ordinal));

    [Fact]
    public void Every_event_of_the_log_stands_in_the_text_and_the_text_names_no_other()
    {
        string[] members = ["time", "level", "event", "traceId"];
        var text = Section("## Operations").Split("**The log** ").Last().Split("**Telemetry**")[0];
        var events = typeof(Log).GetMethods().Select(static method => method.GetCustomAttribute<LoggerMessageAttribute>()?.EventName).OfType<string>();

        Assert.Equal(
            events.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            Quoted().Matches(text).Select(static m => m.Groups["name"].Value).Except(members, StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_promise_names_tests_that_there_are_and_the_variable_that_they_read()
    {
        var tests = Directory.GetFiles(Path.Combine(Repository.Root, "tests", "ClaimTracker.Api.Tests"), "*Tests.cs", SearchOption.AllDirectories);
        var commands = PromiseCommand().Matches(Section("## Promises")).ToList();

        Assert.True(commands.Count > 10);
        Assert.All(commands, command =>
        {
            var files = command.Groups["tests"].Value.Split("\\|").Select(name => Assert.Single(tests, file => Path.GetFileNameWithoutExtension(file) == name)).ToList();
            Assert.Contains(command.Groups["variable"].Value, File.ReadAllText(files[0]), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void The_ci_script_finds_the_test_command() => Assert.Contains("\ndotnet test\n", Readme, StringComparison.Ordinal);

    [Fact]
    public void Every_folder_that_it_names_is_there() =>
        Assert.All(FolderRow().Matches(Readme), static m => Assert.True(Directory.Exists(Path.Combine(Repository.Root, m.Groups["folder"].Value)), m.Value));

    private static string Section(string heading) => Readme.Split("\n## ").Single(part => part.StartsWith(heading[3..] + "\n", StringComparison.Ordinal));

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT[\d:.]+Z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Instant();

    [GeneratedRegex(@"^\| `(?<method>[A-Z]+) (?<path>/\S*)` \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RouteRow();

    [GeneratedRegex("""
        "(?<name>[A-Z]\w+(:[A-Z]\w+)+)"
        """, RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SettingName();

    [GeneratedRegex(@"^\| `(?<name>\w+(:\w+)*)` \| `", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SettingRow();

    [GeneratedRegex("`(?<name>[^`]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex("`((?<variable>[A-Z_]+)=\\w+ )?T \"?(?<tests>[A-Za-z|\\\\]+)\"?`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PromiseCommand();

    [GeneratedRegex(@"^    (?<folder>\w\S*)  ", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FolderRow();
}
