using System.Net.Http.Headers;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Faults;

/// <summary>
/// A service behind nginx, with an article that is longer than any buffer on its way, and with claims that have drafts: the first is too
/// short for the service to compress, the second is not.
/// </summary>
public sealed class NginxDesk : IAsyncLifetime
{
    public const string Program = "nginx";
    private const int Sentences = 500;
    private const int Drafts = 20;

    private static readonly string LongDay = string.Join(" and ", Enumerable.Repeat("a day", 150));

    private static readonly Dictionary<string, string> Settings = new(StringComparer.Ordinal)
    {
        ["AllowedHosts"] = Nginx.Host,
        ["Logging__LogLevel__Default"] = "Warning",
    };

    private TestStore? _store;
    private Nginx? _nginx;
    private ServiceProcess? _service;

    internal ServiceProcess Service => _service!;

    /// <summary>Asks the service itself.</summary>
    public HttpClient Direct() => WithKey(new HttpClient { BaseAddress = Service.Address });

    /// <summary>Asks nginx.</summary>
    public HttpClient Through(ProxyCompression way) => WithKey(_nginx!.Client(way));

    public async Task InitializeAsync()
    {
        if (TestEngine.Current.Missing is not null || NeedsAttribute.Missing([Program]) is not null)
        {
            return;
        }

        _store = await TestEngine.Current.NewAsync();
        _service = await ServiceProcess.ServeAsync(_store, Settings, ApiHost.Key, "--behind-proxy");
        _nginx = await Nginx.StartAsync(Service.Address);
        var api = Service.Driver(ApiHost.Key);
        await api.GivenArticleAsync(
            string.Join(' ', Enumerable.Range(1, Sentences).Select(static i => $"The harbour bridge cost {i} million dollars.")));
        for (var i = 1; i <= Drafts; i++)
        {
            var claim = await api.GivenClaimAsync($"The ferry carried {i} people {(i == 2 ? LongDay : "a day")}.");
            await api.GivenEvidenceAsync(claim);
            await api.GivenDraftAsync(claim, "True");
        }
    }

    public async Task DisposeAsync()
    {
        if (_nginx is not null)
        {
            await _nginx.DisposeAsync();
            Service.Dispose();
            await _store!.DisposeAsync();
        }
    }

    private static HttpClient WithKey(HttpClient http)
    {
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ApiHost.Key);
        return http;
    }
}
