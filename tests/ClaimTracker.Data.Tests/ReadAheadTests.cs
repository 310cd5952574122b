namespace ClaimTracker.Data.Tests;

public sealed class ReadAheadTests
{
    private readonly List<int> _read = [];
    private bool _isClosed;

    [Fact]
    public async Task The_items_come_in_their_order()
    {
        var items = await NumbersAsync(5).OneAheadAsync().ToListAsync();

        Assert.Equal([0, 1, 2, 3, 4], items);
        Assert.Empty(await NumbersAsync(0).OneAheadAsync().ToListAsync());
    }

    [Fact]
    public async Task Whoever_wants_the_first_alone_reads_no_other()
    {
        Assert.Equal(0, await NumbersAsync(5).OneAheadAsync().FirstAsync());

        Assert.Equal([0], _read);
        Assert.True(_isClosed);
    }

    [Fact]
    public async Task Never_more_than_one_is_read_ahead_and_leaving_closes_the_source()
    {
        await foreach (var item in NumbersAsync(50).OneAheadAsync())
        {
            if (item == 3)
            {
                break;
            }
        }

        Assert.Equal([0, 1, 2, 3, 4], _read);
        Assert.True(_isClosed);
    }

    [Fact]
    public async Task A_failure_comes_where_its_item_would_have_come()
    {
        var seen = new List<int>();

        await Assert.ThrowsAsync<InvalidDataException>(async () =>
        {
            await foreach (var item in NumbersAsync(3, fails: true).OneAheadAsync())
            {
                seen.Add(item);
            }
        });

        Assert.Equal([0, 1, 2], seen);
    }

    private async IAsyncEnumerable<int> NumbersAsync(int count, bool fails = false)
    {
        try
        {
            for (var i = 0; i < count; i++)
            {
                await Task.Yield();
                _read.Add(i);
                yield return i;
            }
        }
        finally
        {
            _isClosed = true;
        }

        if (fails)
        {
            throw new InvalidDataException("It cannot be read to its end.");
        }
    }
}
