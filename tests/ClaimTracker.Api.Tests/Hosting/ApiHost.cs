using System.Net.Http.Headers;
using ClaimTracker.Api.Commands;
using ClaimTracker.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace ClaimTracker.Api.Tests.Hosting;

/// <summary>The real service on a real port, with a SQLite file of its own: one for each test class.</summary>
public sealed class ApiHost : IAsyncLifetime
{
    public const string Key = "a-key-that-only-the-tests-of-this-project-know";

    private static readonly Lazy<string> Template = new(MigrateTemplate);

    private readonly string _folder = Directory.CreateTempSubdirectory("claimtracker-test-").FullName;
    private WebApplication? _app;

    /// <summary>Stands still unless a test moves it.</summary>
    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 3, 12, 0, 0, TimeSpan.Zero));

    /// <summary>Sends the key with each request.</summary>
    public ApiDriver Api { get; private set; } = null!;

    /// <summary>Sends no key.</summary>
    public HttpClient Stranger { get; private set; } = null!;

    internal Db Db => _app!.Services.GetRequiredService<Db>();

    internal IServiceProvider Services => _app!.Services;

    public async Task InitializeAsync()
    {
        File.Copy(Template.Value, Path.Combine(_folder, "claimtracker.db"));
        _app = await ServeCommand.StartAsync(SettingsFor(_folder), demo: false, Time);
        var address = new Uri(_app.Urls.First());
        Stranger = new HttpClient { BaseAddress = address };
        var http = new HttpClient { BaseAddress = address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        Api = new ApiDriver(http);
    }

    public async Task DisposeAsync()
    {
        await _app!.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    internal static Settings SettingsFor(string folder) => new(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["Urls"] = "http://127.0.0.1:0",
        ["Data:Folder"] = folder,
        ["Auth:AdminKey"] = Key,
        ["Logging:LogLevel:Default"] = "Error",
    }).Build());

    private static string MigrateTemplate()
    {
        var folder = DataFolder.Open(Directory.CreateTempSubdirectory("claimtracker-template-").FullName);
        Migrations.Run(folder.Database);
        return folder.Database;
    }
}
