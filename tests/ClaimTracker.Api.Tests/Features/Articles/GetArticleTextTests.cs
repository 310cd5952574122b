using System.Net;
using System.Text;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Articles;

public sealed class GetArticleTextTests(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiDriver _api = host.Api;

    [Theory]
    [InlineData("Lines end\r\nas on the desk\rof old\nand new.\r\n")]
    [InlineData("\uFEFFA mark opens it. Then 3 words.")]
    [InlineData("😀👩‍👩‍👧 Four emoji say 1 thing. 🏴󠁧󠁢󠁳󠁣󠁴󠁿 flies.")]
    [InlineData("Cafe\u0301 and caf\u00E9 differ: e\u0323\u0301 stays.")]
    [InlineData("\u202Eright to left\u202C and \u2066isolated\u2069, \u200Bzero\u200Dwidth.")]
    [InlineData("  \t Spaces before, and after.   \n\n\n   ")]
    [InlineData("\u00A0Fixed spaces,\u2028line and\u2029paragraph marks.")]
    public async Task A_text_comes_back_to_the_byte(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);

        var plain = await _api.SendBytesAsync(HttpMethod.Post, "/articles", bytes, "text/plain; charset=utf-8");
        var json = await _api.PostAsync("/articles", new { text });

        Assert.Equal(HttpStatusCode.Created, plain.Status);
        Assert.Equal(bytes, await _api.Http.GetByteArrayAsync($"/api/v1/articles/{plain.Id}/text"));
        Assert.Equal((HttpStatusCode.OK, plain.Id), (json.Status, json.Id));
    }

    [Fact]
    public async Task Version_1_exists_and_version_2_does_not()
    {
        var (article, _) = await _api.GivenArticleAsync("Versions count from 1.");

        Assert.Equal("Versions count from 1.", (await _api.GetAsync($"/articles/{article}/text?version=1")).Text);
        var second = await _api.GetAsync($"/articles/{article}/text?version=2");
        Assert.Equal(HttpStatusCode.NotFound, second.Status);
        Assert.Equal($"There is no version 2 of article {article}.", (string)second.Json["detail"]!);
    }

    [Fact]
    public async Task An_article_that_does_not_exist_has_no_text() =>
        Assert.Equal(HttpStatusCode.NotFound, (await _api.GetAsync("/articles/999999/text")).Status);
}
