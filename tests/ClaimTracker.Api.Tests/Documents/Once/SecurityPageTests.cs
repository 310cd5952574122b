using System.Text.RegularExpressions;

namespace ClaimTracker.Api.Tests.Documents;

/// <summary>src/ClaimTracker.Api/SECURITY.md names tests that are there, and leaves out no chapter and no risk.</summary>
public sealed partial class SecurityPageTests
{
    private static readonly DocumentPage Page = new("src/ClaimTracker.Api/SECURITY.md");

    [Fact]
    public void Every_test_that_it_names_is_there()
    {
        var classes = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .Select(Path.GetFileNameWithoutExtension)
            .ToHashSet(StringComparer.Ordinal);
        var named = Found(TestName()).Distinct(StringComparer.Ordinal).ToList();

        Assert.True(named.Count > 40, $"{named.Count} tests are named.");
        Assert.All(named, name => Assert.Contains(name, classes, StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_met_names_a_test_or_says_why_there_is_none()
    {
        var without = Row().Matches(Page.Text).Where(static row => row.Groups["test"].Value.Trim().Length == 0)
            .Select(static row => row.Groups["here"].Value.Trim())
            .ToList();

        Assert.NotEmpty(without);
        Assert.All(without, static here => Assert.Matches(
            "^(Do(es)? not apply|Not met|Left to|Up to|Met in part|Met: those of \\.NET|Met: a role)", here));
    }

    [Fact]
    public void It_has_each_risk_and_each_chapter()
    {
        Assert.Equal(Enumerable.Range(1, 10).Select(static n => $"API{n}"), Found(Risk()), StringComparer.Ordinal);
        Assert.Equal(Enumerable.Range(1, 17).Select(static n => $"V{n}"), Found(Chapter()), StringComparer.Ordinal);
    }

    private static IEnumerable<string> Found(Regex pattern) => pattern.Matches(Page.Text).Select(static m => m.Groups["name"].Value);

    [GeneratedRegex("`(?<name>[A-Za-z]+Tests)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TestName();

    [GeneratedRegex(@"^\|[^|]+\|(?<here>[^|]+)\|(?<test>[^|]*)\|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();

    [GeneratedRegex(@"^\| (?<name>API\d+) ", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Risk();

    [GeneratedRegex("^### (?<name>V[0-9]+) ", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Chapter();
}
