using ClaimTracker.Api.Domain.Matching;
using ClaimTracker.Api.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Api.Tests.Features.Matches;

public sealed class MatchModelTests(MatchModelTests.ModelHost host) : IClassFixture<MatchModelTests.ModelHost>
{
    private readonly ApiHost _host = host.Api;

    [Fact]
    public async Task The_meaning_finds_a_claim_that_shares_no_word()
    {
        var claim = await _host.Api.GivenClaimAsync("The physician prescribed a medicine to the sick infant.");
        await _host.Api.GivenClaimAsync("Tram fares in Brno doubled.");
        var filler = _host.Services.GetRequiredService<VectorFiller>();
        var there = ClaimTracker.Meaning.LocalModel.IsThere;
        Assert.Equal(there, await filler.FillAsync(CancellationToken.None));
        Assert.False(await filler.FillAsync(CancellationToken.None));

        var items = (await _host.Api.PostAsync("/matches", new { text = "Doctors gave drugs to an ill baby" })).Json["items"]!.AsArray();

        if (there)
        {
            Assert.Equal(claim, (long)items[0]!["claimId"]!);
            Assert.Equal(
                ["words", "letters", "meaning"],
                items[0]!["components"]!.AsArray().Select(static part => (string)part!["name"]!),
                StringComparer.Ordinal);
        }
    }

    [Fact]
    public async Task A_claim_that_was_edited_is_read_again_and_one_that_was_deleted_is_not()
    {
        var edited = await _host.Api.GivenClaimAsync("The tower of Ghent is tall.");
        var deleted = await _host.Api.GivenClaimAsync("The tower of Bruges is tall.");
        var filler = _host.Services.GetRequiredService<VectorFiller>();
        while (await filler.FillAsync(CancellationToken.None))
        {
        }

        await _host.Api.PatchAsync($"/claims/{edited}", new { text = "The tower of Ghent is low." });
        await _host.Api.DeleteAsync($"/claims/{deleted}");

        Assert.Equal(ClaimTracker.Meaning.LocalModel.IsThere, await filler.FillAsync(CancellationToken.None));
        Assert.False(await filler.FillAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Another_language_goes_by_words()
    {
        await _host.Api.GivenClaimAsync("Der Turm von Gent ist nicht so hoch wie der Turm von Brügge.");

        const string Text = "Wie hoch ist der Turm von Gent und was ist mit dem von Brügge?";
        var items = (await _host.Api.PostAsync("/matches", new { text = Text })).Json["items"]!.AsArray();

        Assert.Equal(
            ["words", "letters"],
            items[0]!["components"]!.AsArray().Select(static part => (string)part!["name"]!),
            StringComparer.Ordinal);
    }

    /// <summary>A service with the model, which others do without.</summary>
    public sealed class ModelHost : IAsyncLifetime
    {
        public ApiHost Api { get; } = new(("Matching:Model", "on"));

        public Task InitializeAsync() => Api.InitializeAsync();

        public Task DisposeAsync() => Api.DisposeAsync();
    }
}
