namespace ClaimTracker.Meaning.Tests;

public sealed class LocalModelTests
{
    [Fact]
    public void A_program_says_whether_it_carries_the_model()
    {
#if WITHOUT_MODEL
        Assert.False(LocalModel.IsThere);
        Assert.Throws<NotSupportedException>(static () => LocalModel.Open(TimeProvider.System, 1));
#else
        Assert.True(LocalModel.IsThere);
#endif
    }
}
