using ClaimTracker.Seed.Bodies;

namespace ClaimTracker.Seed.Loading;

/// <summary>
/// Who seeds: a checker who writes, and an editor who approves and publishes, since nobody approves what is the own. With an admin's
/// key they are made through the API, once; their keys are new each time, and end with it. Any other key writes by itself, and what
/// it would publish stays in review.
/// </summary>
internal sealed class SeedDesk : IAsyncDisposable
{
    private readonly NewsroomApi _admin;
    private readonly List<string> _keys = [];
    private NewsroomApi? _checker;

    private SeedDesk(NewsroomApi admin) => _admin = admin;

    public NewsroomApi Checker => _checker ?? _admin;

    public NewsroomApi? Editor { get; private set; }

    public static async Task<SeedDesk> OpenAsync(NewsroomApi admin, CancellationToken stop)
    {
        var desk = new SeedDesk(admin);
        try
        {
            desk._checker = await desk.SignInAsync("Seed checker", "checker", stop);
            desk.Editor = await desk.SignInAsync("Seed editor", "editor", stop);
            return desk;
        }
        catch
        {
            await desk.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends the keys that were made.</summary>
    public async ValueTask DisposeAsync()
    {
        _checker?.Dispose();
        Editor?.Dispose();
        foreach (var key in _keys)
        {
            await _admin.DeleteAsync(key, CancellationToken.None);
        }
    }

    private async Task<NewsroomApi?> SignInAsync(string name, string role, CancellationToken stop)
    {
        if (await _admin.EnsureAsync("/users", new { name, role }, stop) is not { } user)
        {
            return null;
        }

        var key = await _admin.PostAsync<MadeKey>($"{user}/keys", new { label = "seed" }, stop);
        _keys.Add($"{user}/keys/{key.Id}");
        return _admin.With(key.Key);
    }
}
