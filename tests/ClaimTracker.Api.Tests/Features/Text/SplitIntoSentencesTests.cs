using System.Net;
using System.Text;
using ClaimTracker.Api.Tests.Hosting;
using static ClaimTracker.Api.Tests.Hosting.Refusals;

namespace ClaimTracker.Api.Tests.Features.Text;

public sealed class SplitIntoSentencesTests(ApiHost host) : IClassFixture<ApiHost>
{
    private const string Address = "/api/v1/text/sentences";

    [Fact]
    public async Task Sentences_come_with_offsets_in_code_points()
    {
        var answer = await host.Api.SendTextAsync(
            HttpMethod.Post, "/text/sentences", """{"text":" 😀 It rained. Dr. Lee left.\n","language":"en-GB"}""");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var json = answer.Json;
        foreach (var sentence in json["sentences"]!.AsArray())
        {
            Assert.True(sentence!.AsObject().Remove("checkWorthiness"));
        }

        Wire.Same(
            new
            {
                language = "en",
                weightsVersion = 0,
                sentences = new[]
                {
                    new { start = 1, end = 13, text = "😀 It rained." },
                    new { start = 14, end = 27, text = "Dr. Lee left." },
                },
            },
            json);
    }

    [Fact]
    public async Task Each_has_its_check_worthiness_with_reasons()
    {
        var answer = await SendAsync("Unemployment fell by 3.2 percent in 2015. Thank you!");

        var worth = answer.Json["sentences"]!.AsArray().Select(static s => s!["checkWorthiness"]!).ToList();
        Assert.True((double)worth[0]["score"]! > 0.8 && (double)worth[1]["score"]! < 0.2);
        Wire.Same(new { name = "numbers", value = 1.5, why = "numbers: 3.2" }, worth[0]["components"]![0]);
    }

    [Theory]
    [InlineData("?language=de", "de", 1)]
    [InlineData("?language=en", "en", 2)]
    public async Task Bare_text_has_its_language_in_the_query(string query, string language, int sentences)
    {
        var answer = await SendAsync("Am 3. Mai war es. ", query);

        Assert.Equal(language, (string?)answer.Json["language"]);
        Assert.Equal(sentences, answer.Json["sentences"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("Le conseil a voté le budget de la ville.", "fr")]
    [InlineData("12345", "und")]
    public async Task A_language_that_is_left_out_is_detected(string text, string language) =>
        Assert.Equal(language, (string?)(await SendAsync(text)).Json["language"]);

    [Theory]
    [InlineData("Prices rose\n\nwages did not", "Prices rose", "wages did not")]
    [InlineData("Bread\nMilk and eggs\nSalt", "Bread", "Milk and eggs", "Salt")]
    [InlineData("The ministry said that prices had\nrisen in every town.", "The ministry said that prices had\nrisen in every town.")]
    [InlineData("One.\r\n\r\nTwo.\u2029Three.", "One.", "Two.", "Three.")]
    public async Task A_line_break_ends_a_sentence_if_the_words_do_not_run_on(string text, params string[] sentences) =>
        Assert.Equal(sentences, (await SendAsync(text)).Json["sentences"]!.Texts("text"));

    [Fact]
    public async Task Nothing_is_stored()
    {
        var before = await host.CountEventsAsync();

        Assert.Equal(HttpStatusCode.OK, (await SendAsync("The mayor spoke.")).Status);

        Assert.Equal(before, await host.CountEventsAsync());
        Assert.Equal(0, await host.Api.CountAsync("/articles"));
    }

    [Fact]
    public async Task A_text_may_have_2000000_characters_and_no_space()
    {
        var answer = await SendAsync(string.Concat(Enumerable.Repeat("😀", Limits.ArticleText)));

        Assert.Equal(Limits.ArticleText, (int)answer.Json["sentences"]![0]!["end"]!);
        await host.RefusesAsync(
            Request(HttpMethod.Post, Address, new string('x', Limits.ArticleText + 1), "text/plain"),
            HttpStatusCode.RequestEntityTooLarge,
            "text");
    }

    [Fact]
    public Task More_sentences_than_an_article_may_have_are_too_large() =>
        host.RefusesAsync(
            Request(HttpMethod.Post, Address, string.Concat(Enumerable.Repeat("It rained. ", Limits.SentencesOfArticle + 1)), "text/plain"),
            HttpStatusCode.RequestEntityTooLarge);

    [Theory]
    [InlineData("", " \n\t ", "text")]
    [InlineData("", "a\0b", "text")]
    [InlineData("?language=english", "The mayor spoke.", "language")]
    [InlineData("?text=x", "The mayor spoke.", "text")]
    [InlineData("?language=en&language=de", "The mayor spoke.", "language")]
    public Task A_fault_is_refused_by_its_name(string query, string body, string field) =>
        host.RefusesAsync(Request(HttpMethod.Post, Address + query, body, "text/plain"), HttpStatusCode.BadRequest, field);

    [Fact]
    public async Task A_language_is_in_the_JSON_or_in_the_query_of_a_bare_text()
    {
        await host.RefusesAsync(
            Request(HttpMethod.Post, Address + "?language=en", """{"text":"x"}"""), HttpStatusCode.BadRequest, "language");
        await host.RefusesAsync(
            Request(HttpMethod.Post, Address, Encoding.Latin1.GetBytes("caf\u00e9"), "text/plain"), HttpStatusCode.BadRequest);
        await host.RefusesAsync(Request(HttpMethod.Post, Address, "<p>x</p>", "text/html"), HttpStatusCode.UnsupportedMediaType);
    }

    private Task<Answer> SendAsync(string text, string query = "") =>
        host.Api.SendTextAsync(HttpMethod.Post, "/text/sentences" + query, text, "text/plain; charset=utf-8");
}
