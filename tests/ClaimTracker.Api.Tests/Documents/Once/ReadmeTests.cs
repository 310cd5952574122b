using System.Text.RegularExpressions;
using ClaimTracker.Api.Tests.Architecture;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Documents;

/// <summary>README.md, the front page, is true.</summary>
public sealed partial class ReadmeTests(ApiHost host) : IClassFixture<ApiHost>
{
    private static readonly DocumentPage Page = DocumentPage.Front;

    [Fact]
    public async Task An_article_gets_a_verdict_as_printed() => Assert.Equal(4, await CurlRun.AsPrintedAsync(host, Page));

    [Fact]
    public void The_ci_script_finds_the_test_command() => Assert.Contains("\ndotnet test\n", Page.Text, StringComparison.Ordinal);

    [Fact]
    public void Every_folder_that_it_names_is_there()
    {
        var folders = FolderRow().Matches(Page.Text).Select(static m => m.Groups["folder"].Value).ToList();

        Assert.NotEmpty(folders);
        Assert.All(folders, static folder => Assert.True(Directory.Exists(Path.Combine(Repository.Root, folder)), folder));
    }

    [Fact]
    public void Every_source_file_that_it_names_is_there()
    {
        var named = SourceFileName().Matches(Page.Section("Where things are")).Select(static m => "/" + m.Groups["file"].Value).ToList();
        var files = SourceFile.Under("src/ClaimTracker.Api/Features/").Select(static file => file.Path).ToList();

        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.True(files.Exists(file => file.EndsWith(name, StringComparison.Ordinal)), name));
    }

    [Fact]
    public void Every_promise_names_tests_that_there_are()
    {
        var named = TestName().Matches(Page.Section("Promises")).Select(static m => m.Groups["name"].Value).ToList();

        Assert.True(named.Count > 10);
        Assert.Empty(named.Except(SourceFile.Under("tests/").Select(static file => file.Name), StringComparer.Ordinal));
    }

    [GeneratedRegex(@"^    (?<folder>\w\S*)  ", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FolderRow();

    [GeneratedRegex(@"`(?<file>[\w/]+\.cs)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SourceFileName();

    [GeneratedRegex(@"`(?<name>\w+Tests)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TestName();
}
