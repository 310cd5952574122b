using System.Text;

namespace ClaimTracker.Api.Tests.Documents;

/// <summary>The pages hold together, and stay short.</summary>
public sealed class EveryReadmeTests
{
    public static TheoryData<string> Pages => [.. DocumentPage.All.Select(static page => page.Path)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_leads_to_a_file_or_a_heading_that_is_there(string path)
    {
        var page = DocumentPage.All.Single(page => page.Path == path);

        Assert.All(page.Links.Where(static link => !link.StartsWith("https://", StringComparison.Ordinal)), link =>
        {
            var (file, anchor) = link.Split('#') is [var before, var after] ? (before, after) : (link, null);
            var here = Path.Combine(Repository.Root, path);
            var target = file.Length == 0 ? here : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, file));
            Assert.True(Path.Exists(target), $"{path}: {link} leads nowhere");
            if (anchor is not null)
            {
                Assert.Contains(anchor, new DocumentPage(Path.GetRelativePath(Repository.Root, target)).Anchors, StringComparer.Ordinal);
            }
        });
    }

    [Theory]
    [InlineData("README.md", 8)]
    [InlineData("http/README.md", 14)]
    [InlineData("http/CONVENTIONS.md", 10)]
    [InlineData("http/ROUTES.md", 24)]
    [InlineData("http/LIMITS.md", 3)]
    [InlineData("http/LISTS.md", 6)]
    [InlineData("http/EXPORTS.md", 6)]
    [InlineData("http/IMPORTS.md", 8)]
    [InlineData("src/ClaimTracker.Api/README.md", 18)]
    [InlineData("db/README.md", 24)]
    [InlineData("db/HISTORY.md", 12)]
    [InlineData("src/README.md", 7)]
    [InlineData("tests/README.md", 10)]
    public void No_page_is_longer_than_its_readers_have_time_for(string path, int kilobytes) =>
        Assert.InRange(Encoding.UTF8.GetByteCount(Repository.Read(path)), 1, kilobytes * 1024);

    [Fact]
    public void The_front_page_leads_to_every_other() =>
        Assert.All(DocumentPage.All.Skip(1), static page => Assert.Contains(page.Path, DocumentPage.Front.Links, StringComparer.Ordinal));
}
