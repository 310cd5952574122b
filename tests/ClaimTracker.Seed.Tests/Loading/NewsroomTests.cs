using ClaimTracker.Api.Tests.Hosting;
using ClaimTracker.Seed.Fakers;
using ClaimTracker.Seed.Loading;

namespace ClaimTracker.Seed.Tests.Loading;

/// <summary>The seeder loads a newsroom into the real service.</summary>
public sealed class NewsroomTests
{
    private const int Articles = 8;
    private const int Seed = 11;

    [Theory, OnSqlite, OnPostgres]
    public async Task A_newsroom_is_in_the_service_once_however_often_it_is_loaded(TestEngine engine)
    {
        var host = new ApiHost(engine);
        await host.InitializeAsync();
        try
        {
            await LoadTwiceAsync(host);
        }
        finally
        {
            await host.DisposeAsync();
        }
    }

    private static async Task LoadTwiceAsync(ApiHost host)
    {
        var published = Enumerable.Range(1, Articles)
            .Sum(static number => StoryFaker.Create(Seed, number).Checks.Count(static check => check.Publish));

        await LoadAsync(host);
        await LoadAsync(host);

        Assert.Equal(Articles, (int)(await host.Api.GetAsync("/articles?count=true")).Json["total"]!);
        Assert.Equal(published, (int)(await host.Api.GetAsync("/verdicts?state=published&count=true")).Json["total"]!);
        Assert.Equal(3, (int)(await host.Api.GetAsync("/users?count=true")).Json["total"]!);
        Assert.All((await host.Api.GetAsync("/users/2/keys")).Items, static key => Assert.NotNull(key!["revokedAt"]));

        // The key of a checker publishes nothing.
        var checker = await host.AsAsync("checker", "Seeds alone");

        await LoadAsync(host, checker.Http.DefaultRequestHeaders.Authorization!.Parameter!, seed: 12);

        Assert.NotEmpty((await host.Api.GetAsync("/verdicts?state=in_review")).Items);
    }

    private static async Task LoadAsync(ApiHost host, string key = ApiHost.Key, int seed = Seed)
    {
        var server = host.Api.Http.BaseAddress!;
        using var api = new NewsroomApi(server, key);
        await using var desk = await SeedDesk.OpenAsync(api, CancellationToken.None);
        var options = new SeedOptions(server, key, Articles, seed);
        var progress = new ProgressLine(TextWriter.Null, rewrites: false, Articles);
        await new NewsroomLoader(desk.Checker, desk.Editor, new SeedCounts()).LoadAsync(options, progress, CancellationToken.None);
    }
}
