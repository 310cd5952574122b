using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClaimTracker.Api.Tests.Hosting;
using Microsoft.Extensions.Configuration;

namespace ClaimTracker.Api.Tests.Host.Settings;

/// <summary>Where the service may listen, and for whom.</summary>
public sealed class BindingRuleTests : IAsyncLifetime
{
    private TestStore _store = null!;

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://*:0")]
    [InlineData("http://+:0")]
    [InlineData("http://[::]:0")]
    [InlineData("https://0.0.0.0:0")]
    [InlineData("http://192.168.0.7:0")]
    [InlineData("http://desk.example:0")]
    [InlineData("http://localhost.desk.example:0")]
    [InlineData("http://127.0.0.1:0;http://0.0.0.0:0")]
    public async Task Where_others_could_come_in_the_operator_makes_a_key_first(string urls)
    {
        var refused = await RefusedAsync(adminKey: null, ("Urls", urls), ("Proxy:Behind", "true"));

        Assert.Contains("make a key of your own first", refused, StringComparison.Ordinal);

        // No key was made that nobody saw.
        Assert.Equal("0", _store.Ask("select count(*) from api_keys"));
    }

    [Fact]
    public async Task The_key_of_the_first_start_is_none_of_the_operator_s_own_and_one_made_with_it_is()
    {
        (string, string)[] open = [("Urls", "http://0.0.0.0:0"), ("Proxy:Behind", "true")];
        await using (var first = await Service.StartAsync(
            Settings(adminKey: null, ("Urls", "http://127.0.0.1:0")), demo: false, TimeProvider.System))
        {
            Assert.Equal("first start", _store.Ask("select label from api_keys"));
        }

        Assert.Contains("make a key of your own first", await RefusedAsync(adminKey: null, open), StringComparison.Ordinal);
        await using (var second = await Service.StartAsync(
            Settings(ApiHost.Key, ("Urls", "http://127.0.0.1:0")), demo: false, TimeProvider.System))
        {
            Assert.Equal("2", _store.Ask("select count(*) from api_keys"));
        }

        await using var third = await Service.StartAsync(Settings(adminKey: null, open), demo: false, TimeProvider.System);
        Assert.NotEmpty(third.Urls);
    }

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("https://127.0.0.1:0;http://[::]:0")]
    public async Task Keys_do_not_travel_in_the_open(string urls) =>
        Assert.Contains("use https there, or --behind-proxy", await RefusedAsync(ApiHost.Key, ("Urls", urls)), StringComparison.Ordinal);

    [Fact]
    public async Task Over_https_the_service_is_open_to_others()
    {
        var (certificate, key) = (Path.GetTempFileName(), Path.GetTempFileName());
        try
        {
            using var rsa = RSA.Create(2048);
            var request = new CertificateRequest("CN=desk.example", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            var names = new SubjectAlternativeNameBuilder();
            names.AddIpAddress(IPAddress.Loopback);
            request.CertificateExtensions.Add(names.Build());
            using var made = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
            await File.WriteAllTextAsync(certificate, made.ExportCertificatePem());
            await File.WriteAllTextAsync(key, rsa.ExportPkcs8PrivateKeyPem());
            await using var app = await Service.StartAsync(
                Settings(
                    ApiHost.Key, ("Urls", "https://0.0.0.0:0"),
                    ("Kestrel:Certificates:Default:Path", Path.GetRelativePath(".", certificate)),
                    ("Kestrel:Certificates:Default:KeyPath", key)),
                demo: false,
                TimeProvider.System);

            var policy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
            };
            policy.CustomTrustStore.Add(made);
            using var handler = new SocketsHttpHandler();
            handler.SslOptions.CertificateChainPolicy = policy;
            using var http = new HttpClient(handler);
            var port = new Uri(app.Urls.First()).Port.ToString(CultureInfo.InvariantCulture);
            Assert.Equal(HttpStatusCode.Unauthorized, (await http.GetAsync($"https://127.0.0.1:{port}/api/v1/claims")).StatusCode);
        }
        finally
        {
            File.Delete(certificate);
            File.Delete(key);
        }
    }

    [Fact]
    public async Task There_is_no_other_way_to_listen() =>
        Assert.Contains(
            "Kestrel:Endpoints is not supported",
            await RefusedAsync(ApiHost.Key, ("Kestrel:Endpoints:Any:Url", "http://0.0.0.0:0")),
            StringComparison.Ordinal);

    [Fact]
    public async Task An_operator_reads_one_sentence_and_may_say_that_a_proxy_stands_before_the_service()
    {
        var (exit, _, error) = await ServiceProcess.RunAsync(_store, ApiHost.Key, "--urls", "http://0.0.0.0:0");
        Assert.Equal(1, exit);
        Assert.Contains("--behind-proxy", Assert.Single(error.Trim().Split('\n')), StringComparison.Ordinal);

        using var service = await ServiceProcess.ServeAsync(_store, ApiHost.Key, "--behind-proxy");
        Assert.Equal(0, await service.StopAsync());
    }

    public async Task InitializeAsync() => _store = TestEngine.Current.Missing is null ? await TestEngine.Current.NewAsync() : null!;

    public async Task DisposeAsync() => await (_store?.DisposeAsync() ?? ValueTask.CompletedTask);

    private async Task<string> RefusedAsync(string? adminKey, params (string Name, string Value)[] settings) =>
        (await Assert.ThrowsAsync<StartException>(
            () => Service.StartAsync(Settings(adminKey, settings), demo: false, TimeProvider.System))).Message;

    private ServiceSettings Settings(string? adminKey, params (string Name, string Value)[] others)
    {
        var settings = _store.Settings(ApiHost.Key, others);
        settings.Configuration["Auth:AdminKey"] = adminKey;
        return ServiceSettings.Read(settings.Configuration);
    }
}
