namespace ClaimTracker.Api.Tests.Hosting;

/// <summary>A small newsroom in which every table has rows.</summary>
internal static class SmallNewsroom
{
    /// <summary>Words that stand in one claim alone, and in what the history says of it.</summary>
    public const string Secret = "Wilhelmina Quastenflosser";

    private const string Text = "The harbour opened in 1998.\n\nIt cost 48 million dollars. Nobody was hurt when it opened. She spoke on Monday, and she left on Tuesday.";

    public static async Task FillAsync(ApiDriver api)
    {
        var (article, sentences) = await api.GivenArticleAsync(Text);
        var claim = await api.GivenAsync($"/sentences/{sentences[1]}/claims", new
        {
            text = "The harbour cost 48 million dollars.",
            headline = "The harbour",
            claimants = new[] { new { name = "Mayor Achterberg" } },
            tags = new[] { "harbour", "money" },
        });
        var published = await api.GivenPublishedAsync(claim, "True");
        await api.PatchAsync($"/verdicts/{published}", new { review = new { url = "https://checks.example/1", title = "Checked" } });
        await api.PatchAsync($"/sentences/{sentences[3]}", new { state = "skipped", reason = "Nobody cares." });
        await api.PutAsync($"/articles/{article}/text", new { text = Text.Replace("48", "49", StringComparison.Ordinal) });
        await api.GivenAsync("/rating-scales", new { name = "Two", ratings = new[] { new { name = "No", value = 0.5 }, new { name = "Yes", value = 1.5 } } });

        var other = await api.GivenClaimAsync($"{Secret} took the money.");
        await api.GivenEvidenceAsync(other, "https://example.org/money", "refutes");
        await api.GivenDraftAsync(other, "False");
        var gone = await api.GivenClaimAsync("It is gone soon.");
        await api.DeleteAsync($"/claims/{gone}");
    }
}
