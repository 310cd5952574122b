using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Search;

/// <summary>The search index as FTS5 keeps it.</summary>
public sealed class WordIndexTests(ApiHost host) : IClassFixture<ApiHost>
{
    /// <summary>With statistics of its own tables FTS5 would read all of them at each write.</summary>
    [Fact]
    public async Task A_merge_of_the_index_finds_its_pages_by_their_ids()
    {
        await host.Api.GivenClaimAsync("The index has a word.");

        var plan = await host.Db.ReadAsync(
            static tx => tx.RowsAsync("explain query plan delete from claim_words_data where id >= 1 and id <= 2", new { }),
            CancellationToken.None);

        Assert.StartsWith("SEARCH", (string)plan.Single()[3]!, StringComparison.Ordinal);
        Assert.False(await host.Db.ReadAsync(
            static tx => tx.AnyAsync("select 1 from sqlite_schema where name = 'sqlite_stat1'"), CancellationToken.None));
    }

    [Fact]
    public async Task Erased_words_are_in_no_page_of_the_index()
    {
        var claim = await host.Api.GivenClaimAsync("The name is told to nobody.");
        var evidence = await host.Api.GivenAsync($"/claims/{claim}/evidence", new
        {
            source = new { url = "https://names.example/" },
            excerpt = "Xanthippus was there.",
            stance = "context",
        });
        Assert.Equal([evidence], (await host.Api.GetAsync("/evidence?q=xanthippus")).Ids());

        await host.Api.EraseAsync($"/evidence/{evidence}");

        Assert.Empty((await host.Api.GetAsync("/evidence?q=xanthippus")).Ids());
        Assert.DoesNotContain("xanthip", host.Store.Bytes(), StringComparison.Ordinal);
    }
}
