using ClaimTracker.Api.Tests.Hosting;
using ClaimTracker.Data.Copying;

namespace ClaimTracker.Api.Tests.Commands;

public sealed class CopyCommandTests
{
    [Fact]
    public async Task A_newsroom_goes_to_PostgreSQL_and_back_and_its_exports_stay_the_same_to_the_byte()
    {
        await using var first = await new SqliteTestEngine().NewAsync();
        await using var between = await TestEngine.Current.NewAsync();
        await using var last = await new SqliteTestEngine().NewAsync();
        var exports = await Newsroom.OnAsync(first, Newsroom.FillAsync);

        var there = await DatabaseCopy.RunAsync(first.Database, between.Database);
        var back = await DatabaseCopy.RunAsync(between.Database, last.Database);

        Assert.Equal(there, back);
        Assert.Empty(await FaultsAsync(between));
        Assert.Empty(await FaultsAsync(last));
        Assert.All(there, static table => Assert.True(table.Rows > 0, $"No row of {table.Name} was copied."));
        Assert.Equal(exports, await Newsroom.OnAsync(between, Newsroom.ExportAsync));
        Assert.Equal(exports, await Newsroom.OnAsync(last, Newsroom.ExportAsync));
    }

    // The history vouches for the same rows on either engine.
    private static async Task<IReadOnlyList<string>> FaultsAsync(TestStore store)
    {
        await using var db = store.Database.OpenReadOnly();
        return (await new Verification(db, checkpoint: null, CancellationToken.None).RunAsync()).Faults;
    }
}
