using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using ClaimTracker.Seed.Bodies;
using ClaimTracker.Seed.Fakers;
using ClaimTracker.Seed.Loading;

namespace ClaimTracker.Seed.Tests.Loading;

/// <summary>The loader against a stub of the service. NewsroomTests has the real one.</summary>
public sealed class NewsroomLoaderTests
{
    private const int Seed = 4;

    private static readonly Uri Server = new("http://127.0.0.1:5080");

    [Fact]
    public async Task A_story_is_loaded_step_by_step()
    {
        var story = StoryFaker.Create(Seed, number: 1);
        var service = new StubService(static request => request switch
        {
            "POST /api/v1/articles" => (HttpStatusCode.Created, ArticleAnswer()),
            "POST /api/v1/claims/bulk" => (HttpStatusCode.OK, """{"line":1,"status":201,"id":9}"""),
            _ when request.EndsWith("/evidence", StringComparison.Ordinal) => (HttpStatusCode.Created, """{"id":3,"source":{"id":5}}"""),
            _ => (HttpStatusCode.Created, """{"id":2}"""),
        });

        var counts = await LoadAsync(service);

        Assert.Equal(story.Checks.Count, service.Count("POST /api/v1/sentences/1/claims"));
        Assert.Equal(story.Checks.Sum(static check => check.Evidence.Count), service.Count("POST /api/v1/claims/2/evidence"));
        Assert.Equal(story.Checks.Count(static check => check.Verdict is not null), service.Count("POST /api/v1/claims/2/verdicts"));
        Assert.All(
            new[] { "submit", "approve", "publish" },
            move => Assert.Equal(story.Checks.Count(static check => check.Publish), service.Count($"POST /api/v1/verdicts/2/{move}")));
        Assert.Equal(story.Triage.Count, service.Count("PATCH /api/v1/sentences/1 \"tag\""));
        Assert.StartsWith($"1 articles, {story.Checks.Count + 1} claims", counts.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("not found", counts.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK)]
    [InlineData(HttpStatusCode.Conflict)]
    public async Task An_article_that_exists_is_left_as_it_is(HttpStatusCode status)
    {
        var service = new StubService(request => request == "POST /api/v1/articles"
            ? (status, ArticleAnswer())
            : (HttpStatusCode.OK, """{"line":1,"status":409,"problem":{"detail":"Claim 9 has that external id."}}"""));

        var counts = await LoadAsync(service);

        Assert.Equal(2, service.Requests.Count);
        Assert.Contains("2 articles and claims were there already", counts.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, "{}", "does not take this key")]
    [InlineData(HttpStatusCode.BadRequest, """{"detail":"text: is long"}""", "POST /api/v1/articles was answered with 400: text: is long")]
    [InlineData(HttpStatusCode.Created, "<html>", "Is --url right?")]
    public async Task A_refusal_is_one_sentence(HttpStatusCode status, string body, string sentence)
    {
        var refused = await Assert.ThrowsAsync<SeedException>(() => LoadAsync(new StubService(_ => (status, body))));

        Assert.Contains(sentence, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--url", "http://127.0.0.1:5080")]
    [InlineData("--key", "k", "--articles", "0")]
    [InlineData("--key", "k", "--articles", "many")]
    [InlineData("--key", "two words")]
    [InlineData("--key", "k", "--url", "ftp://127.0.0.1")]
    [InlineData("--key", "k", "--url", "http://127.0.0.1:1")]
    public async Task Wrong_arguments_and_an_absent_service_exit_with_1(params string[] args) =>
        Assert.Equal(1, await SeedCommand.RunAsync(args));

    private static async Task<SeedCounts> LoadAsync(StubService service)
    {
        using var api = new NewsroomApi(Server, "key", service);
        var counts = new SeedCounts();
        var options = new SeedOptions(Server, "key", Articles: 1, Seed);
        var progress = new ProgressLine(TextWriter.Null, rewrites: false, total: 1);
        await new NewsroomLoader(api, api, counts).LoadAsync(options, progress, CancellationToken.None);
        return counts;
    }

    private static string ArticleAnswer()
    {
        var story = StoryFaker.Create(Seed, number: 1);
        var sentences = story.Checks.Select(static check => check.Sentence).Concat(story.Triage.Select(static aside => aside.Sentence));
        var article = new MadeArticle(1, [.. sentences.Select(static words => new MadeSentence(1, words))]);
        return JsonSerializer.Serialize(article, JsonSerializerOptions.Web);
    }

    private sealed class StubService(Func<string, (HttpStatusCode Status, string Body)> answer) : HttpMessageHandler
    {
        public ConcurrentQueue<string> Requests { get; } = new();

        public int Count(string request) => Requests.Count(one => one == request);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var line = $"{request.Method} {request.RequestUri!.AbsolutePath}";
            Requests.Enqueue($"{line} {request.Headers.IfMatch}".TrimEnd());
            var (status, body) = answer(line);
            var type = (int)status < 400 ? "application/json" : "application/problem+json";
            return Task.FromResult(new HttpResponseMessage(status)
            {
                Content = new StringContent(body, Encoding.UTF8, type),
                Headers = { { "ETag", "\"tag\"" } },
            });
        }
    }
}
