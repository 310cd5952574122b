using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Domain.Access;

/// <summary>A desk with a user of each role, that lets the public read.</summary>
public sealed class DeskOfRoles : IAsyncLifetime
{
    private readonly Dictionary<string, ApiDriver> _drivers = new(StringComparer.Ordinal);

    public ApiHost Host { get; } = new(("Auth:Public", "true"));

    public async Task InitializeAsync()
    {
        await Host.InitializeAsync();
        if (TestEngine.Current.Missing is not null)
        {
            return;
        }

        _drivers["public"] = new ApiDriver(Host.Stranger);
        foreach (var role in (string[])["reader", "checker", "editor", "admin"])
        {
            _drivers[role] = await Host.AsAsync(role, $"The {role}");
        }
    }

    public ApiDriver As(string role) => _drivers[role];

    public Task DisposeAsync() => Host.DisposeAsync();
}
