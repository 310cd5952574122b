namespace ClaimTracker.Api.Tests.Hosting;

/// <summary>A service that has one of everything, each with the id 1: what a request is refused for is then the request.</summary>
public sealed class SeededHost : IAsyncLifetime
{
    public ApiHost Host { get; } = new();

    public async Task InitializeAsync()
    {
        await Host.InitializeAsync();
        if (TestEngine.Current.Missing is not null)
        {
            return;
        }

        await Host.Api.GivenArticleAsync("The harbour bridge opened in 2024. It cost 48 million dollars.");
        await Host.Api.GivenClaimAsync();
        await Host.Api.GivenEvidenceAsync(claim: 1);
        await Host.Api.GivenDraftAsync(claim: 1, "True");
        await Host.Api.GivenAsync("/comments", new { subject = "verdict/1", text = "Look at the register." });
        await Host.Api.GivenAsync("/fields", new { on = "claim", name = "section", type = "choice", choices = new[] { "News", "Sport" } });
        await Host.Api.GivenAsync("/fields", new { on = "article", name = "desk", type = "text" });
        await Host.Api.GivenAsync("/fields", new { on = "source", name = "share", type = "number" });
        await Host.Api.GivenAsync("/lists", new { name = "Front page" });
        await Host.Api.GivenAsync("/users", new { name = "Noor Haddad", role = "editor" });
        await Host.Api.GivenClaimAsync("The ferry carried 1,200 people a day.");
        await Host.Api.GivenOtherDeskAsync();
        await Host.Api.GivenArticleAsync("The fare rose in May [see the table].");
    }

    public Task DisposeAsync() => Host.DisposeAsync();
}
