using ClaimTracker.Data;

namespace ClaimTracker.Api.Tests.Domain.Verdicts;

public sealed class VerdictConditionsTests
{
    public static TheoryData<string> States => [.. EnumWords.All(typeof(VerdictState))];

    [Theory]
    [MemberData(nameof(States))]
    public void A_list_shows_a_reader_the_verdicts_that_the_reader_may_know_of(string state)
    {
        var reader = new Actor("Rita", Role.Reader);

        var condition = new Filter().OnlySeenBy(reader).Clause(Dialect.Sqlite);

        Assert.Equal(reader.Sees(EnumWords.Parse<VerdictState>(state)), condition.Contains($"'{state}'", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(States))]
    public void A_checker_sees_verdicts_in_every_state(string state)
    {
        var checker = new Actor("Cy", Role.Checker);

        Assert.True(checker.Sees(EnumWords.Parse<VerdictState>(state)));
        Assert.Empty(new Filter().OnlySeenBy(checker).Clause(Dialect.Sqlite));
    }
}
