using static ClaimTracker.Api.Domain.Words.VerdictMove;
using static ClaimTracker.Api.Domain.Words.VerdictState;

namespace ClaimTracker.Api.Features.Verdicts;

/// <summary>
/// The way of a verdict from draft to publication, and what can become of it afterwards. Pure: the use cases look things up and
/// write them down, and ask here what is right.
/// </summary>
internal static class VerdictWorkflow
{
    // A correction leaves its verdict as it is until it is published itself, and supersedes it then.
    private static readonly (VerdictState From, VerdictMove Move)[] Moves =
    [
        (Draft, Submit),
        (InReview, Approve),
        (InReview, Reject),
        (Approved, Publish),
        (Approved, Reject),
        (Published, Retract),
        (Published, Corrections),
    ];

    /// <summary>The moves that are legal for a verdict.</summary>
    /// <param name="state">Where it stands.</param>
    /// <param name="hasCorrection">Whether there is a correction of it: there is never a second.</param>
    public static IReadOnlyList<VerdictMove> MovesOf(VerdictState state, bool hasCorrection) =>
        [.. Moves.Where(m => m.From == state && !(m.Move == Corrections && hasCorrection)).Select(static m => m.Move)];

    /// <summary>Two people see each verdict: who approves it has written none of it, and has not handed it in.</summary>
    public static bool MayApprove(string approver, IEnumerable<string> writers, string? submitter) => !writers.Append(submitter).Contains(approver, StringComparer.Ordinal);

    /// <summary>Whether it may be handed in: it rests on evidence, or its rating says that there is none.</summary>
    public static bool IsGrounded(int evidenceCount, bool ratingNeedsEvidence) => evidenceCount > 0 || !ratingNeedsEvidence;

    /// <summary>The house verdict of a claim once one more is published: the first, until it is superseded.</summary>
    /// <param name="house">The house verdict before; null where there is none.</param>
    /// <param name="published">The one that is published now.</param>
    /// <param name="superseded">The one that it corrects.</param>
    public static long HouseAfterPublication(long? house, long published, long? superseded) =>
        house is { } present && present != superseded ? present : published;
}
