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
    }

    private async Task LoadAsync()
    {
        var server = host.Api.Http.BaseAddress!;
        using var api = new NewsroomApi(server, ApiHost.Key);
        await new NewsroomLoader(api, new SeedCounts()).LoadAsync(
            new SeedOptions(server, ApiHost.Key, Articles, Seed), new ProgressLine(TextWriter.Null, rewrites: false, Articles), CancellationToken.None);
    }
}
