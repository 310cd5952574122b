using ClaimTracker.Api.Domain.Judgements;

namespace ClaimTracker.Api.Tests.Domain.Judgements;

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
    public void A_verdict_with_a_correction_cannot_be_corrected_again() => Assert.Equal("retract", Moves("published", hasCorrection: true));

    [Theory]
    [InlineData("Eva", "Ada", "Bo", true)]
    [InlineData("Ada", "Ada", "Bo", false)]
    [InlineData("Bo", "Ada", "Bo", false)]
    [InlineData("Ada", "Ada", "Ada", false)]
    [InlineData("Eva", "Ada, Eva", "Ada", false)]
    [InlineData("Cy", "Ada, Eva", "Ada", true)]
    public void The_approver_has_neither_written_nor_submitted_it(string approver, string writers, string submitter, bool may) =>
        Assert.Equal(may, VerdictWorkflow.MayApprove(approver, writers.Split(", "), submitter));

    [Theory]
    [InlineData(0, true, false)]
    [InlineData(1, true, true)]
    [InlineData(0, false, true)]
    public void Evidence_is_needed_unless_the_rating_needs_none(int evidence, bool needed, bool may) =>
        Assert.Equal(may, VerdictWorkflow.IsGrounded(evidence, needed));

    [Theory]
    [InlineData(null, 5, null, 5)]
    [InlineData(3L, 5, null, 3)]
    [InlineData(3L, 5, 3L, 5)]
    [InlineData(3L, 5, 4L, 3)]
    [InlineData(null, 5, 4L, 5)]
    public void The_first_published_verdict_is_the_house_verdict_until_superseded(
        long? house, long published, long? superseded, long after) =>
        Assert.Equal(after, VerdictWorkflow.HouseAfterPublication(house, published, superseded));

    private static string Moves(string state, bool hasCorrection) =>
        string.Join(", ", VerdictWorkflow.MovesOf(EnumWords.Parse<VerdictState>(state), hasCorrection).Select(static m => m.ToWord()));
}
