using ClaimTracker.Data;

namespace ClaimTracker.Api.Commands;

internal static class DemoLoader
{
    public static Task<bool> LoadAsync(Db db, string address) => Task.FromResult(false);
}
