using ClaimTracker.Api.Domain.Search;
using ClaimTracker.Data;

namespace ClaimTracker.Api.Tests.Domain.Search;

/// <summary>Several processes index the same database, as the command and a server may.</summary>
public sealed class SearchFillTests
{
    private const string GivenSql = """
        insert into sources (title, title_key, medium, kind, created_by, created_at, updated_at)
        select 'Paper ' || i, 'paper ' || i, 'other', 'primary', 'Test', @Now, @Now
        from (
            with recursive n (i) as (
                select 1
                union all
                select i + 1 from n where i < 3000)
            select i from n) as numbers
        """;

    [Fact]
    public async Task One_that_empties_the_index_and_dies_leaves_nothing_out_of_what_another_builds()
    {
        await using var store = await TestEngine.Current.NewAsync();
        var writes = 0;
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var one = store.Database.Open(TimeProvider.System, _ =>
        {
            if (++writes > 3)
            {
                reached.TrySetResult(); // Some pages are indexed, and others are not.
            }

            return Task.CompletedTask;
        });
        await using var other = store.Database.Open(TimeProvider.System);
        await other.WriteAsync(tx => tx.ExecuteAsync(GivenSql, new { tx.Now }));

        var building = Task.Run(() => SearchFill.RunAsync(one, CancellationToken.None));
        await reached.Task;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SearchFill.RunAsync(other, new CancellationToken(canceled: true)));
        Assert.Equal(3000, await building);

        await SearchFill.EnsureAsync(one, CancellationToken.None);
        Assert.Empty(await SearchCheck.RunAsync(one, CancellationToken.None));
    }

    [Fact]
    public async Task Two_at_once_leave_a_whole_index()
    {
        await using var store = await TestEngine.Current.NewAsync();
        await using var one = store.Database.Open(TimeProvider.System);
        await using var other = store.Database.Open(TimeProvider.System);
        await one.WriteAsync(tx => tx.ExecuteAsync(GivenSql, new { tx.Now }));

        var things = await Task.WhenAll(
            Task.Run(() => SearchFill.RunAsync(one, CancellationToken.None)),
            Task.Run(() => SearchFill.RunAsync(other, CancellationToken.None)));
        Assert.Equal([3000, 3000], things);

        Assert.Equal(0, await SearchFill.EnsureAsync(one, CancellationToken.None));
        Assert.Empty(await SearchCheck.RunAsync(one, CancellationToken.None));
    }
}
