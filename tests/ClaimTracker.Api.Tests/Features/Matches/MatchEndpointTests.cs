using System.Net;
using ClaimTracker.Api.Domain.Matching;
using ClaimTracker.Api.Tests.Hosting;
using ClaimTracker.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Api.Tests.Features.Matches;

/// <summary>A service of the desk's own reads the texts in place of the model that the program carries.</summary>
public sealed class MatchEndpointTests : IAsyncLifetime
{
    private EmbeddingServer _server = null!;

    public async Task InitializeAsync() => _server = await EmbeddingServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Its_vectors_find_a_claim_and_are_kept_under_the_name_of_its_model()
    {
        await using var store = await TestEngine.Current.NewAsync();
        var claim = 0L;
        await OnAsync(store, "small", async (api, services) =>
        {
            claim = await api.GivenClaimAsync("The physician came to the sick infant.");
            await api.GivenClaimAsync("Tram fares in Brno doubled.");
            Assert.True(await services.GetRequiredService<VectorFiller>().FillAsync(CancellationToken.None));

            var best = (await api.PostAsync("/matches", new { text = "Drugs for your baby" })).Items[0]!;

            Assert.Equal(claim, (long)best["claimId"]!);
            Assert.Equal("meaning", (string)best["components"]![2]!["name"]!);
            Assert.InRange((double)best["components"]![2]!["value"]!, 0.99, 1);
            Assert.Equal(["small", "small"], await ModelsAsync(services));
        });
        var before = _server.Asked.Count;
        await OnAsync(store, "small", async (api, services) =>
        {
            await api.PostAsync("/matches", new { text = "Drugs" });
            Assert.False(await services.GetRequiredService<VectorFiller>().FillAsync(CancellationToken.None));
        });
        Assert.Equal(before + 1, _server.Asked.Count);
        await OnAsync(store, "large", async (api, services) =>
        {
            Assert.True(await services.GetRequiredService<VectorFiller>().FillAsync(CancellationToken.None));
            Assert.Equal(["large", "large"], await ModelsAsync(services));
            Assert.Equal(claim, (long)(await api.PostAsync("/matches", new { text = "Drugs for your baby" })).Items[0]!["claimId"]!);
        });
    }

    [Fact]
    public async Task While_it_fails_matches_go_by_words()
    {
        await using var store = await TestEngine.Current.NewAsync();
        _server.Instead = static http =>
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        };
        await OnAsync(store, "small", async (api, services) =>
        {
            var claim = await api.GivenClaimAsync("A storm hit the port of Ventspils.");
            Assert.False(await services.GetRequiredService<VectorFiller>().FillAsync(CancellationToken.None));

            var answer = await api.PostAsync("/matches", new { text = "The port of Ventspils was hit by a storm." });

            Assert.Equal((HttpStatusCode.OK, claim), (answer.Status, (long)answer.Items[0]!["claimId"]!));
            Assert.Equal(2, answer.Items[0]!["components"]!.AsArray().Count);
        });
    }

    [Theory]
    [InlineData("The setting Matching:EndpointModel must name the model that Matching:Endpoint has.", "https://e.example/v1", null, null)]
    [InlineData("The setting Matching:Endpoint is required with", null, "small", null)]
    [InlineData("The setting Matching:Endpoint is required with", null, null, "secret")]
    [InlineData("The setting Matching:Endpoint must be an https address (http only", "http://e.example/v1", "small", "secret")]
    [InlineData("The setting Matching:Endpoint must be an address without a user", "https://me:secret@e.example/v1", "small", null)]
    [InlineData("The setting Matching:EndpointKey must have 1 to 500 visible", "https://e.example/v1", "small", "se cret")]
    [InlineData("The setting Matching:EndpointModel must have 1 to 500 visible", "https://e.example/v1", "my model", null)]
    [InlineData("The setting Matching:Model cannot be off if", "https://e.example/v1", "small", null, "off")]
    public async Task Settings_that_cannot_be_are_refused(string reason, string? endpoint, string? model, string? key, string use = "on")
    {
        await using var store = await TestEngine.Current.NewAsync(migrated: false);
        (string, string?)[] settings =
        [
            ("Matching:Endpoint", endpoint), ("Matching:EndpointModel", model), ("Matching:EndpointKey", key), ("Matching:Model", use),
        ];

        var refused = Assert.Throws<StartException>(() =>
            store.Settings(ApiHost.Key, [.. settings.Where(static s => s.Item2 is not null).Select(static s => (s.Item1, s.Item2!))]));

        Assert.StartsWith(reason, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("se cret", refused.Message, StringComparison.Ordinal);
    }

    private static Task<IReadOnlyList<string>> ModelsAsync(IServiceProvider services) => services.GetRequiredService<Db>().ReadAsync(
        static tx => tx.ListAsync<string>("select model from claim_vectors order by claim_id"), CancellationToken.None);

    private async Task OnAsync(TestStore store, string model, Func<ApiDriver, IServiceProvider, Task> work)
    {
        (string, string)[] settings =
        [
            ("Matching:Model", "on"), ("Matching:Endpoint", _server.Address), ("Matching:EndpointModel", model),
            ("Matching:EndpointKey", "secret"),
        ];
        await using var app = await Service.StartAsync(store.Settings(ApiHost.Key, settings), demo: false, TimeProvider.System);
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        http.DefaultRequestHeaders.Authorization = new("Bearer", ApiHost.Key);
        await work(new ApiDriver(http), app.Services);
    }
}
