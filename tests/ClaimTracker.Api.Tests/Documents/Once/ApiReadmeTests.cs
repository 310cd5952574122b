using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using ClaimTracker.Api.Tests.Architecture;
using ClaimTracker.Api.Tests.Hosting;
using Microsoft.Extensions.Logging;

namespace ClaimTracker.Api.Tests.Documents;

/// <summary>src/ClaimTracker.Api/README.md, the guide for operators, is true.</summary>
public sealed partial class ApiReadmeTests
{
    private static readonly DocumentPage Page = DocumentPage.Operations;

    [Fact]
    public void Every_setting_stands_in_the_table_and_the_table_names_no_other()
    {
        string[] ofTheFramework = ["Logging:LogLevel:Default", "Kestrel:Certificates:Default:Path"];
        var documented = Names(SettingRow(), Page.Section("Settings")).ToList();

        Assert.Contains("RateLimits:PerKey", documented, StringComparer.Ordinal);
        // The names of OpenTelemetry and of ASP.NET Core stand in the rows of our own.
        Same(
            [.. SettingNames.All.Where(static name => !name.Contains('_', StringComparison.Ordinal)), .. ofTheFramework], documented);
    }

    [Fact]
    public async Task Every_command_and_option_stands_in_a_table_and_the_tables_name_no_other()
    {
        await using var store = await TestEngine.Current.NewAsync(migrated: false);
        var (_, help, _) = await ServiceProcess.RunAsync(store, adminKey: null, "--help");
        var (options, commands) = (help.Split("Options:")[1].Split("Commands:")[0], help.Split("Commands:")[1]);

        Same(Names(HelpLine(), commands), Names(CommandRow(), Page.Section("Commands")));
        Same(
            Names(HelpLine(), options).Except(["--demo", "--help", "--version"], StringComparer.Ordinal),
            Names(OptionCell(), Page.Section("Settings")));
    }

    [Fact]
    public void Every_name_that_no_user_is_given_stands_in_the_list_and_the_list_has_no_other() =>
        Same(ReservedNames.All, Names(NameItem(), Page.Section("Who gets in")));

    [Fact]
    public void Every_event_of_the_log_stands_in_the_table_with_its_level_and_its_fields_and_the_table_names_no_other()
    {
        var declared = new[] { typeof(Log), typeof(DeskLog), typeof(HostLog) }.SelectMany(static file => file.GetMethods())
            .Select(static method => (Method: method, Event: method.GetCustomAttribute<LoggerMessageAttribute>()))
            .Where(static line => line.Event is not null)
            .Select(static line => $"{line.Event!.EventName}: {LevelOf(line.Event)}: {FieldsOf(line.Method, line.Event)}");
        var documented =
            from row in LogRow().Matches(Page.Section("Log"))
            from name in Names(Quoted(), row.Groups["events"].Value)
            select $"{name}: {row.Groups["level"].Value}: {Sorted(Names(Quoted(), row.Groups["fields"].Value))}";

        Same(declared, documented);
    }

    private static IEnumerable<string> Names(Regex pattern, string text) =>
        pattern.Matches(text).Select(static m => m.Groups["name"].Value);

    private static void Same(IEnumerable<string> real, IEnumerable<string> documented) =>
        Assert.Equal(real.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));

    // A request is logged at a level of its own, where it is no probe at this one.
    private static string LevelOf(LoggerMessageAttribute line) => line.Level switch
    {
        LogLevel.None or LogLevel.Information => "info",
        var level => level.ToString().ToLowerInvariant(),
    };

    private static string FieldsOf(MethodInfo method, LoggerMessageAttribute line)
    {
        var fails = Array.Exists(method.GetParameters(), static one => one.ParameterType == typeof(Exception));
        return Sorted(
        [
            .. Names(Placeholder(), line.Message).Select(JsonNamingPolicy.CamelCase.ConvertName),
            .. fails ? ["failure"] : Array.Empty<string>(),
        ]);
    }

    private static string Sorted(IEnumerable<string> fields) => string.Join(", ", fields.Order(StringComparer.Ordinal));

    [GeneratedRegex(@"^\| `(?<name>\w+(:\w+)*)` \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SettingRow();

    [GeneratedRegex(@"\| `(?<name>--[a-z-]+)` \|", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OptionCell();

    [GeneratedRegex(@"^\| `(?<name>[a-z-]+)` \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CommandRow();

    [GeneratedRegex(@"^  (-\S+, )*(?<name>[a-z-]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HelpLine();

    [GeneratedRegex("^- `(?<name>[^`]+)`: ", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NameItem();

    [GeneratedRegex(
        @"^\| (?<events>`\w+`(, `\w+`)*) \| (?<level>\w+) \| (?<fields>[^|]*)\|", RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex LogRow();

    [GeneratedRegex("`(?<name>[^`]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\{(?<name>\w+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}
