using Microsoft.Extensions.Time.Testing;

namespace ClaimTracker.Api.Tests.Web.Edge;

public sealed class MinuteCountsTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void Each_caller_has_the_limit_in_each_minute()
    {
        var counts = new MinuteCounts(2, _time);

        Assert.Equal([1, 0, -1], [counts.Take("a").Left, counts.Take("a").Left, counts.Take("a").Left]);
        Assert.Equal(new Allowance(2, 1, 60), counts.Take("b"));
        Assert.Equal(-1, counts.Look("a").Left);

        _time.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(new Allowance(2, -2, 1), counts.Take("a"));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(new Allowance(2, 1, 60), counts.Take("a"));
    }

    [Fact]
    public void A_flood_of_callers_takes_no_more_memory_than_the_most_that_are_kept_apart()
    {
        var counts = new MinuteCounts(2, _time);
        Assert.All(Enumerable.Range(0, HttpLimits.CountedCallers), caller => Assert.Equal(1, counts.Take($"{caller}").Left));

        Assert.Equal([1, 0, -1], [counts.Take("x").Left, counts.Take("y").Left, counts.Take("z").Left]);
        Assert.Equal(0, counts.Take("0").Left);

        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, counts.Take("z").Left);
    }

    [Fact]
    public async Task No_request_is_missed_where_many_come_at_once()
    {
        var counts = new MinuteCounts(1_000, _time);

        var taken = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Task.Run(() => Enumerable.Range(0, 250).Count(_ => counts.Take("a").Left >= 0))));

        Assert.Equal(1_000, taken.Sum());
    }
}
