using System.Net;
using ClaimTracker.Api.Tests.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Api.Tests.Web.Edge;

/// <summary>Small limits, and a clock that the tests move.</summary>
public sealed class RateLimitsTests : IAsyncLifetime
{
    private const int PerKey = 5;
    private const int PerAddress = 3;

    private readonly ApiHost _host = new(
        ("RateLimits:Enabled", "true"), ("RateLimits:PerKey", $"{PerKey}"),
        ("RateLimits:PerAddress", $"{PerAddress}"), ("RateLimits:Exports", "1"));

    private ApiDriver Nobody => new(_host.Stranger);

    [Fact]
    public async Task A_key_has_so_many_requests_in_a_minute_and_each_answer_says_what_is_left()
    {
        _host.Time.Advance(TimeSpan.FromSeconds(18));
        for (var left = PerKey - 1; left >= 0; left--)
        {
            var answer = await _host.Api.GetAsync(left == 2 ? "/claims/99" : "/claims");
            Assert.Equal(left == 2 ? HttpStatusCode.NotFound : HttpStatusCode.OK, answer.Status);
            AssertLimit(answer, $"\"key\";q={PerKey};w=60", $"\"key\";r={left};t=42");
        }

        var refused = await _host.Api.PostAsync("/claims", new { text = "It rained." });
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Equal(TimeSpan.FromSeconds(42), refused.Headers.RetryAfter?.Delta);
        AssertLimit(refused, $"\"key\";q={PerKey};w=60", "\"key\";r=0;t=42");
        await _host.AssertProblemAsync(refused, "/api/v1/claims");

        _host.Time.Advance(TimeSpan.FromSeconds(41));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await _host.Api.GetAsync("/claims")).Status);
        _host.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await _host.Api.GetAsync("/claims")).Status);
    }

    [Fact]
    public async Task The_front_door_is_counted_as_any_page_that_needs_no_key()
    {
        for (var left = PerAddress; left > 0; left--)
        {
            Assert.Equal(HttpStatusCode.OK, (await Nobody.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/"))).Status);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await Nobody.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/"))).Status);
    }

    [Fact]
    public async Task Whoever_is_refused_can_read_why()
    {
        Answer refused;
        do
        {
            refused = await Nobody.GetAsync("/claims");
        }
        while (refused.Status != HttpStatusCode.TooManyRequests);

        using var page = await _host.Stranger.GetAsync((string)refused.Json["type"]!);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task Keys_are_counted_apart()
    {
        var ines = await _host.AsAsync("reader", "Ines"); // Two requests of the admin.
        for (var i = 0; i < PerKey; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await ines.GetAsync("/claims")).Status);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await ines.GetAsync("/claims")).Status);
        Assert.Equal(HttpStatusCode.OK, (await _host.Api.GetAsync("/claims")).Status);
    }

    [Fact]
    public async Task Without_a_valid_key_an_address_has_few_requests_and_a_wrong_key_is_one_of_them()
    {
        AssertLimit(
            await _host.With("wrong").GetAsync("/claims"), $"\"address\";q={PerAddress};w=60", $"\"address\";r={PerAddress - 1};t=60");
        Assert.Equal(HttpStatusCode.Unauthorized, (await Nobody.GetAsync("/claims")).Status);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("/openapi/v1.json")).Status);

        foreach (var answer in new[]
        {
            await _host.With("wrong").GetAsync("/claims"),
            await Nobody.GetAsync("/claims"),
            await GetAsync("/problems/stale"),
        })
        {
            Assert.Equal(HttpStatusCode.TooManyRequests, answer.Status);
            AssertLimit(answer, $"\"address\";q={PerAddress};w=60", "\"address\";r=0;t=60");
            Assert.NotNull(answer.Headers.RetryAfter);
        }

        _host.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.Unauthorized, (await Nobody.GetAsync("/claims")).Status);
    }

    [Fact]
    public async Task Guessing_stops_at_the_limit_even_at_the_right_key_and_who_had_used_it_there_works_on()
    {
        for (var i = 0; i < PerAddress; i++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await _host.With($"guess-{i}").GetAsync("/claims")).Status);
        }

        // The right one, at last: but nobody learns it.
        Assert.Equal(HttpStatusCode.TooManyRequests, (await _host.Api.GetAsync("/claims")).Status);

        _host.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, (await _host.Api.GetAsync("/claims")).Status);
        for (var i = 0; i <= PerAddress; i++)
        {
            await _host.With($"guess-{i}").GetAsync("/claims");
        }

        Assert.Equal(HttpStatusCode.OK, (await _host.Api.GetAsync("/claims")).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await _host.With("guess").GetAsync("/claims")).Status);
    }

    [Fact]
    public async Task An_address_cannot_be_made_up()
    {
        for (var i = 0; i <= PerAddress; i++)
        {
            var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/claims");
            request.Headers.Add("X-Forwarded-For", $"203.0.113.{i}");
            request.Headers.Add("Forwarded", $"for=203.0.113.{i}");
            request.Headers.Add("X-Real-IP", $"203.0.113.{i}");

            Assert.Equal(
                i < PerAddress ? HttpStatusCode.Unauthorized : HttpStatusCode.TooManyRequests, (await Nobody.SendAsync(request)).Status);
        }
    }

    [Theory]
    [InlineData("/healthz")]
    [InlineData("/readyz")]
    public async Task Probes_are_not_counted(string path)
    {
        for (var i = 0; i <= PerAddress; i++)
        {
            var answer = await GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.False(answer.Headers.Contains("RateLimit"));
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await Nobody.GetAsync("/claims")).Status);
    }

    [Theory]
    [InlineData("/exports/verdicts.csv")]
    [InlineData("/exports/verdicts.jsonl")]
    public async Task An_export_is_refused_while_as_many_run_as_may(string path)
    {
        var limits = _host.Services.GetRequiredService<RateLimits>();
        var other = new TaskCompletionSource();
        var running = limits.RunHeavyAsync(Heavy.Export, new PlaceOf("desk", "another"), () => other.Task, CancellationToken.None);

        var refused = await _host.Api.GetAsync(path);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Equal(TimeSpan.FromSeconds(5), refused.Headers.RetryAfter?.Delta);
        Assert.Equal(HttpStatusCode.OK, (await _host.Api.GetAsync("/claims")).Status);

        other.SetResult();
        await running;
        Assert.Equal(HttpStatusCode.OK, (await _host.Api.GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.OK, (await _host.Api.GetAsync(path)).Status);
    }

    [Fact]
    public async Task Slow_readers_of_exports_do_not_take_the_place_of_an_editor()
    {
        var limits = _host.Services.GetRequiredService<RateLimits>();
        var slow = new TaskCompletionSource();
        var running = new[] { "readers", "public" }.Select(pool =>
            limits.RunHeavyAsync(Heavy.Export, new PlaceOf(pool, "slow"), () => slow.Task, CancellationToken.None)).ToList();

        Assert.Equal(HttpStatusCode.OK, (await _host.Api.GetAsync("/exports/verdicts.csv")).Status);

        slow.SetResult();
        await Task.WhenAll(running);
    }

    [Fact]
    public async Task Heavy_requests_cost_more_than_others()
    {
        await using var host = new ApiHost(("RateLimits:Enabled", "true"), ("RateLimits:CostPerKey", "150"));
        await ((IAsyncLifetime)host).InitializeAsync();

        Assert.Equal(HttpStatusCode.OK, (await host.Api.GetAsync("/exports/verdicts.csv")).Status);
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await host.Api.GetAsync("/claims")).Status);
        }

        var refused = await host.Api.GetAsync("/exports/verdicts.csv");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        AssertLimit(refused, "\"cost\";q=150;w=60", "\"cost\";r=0;t=60");
    }

    [Fact]
    public void Every_export_counts_as_one()
    {
        var exports = _host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(static route => route.RoutePattern.RawText!.Contains("/exports/", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(exports);
        Assert.All(exports, static route => Assert.NotNull(route.Metadata.GetMetadata<HeavyRoute>()));
    }

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => _host.DisposeAsync();

    private Task<Answer> GetAsync(string path) => Nobody.SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    private static void AssertLimit(Answer answer, string policy, string limit)
    {
        Assert.Equal(policy, Assert.Single(answer.Headers.GetValues("RateLimit-Policy")));
        Assert.Equal(limit, Assert.Single(answer.Headers.GetValues("RateLimit")));
    }
}
