using static ClaimTracker.Api.Domain.Words.VerdictMove;
using static ClaimTracker.Api.Domain.Words.VerdictState;

namespace ClaimTracker.Api.Domain.Judgements;

/// <summary>
/// The rules for the way of a verdict from draft to publication, and for what can follow. They are pure: the use cases read and write,
/// and ask here what is legal.
/// </summary>
internal static class VerdictWorkflow
{
    // A correction is a draft of its own. It changes the state of the corrected verdict only when it is published, and supersedes it then.
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
    /// <param name="state">Its state.</param>
    /// <param name="hasCorrection">Whether it has a correction: it never gets a second one.</param>
    public static IReadOnlyList<VerdictMove> MovesOf(VerdictState state, bool hasCorrection) =>
        [.. Moves.Where(m => m.From == state && !(m.Move == Corrections && hasCorrection)).Select(static m => m.Move)];

    /// <summary>Two people see each verdict: the approver has written no part of it, and has not submitted it.</summary>
    public static bool MayApprove(string approver, IEnumerable<string> writers, string? submitter) =>
        !writers.Append(submitter).Contains(approver, StringComparer.Ordinal);

    /// <summary>Whether it may be submitted: it rests on evidence, or its rating needs none.</summary>
    public static bool IsGrounded(int evidenceCount, bool ratingNeedsEvidence) => evidenceCount > 0 || !ratingNeedsEvidence;

    /// <summary>The house verdict of a claim after a publication: the first published verdict, until it is superseded.</summary>
    /// <param name="house">The house verdict before, or null.</param>
    /// <param name="published">The verdict that is published now.</param>
    /// <param name="superseded">The verdict that it corrects, or null.</param>
    public static long HouseAfterPublication(long? house, long published, long? superseded) =>
        house is { } present && present != superseded ? present : published;
}
