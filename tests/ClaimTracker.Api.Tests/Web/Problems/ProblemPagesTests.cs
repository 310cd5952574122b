using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Web.Problems;

public sealed class ProblemPagesTests(ApiHost host) : IClassFixture<ApiHost>
{
    public static TheoryData<string> Slugs => [.. ProblemType.All.Select(static type => type.Slug)];

    [Theory]
    [MemberData(nameof(Slugs))]
    public async Task Every_kind_of_problem_has_a_page_that_says_what_to_do(string slug)
    {
        var type = ProblemType.All.Single(type => type.Slug == slug);

        using var page = await host.Stranger.GetAsync(type.Address);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal("text/plain", page.Content.Headers.ContentType?.MediaType);
        var text = await page.Content.ReadAsStringAsync();
        Assert.All([type.Title, type.Remedy, $"{type.Status}"], part => Assert.Contains(part, text, StringComparison.Ordinal));
    }

    [Fact]
    public void The_list_is_whole() => Assert.Equal(
        typeof(ProblemType).GetFields()
            .Where(static field => field.FieldType == typeof(ProblemType))
            .Select(static field => field.GetValue(null)),
        ProblemType.All);
}
