using System.Reflection;

namespace ClaimTracker.Api.Domain.History;

/// <summary>A kind of event. The list is closed, and db/HISTORY explains each: other programs read the history by these words.</summary>
/// <param name="Name">The word that the event carries, such as <c>claim.created</c>.</param>
internal sealed record EventKind(string Name)
{
    public static readonly EventKind ArticleCreated = new("article.created");
    public static readonly EventKind ArticleEdited = new("article.edited");
    public static readonly EventKind ArticleRevised = new("article.revised");
    public static readonly EventKind ArticleReadingConfirmed = new("article.reading_confirmed");
    public static readonly EventKind ArticleErased = new("article.erased");
    public static readonly EventKind ArticleDeleted = new("article.deleted");

    public static readonly EventKind SentenceTriaged = new("sentence.triaged");
    public static readonly EventKind SentenceLinked = new("sentence.linked");
    public static readonly EventKind SentenceRelinked = new("sentence.relinked");
    public static readonly EventKind SentenceUnlinked = new("sentence.unlinked");
    public static readonly EventKind SentenceCarried = new("sentence.carried");

    public static readonly EventKind CitationAccepted = new("citation.accepted");
    public static readonly EventKind CitationDismissed = new("citation.dismissed");
    public static readonly EventKind CitationReopened = new("citation.reopened");

    public static readonly EventKind ClaimCreated = new("claim.created");
    public static readonly EventKind ClaimEdited = new("claim.edited");
    public static readonly EventKind ClaimDeleted = new("claim.deleted");
    public static readonly EventKind ClaimAssigned = new("claim.assigned");
    public static readonly EventKind ClaimLinked = new("claim.linked");
    public static readonly EventKind ClaimRelinked = new("claim.relinked");
    public static readonly EventKind ClaimUnlinked = new("claim.unlinked");
    public static readonly EventKind ClaimHouseChanged = new("claim.house_changed");
    public static readonly EventKind ClaimMerged = new("claim.merged");
    public static readonly EventKind ClaimUnmerged = new("claim.unmerged");
    public static readonly EventKind ClaimMatchConfirmed = new("claim.match_confirmed");
    public static readonly EventKind ClaimMatchRejected = new("claim.match_rejected");

    public static readonly EventKind SourceCreated = new("source.created");
    public static readonly EventKind SourceEdited = new("source.edited");
    public static readonly EventKind SourceErased = new("source.erased");
    public static readonly EventKind SourceDeleted = new("source.deleted");

    public static readonly EventKind EvidenceCreated = new("evidence.created");
    public static readonly EventKind EvidenceEdited = new("evidence.edited");
    public static readonly EventKind EvidenceErased = new("evidence.erased");
    public static readonly EventKind EvidenceDeleted = new("evidence.deleted");
    public static readonly EventKind EvidenceLinked = new("evidence.linked");
    public static readonly EventKind EvidenceRelinked = new("evidence.relinked");
    public static readonly EventKind EvidenceUnlinked = new("evidence.unlinked");

    public static readonly EventKind VerdictDrafted = new("verdict.drafted");
    public static readonly EventKind VerdictEdited = new("verdict.edited");
    public static readonly EventKind VerdictSubmitted = new("verdict.submitted");
    public static readonly EventKind VerdictApproved = new("verdict.approved");
    public static readonly EventKind VerdictRejected = new("verdict.rejected");
    public static readonly EventKind VerdictPublished = new("verdict.published");
    public static readonly EventKind VerdictSuperseded = new("verdict.superseded");
    public static readonly EventKind VerdictRetracted = new("verdict.retracted");
    public static readonly EventKind VerdictWithdrawn = new("verdict.withdrawn");
    public static readonly EventKind VerdictImported = new("verdict.imported");
    public static readonly EventKind VerdictErased = new("verdict.erased");
    public static readonly EventKind VerdictDeleted = new("verdict.deleted");

    public static readonly EventKind CommentCreated = new("comment.created");
    public static readonly EventKind CommentEdited = new("comment.edited");
    public static readonly EventKind CommentErased = new("comment.erased");
    public static readonly EventKind CommentDeleted = new("comment.deleted");

    public static readonly EventKind ListCreated = new("list.created");
    public static readonly EventKind ListEdited = new("list.edited");
    public static readonly EventKind ListDeleted = new("list.deleted");
    public static readonly EventKind ListClaimAdded = new("list.claim_added");
    public static readonly EventKind ListClaimEdited = new("list.claim_edited");
    public static readonly EventKind ListClaimRemoved = new("list.claim_removed");

    public static readonly EventKind FieldCreated = new("field.created");
    public static readonly EventKind FieldEdited = new("field.edited");
    public static readonly EventKind FieldDeleted = new("field.deleted");

    public static readonly EventKind RatingScaleCreated = new("rating_scale.created");
    public static readonly EventKind SettingsCheckWorthinessChanged = new("settings.check_worthiness_changed");

    public static readonly EventKind UserCreated = new("user.created");
    public static readonly EventKind UserEdited = new("user.edited");
    public static readonly EventKind UserRemoved = new("user.removed");
    public static readonly EventKind UserRestored = new("user.restored");
    public static readonly EventKind UserLinked = new("user.linked");

    public static readonly EventKind KeyCreated = new("key.created");
    public static readonly EventKind KeyExpires = new("key.expires");
    public static readonly EventKind KeyRevoked = new("key.revoked");

    public static readonly EventKind ImportedReviewImported = new("imported_review.imported");

    public static readonly EventKind SubscriptionCreated = new("subscription.created");
    public static readonly EventKind SubscriptionDeleted = new("subscription.deleted");

    public static readonly EventKind ArchiveImported = new("archive.imported");
    public static readonly EventKind CheckpointKeyCreated = new("checkpoint_key.created");
    public static readonly EventKind EventRedacted = new("event.redacted");

    /// <summary>Every kind, in the order of this list.</summary>
    public static readonly IReadOnlyList<EventKind> All =
    [
        .. typeof(EventKind).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(static field => field.FieldType == typeof(EventKind)).Select(static field => (EventKind)field.GetValue(null)!),
    ];

    public override string ToString() => Name;
}
