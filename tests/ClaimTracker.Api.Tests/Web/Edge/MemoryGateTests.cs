using ClaimTracker.Api.Web.Edge;

namespace ClaimTracker.Api.Tests.Web.Edge;

/// <summary>Large requests share the memory that there is.</summary>
public sealed class MemoryGateTests
{
    private const long Available = 300_000_000;
    private const long Large = 100_000_000;

    [Fact]
    public async Task A_large_piece_of_work_waits_until_another_has_given_back_its_share()
    {
        using var gate = new MemoryGate(Available);
        var first = await gate.EnterAsync(Large, CancellationToken.None);

        var second = gate.EnterAsync(Large, CancellationToken.None);
        Assert.False(second.IsCompleted);

        first.Dispose();
        (await second).Dispose();
    }

    [Fact]
    public async Task A_small_one_never_waits()
    {
        using var gate = new MemoryGate(Available);
        using var first = await gate.EnterAsync(Large, CancellationToken.None);

        Assert.True(gate.EnterAsync(MemoryGate.FreeBytes, CancellationToken.None).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task One_that_needs_more_than_there_is_gets_503_without_a_wait()
    {
        using var gate = new MemoryGate(Available);

        var refused = await Assert.ThrowsAsync<ProblemException>(() => gate.EnterAsync(Available + 1, CancellationToken.None));

        Assert.Equal(ProblemType.Unavailable, refused.Type);
    }

    [Fact]
    public async Task A_client_that_leaves_no_longer_waits()
    {
        using var gate = new MemoryGate(Available);
        using var first = await gate.EnterAsync(Large, CancellationToken.None);
        using var left = new CancellationTokenSource();

        var waiting = gate.EnterAsync(Large, left.Token);
        await left.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }
}
