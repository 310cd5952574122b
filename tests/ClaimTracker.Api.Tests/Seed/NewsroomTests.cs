using ClaimTracker.Api.Tests.Hosting;
using ClaimTracker.Seed;
using ClaimTracker.Seed.Fakers;
using ClaimTracker.Seed.Loading;

namespace ClaimTracker.Api.Tests.Seed;

/// <summary>The seeder loads a newsroom into the real service.</summary>
public sealed class NewsroomTests(ApiHost host) : IClassFixture<ApiHost>
{
    private const int Articles = 8;
    private const int Seed = 11;

    [Fact]
    public async Task What_the_fakers_made_is_in_the_service_once_however_often_it_is_loaded()
    {
        var published = Enumerable.Range(1, Articles).Sum(static number => StoryFaker.Create(Seed, number).Checks.Count(static check => check.Publish));

        await LoadAsync();
        await LoadAsync();

        Assert.Equal(Articles, (int)(await host.Api.GetAsync("/articles?count=true")).Json["total"]!);
        Assert.Equal(published, (int)(await host.Api.GetAsync("/verdicts?state=published&count=true")).Json["total"]!);
        Assert.Equal(3, (int)(await host.Api.GetAsync("/users?count=true")).Json["total"]!);
        Assert.All((await host.Api.GetAsync("/users/2/keys")).Items, static key => Assert.NotNull(key!["revokedAt"]));

        // With the key of a checker nothing is published.
        var checker = await host.AsAsync("checker", "Seeds alone");

        await LoadAsync(checker.Http.DefaultRequestHeaders.Authorization!.Parameter!, seed: 12);

        Assert.NotEmpty((await host.Api.GetAsync("/verdicts?state=in_review")).Items);
    }

    private async Task LoadAsync(string key = ApiHost.Key, int seed = Seed)
    {
        var server = host.Api.Http.BaseAddress!;
        using var api = new NewsroomApi(server, key);
        await using var desk = await SeedDesk.OpenAsync(api, CancellationToken.None);
        await new NewsroomLoader(desk.Checker, desk.Editor, new SeedCounts()).LoadAsync(
            new SeedOptions(server, key, Articles, seed), new ProgressLine(TextWriter.Null, rewrites: false, Articles), CancellationToken.None);
    }
}
