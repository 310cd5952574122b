using System.Net;
using System.Net.Sockets;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Host.Settings;

/// <summary>A setting that is not what it must be is refused at the start, in one sentence that names it.</summary>
[Collection(Processes.Name)]
public sealed class ServiceSettingsTests
{
    [Theory]
    [InlineData("Logging__Format", "xml", "The setting Logging:Format must be json or text, not 'xml'.")]
    [InlineData("Logging__LogLevel__Default", "Loud", "The setting Logging:LogLevel:Default must be trace or debug or information or")]
    [InlineData("Logging__LogLevel__Default", "3", "The setting Logging:LogLevel:Default must be trace or debug or information or")]
    [InlineData(
        "Health__DiskFloorBytes", "64 MiB",
        "The setting Health:DiskFloorBytes must be a whole number from 0 to 9223372036854775807, not '64 MiB'.")]
    [InlineData("Health__DiskFloorBytes", "-1", "The setting Health:DiskFloorBytes must be a whole number")]
    [InlineData("Health__DiskFloorBytes", "1.5", "The setting Health:DiskFloorBytes must be a whole number")]
    [InlineData(
        "Telemetry__Otlp__Endpoint", "collector:4318",
        "The setting Telemetry:Otlp:Endpoint must be an http or https address, not 'collector:4318'.")]
    [InlineData(
        "OTEL_EXPORTER_OTLP_ENDPOINT", "collector",
        "The setting OTEL_EXPORTER_OTLP_ENDPOINT must be an http or https address, not 'collector'.")]
    [InlineData(
        "Telemetry__Otlp__Protocol", "http/json", "The setting Telemetry:Otlp:Protocol must be http/protobuf or grpc, not 'http/json'.")]
    [InlineData(
        "Matching__Endpoint", "embeddings:8080",
        "The setting Matching:Endpoint must be an http or https address, not 'embeddings:8080'.")]
    [InlineData("RateLimits__PerKeyy", "9", "There is no setting RateLimits:PerKeyy: the nearest is RateLimits:PerKey.")]
    [InlineData("Auth__AdminKeys", "x", "There is no setting Auth:AdminKeys: the nearest is Auth:AdminKey.")]
    [InlineData("Telemetry__Endpoint", "x", "There is no setting Telemetry:Endpoint: the nearest is Telemetry:Otlp:Endpoint.")]
    [InlineData("ConnectionStrings__Postgress", "x", "There is no setting ConnectionStrings:Postgress: the nearest is Con")]
    [InlineData("Data__Folder__0", "x", "There is no setting Data:Folder:0: the nearest is Data:Folder.")]
    [InlineData(
        "Kestrel__Certificates__Default__Path", "certificates/missing.pem",
        "The setting Kestrel:Certificates:Default:Path names the file /")]
    public async Task A_setting_that_is_not_what_it_must_be_is_named(string name, string value, string reason)
    {
        await using var store = await TestEngine.Current.NewAsync();

        AssertRefused(await ServiceProcess.RunAsync(
            store, new Dictionary<string, string>(StringComparer.Ordinal) { [name] = value }, ApiHost.Key, "--urls",
            "http://127.0.0.1:0"), reason);
    }

    [Theory]
    [InlineData("5080")]
    [InlineData("")]
    [InlineData("ftp://127.0.0.1:5080")]
    [InlineData("http://127.0.0.1:99999")]
    [InlineData("http://127.0.0.1:0/desk")]
    [InlineData("http://127.0.0.1:0;nothing")]
    public async Task What_is_no_address_is_not_listened_on(string urls)
    {
        await using var store = await TestEngine.Current.NewAsync();

        AssertRefused(await RunAsync(store, urls), "The setting Urls must be addresses such as http://127.0.0.1:5080");
    }

    [Fact]
    public async Task An_address_that_is_in_use_or_is_not_of_this_machine_is_named()
    {
        await using var store = await TestEngine.Current.NewAsync();
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var taken = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";

        AssertRefused(await RunAsync(store, taken), $"The service cannot listen on {taken}", "in use");
        AssertRefused(
            await ServiceProcess.RunAsync(store, ApiHost.Key, "--behind-proxy", "--urls", "http://192.0.2.1:5080"),
            "The service cannot listen on http://192.0.2.1:5080");
        AssertRefused(await RunAsync(store, "https://127.0.0.1:0"), "The service cannot listen on https://127.0.0.1:0");
    }

    [Theory]
    [InlineData("ASPNETCORE_HTTP_PORTS", "http://*:8080")]
    public async Task Ports_for_every_address_are_listened_on_and_so_want_https_or_a_proxy(string name, string address)
    {
        await using var store = await TestEngine.Current.NewAsync();
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { [name] = "8080" };
        AssertRefused(
            await ServiceProcess.RunAsync(store, environment, ApiHost.Key), $"Others could read the keys on their way to {address}");

        // An address that is named goes before ports.
        using var service = await ServiceProcess.ServeAsync(store, environment);
        Assert.Equal(HttpStatusCode.OK, (await service.Driver(ApiHost.Key).GetAsync("/claims")).Status);
    }

    [Fact]
    public async Task The_settings_of_the_environment_are_read_beside_the_program()
    {
        await using var store = await TestEngine.Current.NewAsync();
        var file = Path.Combine(Path.GetDirectoryName(typeof(Service).Assembly.Location)!, "appsettings.Staging-of-tests.json");
        await File.WriteAllTextAsync(file, """{"RateLimits":{"PerKey":"many"}}""");
        try
        {
            AssertRefused(
                await ServiceProcess.RunAsync(
                    store,
                    new Dictionary<string, string>(StringComparer.Ordinal) { ["ASPNETCORE_ENVIRONMENT"] = "Staging-of-tests" },
                    ApiHost.Key, "--urls", "http://127.0.0.1:0"),
                "The setting RateLimits:PerKey must be a whole number");
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task A_certificate_that_cannot_be_read_is_refused()
    {
        await using var store = await TestEngine.Current.NewAsync();
        var made = Path.GetTempFileName();
        var file = Path.GetRelativePath(Path.GetTempPath(), made); // The program is started there.

        AssertRefused(
            await ServiceProcess.RunAsync(
                store,
                new Dictionary<string, string>(ServiceProcess.Silent, StringComparer.Ordinal)
                {
                    ["Kestrel__Certificates__Default__Path"] = file,
                },
                ApiHost.Key, "--urls", "https://127.0.0.1:0"),
            "The service cannot listen on https://127.0.0.1:0");
        File.Delete(made);
    }

    private static Task<(int Exit, string Output, string Error)> RunAsync(TestStore store, string urls) =>
        ServiceProcess.RunAsync(store, ApiHost.Key, "--urls", urls);

    private static void AssertRefused((int Exit, string Output, string Error) run, params string[] reasons)
    {
        Assert.Equal(1, run.Exit);
        Assert.All(reasons, reason => Assert.Contains(reason, run.Error, StringComparison.Ordinal));
        Assert.Single(run.Error.Trim().Split('\n'));
        Assert.DoesNotContain("Exception", run.Error, StringComparison.Ordinal);
    }
}
