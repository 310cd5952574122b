namespace ClaimTracker.Api.Tests.Documents;

/// <summary>The .http files do what they say.</summary>
public sealed class HttpFilesTests(HttpFilesRun run) : IClassFixture<HttpFilesRun>
{
    public static TheoryData<string> Files => [.. HttpFilesRun.Names];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_request_gets_the_status_in_its_title(string file)
    {
        var outcomes = run.Outcomes.Where(o => o.File == file).ToList();

        Assert.NotEmpty(outcomes);
        Assert.All(outcomes, static o => Assert.True(o.Request.Status == o.Status, $"{o.Request.Title}: {o.Status} {o.Answer}"));
    }

    [Fact]
    public void Every_route_stands_in_a_file()
    {
        Assert.NotEmpty(run.Routes);
        Assert.All(run.Routes, route => Assert.Contains(run.Outcomes, o => route.Matches(o.Sent)));
    }
}
