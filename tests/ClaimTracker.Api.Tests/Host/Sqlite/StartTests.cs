using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Host.Sqlite;

/// <summary>Starts under conditions that an operator meets: each goes well, or ends in one sentence.</summary>
[Collection(Processes.Name)]
public sealed class StartTests : IAsyncDisposable
{
    private readonly SqliteStore _store = new();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task A_process_that_may_open_too_few_files_does_not_start()
    {
        string[] under = ["sh", "-c", "ulimit -n 64; exec \"$@\"", "sh"];

        var ended = await Assert.ThrowsAsync<InvalidOperationException>(
            () => ServiceProcess.ServeUnderAsync(under, _store, ServiceProcess.Silent));

        Assert.Contains("This process may open 64 files at once, and needs", ended.Message, StringComparison.Ordinal);
        Assert.Single(ended.Message.Trim().Split('\n'));
        Assert.Empty(Directory.GetFileSystemEntries(_store.Folder));
    }

    [Fact]
    public async Task The_demo_is_loaded_over_a_certificate_that_nobody_vouches_for()
    {
        var file = Path.Combine(_store.Folder, "..", "certificate.pfx");
        using (var key = RSA.Create(2048))
        {
            var request = new CertificateRequest("CN=claims.example.org", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            var now = TimeProvider.System.GetUtcNow();
            using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
            await File.WriteAllBytesAsync(file, certificate.Export(X509ContentType.Pfx, "a password"));
        }

        var settings = new Dictionary<string, string>(ServiceProcess.Silent, StringComparer.Ordinal)
        {
            ["Kestrel__Certificates__Default__Path"] = file,
            ["Kestrel__Certificates__Default__Password"] = "a password",
        };
        using var service = await ServiceProcess.ServeAsync(
            _store, settings, ApiHost.Key, "--demo", "--urls", "https://127.0.0.1:0");

        Assert.Contains("The demo is loaded.", service.Output, StringComparer.Ordinal);
    }
}
