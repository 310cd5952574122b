using System.Text;
using System.Text.Json;
using ClaimTracker.Api.Domain.Matching;
using ClaimTracker.Api.Tests.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace ClaimTracker.Api.Tests.Domain.Matching;

public sealed class EndpointEncoderTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new();
    private EmbeddingServer _server = null!;

    public async Task InitializeAsync() => _server = await EmbeddingServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Texts_go_a_few_at_a_time_and_their_vectors_come_in_their_order()
    {
        var texts = Enumerable.Range(0, EndpointEncoder.TextsAtOnce + 1).Select(static i => $"Text {i}").ToList();
        texts[3] = "A doctor came.";
        texts[4] = " \n";
        texts[5] = new string('x', EndpointEncoder.LongestText - 1) + "\U0001F600";
        using var encoder = Encoder("secret");

        var vectors = await encoder.EncodeAsync([.. texts, "The tram came."], CancellationToken.None);

        Assert.Equal([EndpointEncoder.TextsAtOnce, 1], _server.Asked.Select(static asked => asked.Texts.Count));
        Assert.All(_server.Asked, static asked => Assert.Equal(("small", "Bearer secret"), (asked.Model, asked.Authorization)));
        Assert.Equal(new string('x', EndpointEncoder.LongestText - 1), _server.Asked[0].Texts[4]);
        Assert.Empty(vectors[4]);
        Assert.True(vectors[3][1] > 0.9 && vectors[3][3] == 0);
        Assert.True(vectors[^1][3] > 0.9 && vectors[^1][1] == 0);
        Assert.Equal(1, vectors[3].Sum(static value => value * value), 5);
    }

    [Fact]
    public async Task Without_a_key_none_is_sent()
    {
        using var encoder = Encoder(key: null);
        await encoder.EncodeAsync(["A text."], CancellationToken.None);
        Assert.Null(Assert.Single(_server.Asked).Authorization);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"data":[]}""")]
    [InlineData("""{"data":[{"embedding":[]}]}""")]
    [InlineData("""{"data":[{"embedding":[0,0]}]}""")]
    [InlineData("""{"data":[{"embedding":[1e39,1]}]}""")]
    [InlineData("""{"data":[{"embedding":["1",1]}]}""")]
    [InlineData("""{"data":[{"embedding":"AACAPw=="}]}""")]
    [InlineData("""{"data":[{"index":1,"embedding":[1]}]}""")]
    [InlineData("""{"data":[{"index":-1,"embedding":[1]}]}""")]
    [InlineData("""{"data":[{"index":0,"embedding":[1]},{"index":0,"embedding":[1]}]}""")]
    public async Task What_is_no_vector_is_refused(string answer)
    {
        _server.Instead = http => http.Response.WriteAsync(answer);
        using var encoder = Encoder(key: null);
        await Assert.ThrowsAnyAsync<JsonException>(() => encoder.EncodeAsync(["A text."], CancellationToken.None));
    }

    [Fact]
    public async Task No_more_is_read_than_vectors_take()
    {
        var blanks = Encoding.ASCII.GetBytes(new string(' ', 1024 * 1024));
        _server.Instead = async http =>
        {
            for (var i = 0; i < 9; i++)
            {
                await http.Response.Body.WriteAsync(blanks);
            }
        };
        using var encoder = Encoder(key: null);

        await Assert.ThrowsAsync<HttpRequestException>(() => encoder.EncodeAsync(["A text."], CancellationToken.None));

        var many = string.Join(',', Enumerable.Repeat("1", EndpointEncoder.MostDimensions + 1));
        _server.Instead = http => http.Response.WriteAsync($$"""{"data":[{"embedding":[{{many}}]}]}""");
        await Assert.ThrowsAsync<JsonException>(() => encoder.EncodeAsync(["A text."], CancellationToken.None));
    }

    [Fact]
    public async Task It_goes_nowhere_else()
    {
        await using var elsewhere = await EmbeddingServer.StartAsync();
        _server.Instead = http =>
        {
            http.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
            http.Response.Headers.Location = elsewhere.Address;
            return Task.CompletedTask;
        };
        using var encoder = Encoder("secret");

        await Assert.ThrowsAsync<HttpRequestException>(() => encoder.EncodeAsync(["A text."], CancellationToken.None));
        Assert.Empty(elsewhere.Asked);
    }

    [Fact]
    public async Task A_service_that_does_not_answer_is_not_waited_for()
    {
        var asked = new TaskCompletionSource();
        _server.Instead = http =>
        {
            asked.SetResult();
            return Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(static _ => { }, TaskScheduler.Default);
        };
        using var encoder = Encoder(key: null);

        var reading = encoder.EncodeAsync(["A text."], CancellationToken.None);
        await asked.Task;
        _time.Advance(EndpointEncoder.Patience);

        await Assert.ThrowsAsync<TimeoutException>(() => reading);
    }

    [Fact]
    public async Task One_that_fails_is_left_alone_for_a_while_and_the_log_says_so_once()
    {
        _server.Instead = static http =>
        {
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
            return Task.CompletedTask;
        };
        var log = new Lines();
        using var model = new MatchModel(
            new MatchSettings(ModelUse.On, new EmbeddingEndpoint(new Uri(_server.Address), "small", "secret")), _time, log);

        Assert.Null(await model.AskAsync(["A text."], CancellationToken.None));
        Assert.Null(await model.AskAsync(["A text."], CancellationToken.None));
        Assert.Single(_server.Asked);
        _time.Advance(MatchModel.Rest);
        Assert.Null(await model.AskAsync(["A text."], CancellationToken.None));
        Assert.Equal(2, _server.Asked.Count);
        Assert.DoesNotContain("secret", Assert.Single(log.Written), StringComparison.Ordinal);

        _server.Instead = null;
        Assert.Null(await model.AskAsync(["A text."], CancellationToken.None));
        _time.Advance(MatchModel.Rest);
        Assert.Single((await model.AskAsync(["A text."], CancellationToken.None))!);
        Assert.Single(log.Written);
    }

    [Fact]
    public void The_key_is_in_no_text_of_the_settings() => Assert.DoesNotContain(
        "secret",
        new MatchSettings(ModelUse.On, new EmbeddingEndpoint(new Uri("http://127.0.0.1/"), "small", "secret")).ToString(),
        StringComparison.Ordinal);

    private EndpointEncoder Encoder(string? key) => new(new EmbeddingEndpoint(new Uri(_server.Address), "small", key), _time);

    private sealed class Lines : ILogger<MatchModel>
    {
        public List<string> Written { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Written.Add(formatter(state, exception) + exception);
    }
}
