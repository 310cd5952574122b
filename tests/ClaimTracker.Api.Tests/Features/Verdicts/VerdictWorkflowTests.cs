using ClaimTracker.Api.Features.Verdicts;

namespace ClaimTracker.Api.Tests.Features.Verdicts;

public sealed class VerdictWorkflowTests
{
    [Theory]
    [InlineData("draft", "submit")]
    [InlineData("in_review", "approve, reject")]
    [InlineData("approved", "publish, reject")]
    [InlineData("published", "retract, corrections")]
    [InlineData("superseded", "")]
    [InlineData("retracted", "")]
    public void Each_state_has_its_moves(string state, string moves) => Assert.Equal(moves, Moves(state, hasCorrection: false));

    [Fact]
    public void What_is_being_corrected_is_not_corrected_twice() => Assert.Equal("retract", Moves("published", hasCorrection: true));

    [Theory]
    [InlineData("Eva", "Ada", "Bo", true)]
    [InlineData("Ada", "Ada", "Bo", false)]
    [InlineData("Bo", "Ada", "Bo", false)]
    [InlineData("Ada", "Ada", "Ada", false)]
    [InlineData("Eva", "Ada, Eva", "Ada", false)]
    [InlineData("Cy", "Ada, Eva", "Ada", true)]
    public void Who_approves_has_written_none_of_it_and_has_not_submitted_it(string approver, string writers, string submitter, bool may) =>
        Assert.Equal(may, VerdictWorkflow.MayApprove(approver, writers.Split(", "), submitter));

    [Theory]
    [InlineData(0, true, false)]
    [InlineData(1, true, true)]
    [InlineData(0, false, true)]
    public void Evidence_is_needed_unless_the_rating_says_that_there_is_none(int evidence, bool needed, bool may) =>
        Assert.Equal(may, VerdictWorkflow.IsGrounded(evidence, needed));

    [Theory]
    [InlineData(null, 5, null, 5)]
    [InlineData(3L, 5, null, 3)]
    [InlineData(3L, 5, 3L, 5)]
    [InlineData(3L, 5, 4L, 3)]
    [InlineData(null, 5, 4L, 5)]
    public void The_first_speaks_for_the_desk_until_it_is_superseded(long? house, long published, long? superseded, long after) =>
        Assert.Equal(after, VerdictWorkflow.HouseAfterPublication(house, published, superseded));

    private static string Moves(string state, bool hasCorrection) =>
        string.Join(", ", VerdictWorkflow.MovesOf(EnumWords.Parse<VerdictState>(state), hasCorrection).Select(static m => m.ToWord()));
}
