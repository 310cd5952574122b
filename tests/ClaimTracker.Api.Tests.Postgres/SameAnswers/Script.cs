using ClaimTracker.Api.Tests.SameAnswers.Steps;

namespace ClaimTracker.Api.Tests.SameAnswers;

/// <summary>
/// What is asked of both engines. Addresses name ids as a fresh database gives them, so the order counts. A write that is
/// refused halfway uses up ids in PostgreSQL and none in SQLite: those come last.
/// </summary>
internal static class Script
{
    public static readonly IReadOnlyList<Step> Steps =
    [
        .. ServiceSteps.All,
        .. UserSteps.All,
        .. RatingScaleSteps.All,
        .. SourceSteps.All,
        .. ArticleSteps.All,
        .. SentenceSteps.All,
        .. ClaimSteps.All,
        .. ClaimEditSteps.All,
        .. EvidenceSteps.All,
        .. VerdictSteps.All,
        .. WorkflowSteps.All,
        .. CommentSteps.All,
        .. ListSteps.All,
        .. ClaimListSteps.All,
        .. VerdictListSteps.All,
        .. ItemSteps.All,
        .. VersionSteps.All,
        .. InboxSteps.All,
        .. DeskListSteps.All,
        .. ExportSteps.All,
        .. ReconcileSteps.All,
        .. FieldSteps.All,
        .. MergeSteps.All,
        .. DeleteSteps.All,
        .. HistorySteps.All,
        .. CitationSteps.All,
        .. HalfwaySteps.All,
        .. ErasureSteps.All,
        .. FileSteps.All,
        .. MatchSteps.All,
    ];
}
