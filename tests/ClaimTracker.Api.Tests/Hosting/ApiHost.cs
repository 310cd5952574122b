using System.Net.Http.Headers;
using ClaimTracker.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace ClaimTracker.Api.Tests.Hosting;

/// <summary>The real service on a real port, with a database of its own: one for each test class.</summary>
public sealed class ApiHost : IAsyncLifetime
{
    public const string Key = "a-key-that-only-the-tests-of-this-project-know";

    private readonly TestEngine _engine;
    private readonly (string Name, string Value)[] _settings = [];
    private TestStore? _store;
    private WebApplication? _app;
    private Task<ApiDriver>? _colleague;
    private IReadOnlyList<ApiRoute>? _routes;
    private bool _wentPastTheHistory;

    public ApiHost()
        : this(TestEngine.Current, [])
    {
    }

    /// <param name="settings">What is set otherwise than for most tests.</param>
    internal ApiHost(params (string Name, string Value)[] settings)
        : this(TestEngine.Current, settings)
    {
    }

    internal ApiHost(TestEngine engine, params (string Name, string Value)[] settings) => (_engine, _settings) = (engine, settings);

    /// <summary>Stands still unless a test moves it.</summary>
    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 3, 12, 0, 0, TimeSpan.Zero));

    /// <summary>Sends the key with each request.</summary>
    public ApiDriver Api { get; private set; } = null!;

    /// <summary>Sends no key.</summary>
    public HttpClient Stranger { get; private set; } = null!;

    internal TestStore Store => _store!;

    internal Db Db => _app!.Services.GetRequiredService<Db>();

    internal IServiceProvider Services => _app!.Services;

    /// <summary>Every route of the API. Read once for each host, since reading all of them costs as much as a request.</summary>
    internal IReadOnlyList<ApiRoute> Routes => _routes ??= ApiRoute.Of(Services.GetRequiredService<EndpointDataSource>());

    public async Task InitializeAsync()
    {
        if (_engine.Missing is not null)
        {
            return;
        }

        _store = await _engine.NewAsync();
        _app = await Service.StartAsync(_store.Settings(Key, _settings), demo: false, Time);
        var address = new Uri(_app.Urls.First());
        Stranger = new HttpClient { BaseAddress = address };
        Api = With(Key);
    }

    /// <summary>A driver with the key of a user of its own.</summary>
    /// <param name="role">reader, checker, editor or admin.</param>
    /// <param name="name">How the history names it: none is given twice.</param>
    public async Task<ApiDriver> AsAsync(string role, string name)
    {
        var user = await Api.GivenAsync("/users", new { name, role });
        var key = await Api.PostAsync($"/users/{user}/keys", new { label = "test" });
        return With((string)key.Json["key"]!);
    }

    /// <summary>A driver with any key.</summary>
    public ApiDriver With(string key)
    {
        var http = new HttpClient { BaseAddress = Stranger.BaseAddress };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return new ApiDriver(http) { Colleague = ColleagueAsync };
    }

    /// <summary>
    /// Writes what a test could bring about only slowly, or not yet: without events, so that nothing is verified at the end.
    /// </summary>
    internal Task<int> WritePastTheHistoryAsync(string sql, object parameters)
    {
        _wentPastTheHistory = true;
        return Db.WriteAsync(tx => tx.ExecuteAsync(sql, parameters));
    }

    // Made when it is needed first: a test that publishes nothing has the users that it made, and no more.
    private Task<ApiDriver> ColleagueAsync() => _colleague ??= AsAsync("editor", "Colleague");

    public async Task DisposeAsync()
    {
        if (_app is not null)
        {
            // Whatever the tests of a class did, the history vouches for what stands in the tables now, and a search finds all of it.
            var verified = _wentPastTheHistory ? null : await new Verification(Db, checkpoint: null, CancellationToken.None).RunAsync();
            var unfound = _wentPastTheHistory ? [] : await SearchCheck.RunAsync(Db, CancellationToken.None);
            await _app.DisposeAsync();
            await _store!.DisposeAsync();
            Assert.True(unfound is [], string.Join('\n', unfound));
            Assert.True(verified is null or { Faults.Count: 0, NotCompared: 0 }, string.Join('\n', verified?.Faults ?? []));
        }
    }
}
