namespace ClaimTracker.Api.Domain.Words;

/// <summary>
/// What a user is to the desk. Each may do what those before it may, but for an admin, who writes only as far as admins have to.
/// </summary>
internal enum Role
{
    /// <summary>Of callers without a key: no user has it.</summary>
    [NotOnTheWire]
    Public,
    Reader,
    Checker,
    Editor,
    Admin,
}

/// <summary>Whose text an article is.</summary>
internal enum ArticleKind { Draft, Published }

/// <summary>Whether anything blocks the publication of an article.</summary>
internal enum ArticleState { Ready, Blocked }

/// <summary>For the filter that asks for articles by whether they were put away: archived=any shows both.</summary>
internal enum ArchivedState { False, True, Any }

internal enum SentenceState { Open, NotCheckable, Skipped, Claimed, Cleared, NeedsAttention, Orphaned }

/// <summary>What a fact-checker may say of a sentence without a claim.</summary>
internal enum Triage { Open, NotCheckable, Skipped }

/// <summary>What a sentence does with a claim.</summary>
internal enum SentenceRole { Asserts, Repeats, Denies }

/// <summary>What became of a sentence whose claim was rated so that it needs a change: it was mended, or it stands as it is.</summary>
internal enum Outcome { Changed, Stands }

/// <summary>What can have fields of the desk's own.</summary>
internal enum FieldSubject { Claim, Article, Source }

/// <summary>What a field takes; choices is a list of some of its words.</summary>
internal enum FieldType { Text, Choice, Choices, Number, Date, Url, Bool }

/// <summary>What a claim is to another.</summary>
internal enum ClaimRelation
{
    /// <summary>The same in other words.</summary>
    Same,

    /// <summary>If one is true, the other is false.</summary>
    Opposite,

    /// <summary>It says less than the other, which contains it.</summary>
    Narrower,
    Broader,

    /// <summary>The same in another language.</summary>
    Translation,
    Quotes,
    QuotedBy,
}

/// <summary>What somebody said of a match: the two claims belong together, or they do not.</summary>
internal enum MatchState { Confirmed, Rejected }

internal enum ClaimStatus { Open, Assigned, Researching, InReview, Published, Corrected, Retracted }

internal enum Medium { WebText, WebTable, Pdf, Image, Video, Audio, Dataset, Interview, Metadata, Other }

internal enum SourceKind { Primary, Official, Secondary, Expert, Dataset, Interview }

/// <summary>What an evidence record says about a claim.</summary>
internal enum Stance { Supports, PartiallySupports, Refutes, Context, Irrelevant }

/// <summary>A rating in words that the publishers of fact-checks share.</summary>
internal enum NormalisedRating { True, MostlyTrue, Mixed, MostlyFalse, False, Unproven, Other }

internal enum VerdictState { Draft, InReview, Approved, Published, Superseded, Retracted }

/// <summary>What can be done with a verdict, each named as the last part of its route: POST /verdicts/{id}/corrections.</summary>
internal enum VerdictMove { Submit, Approve, Reject, Publish, Retract, Corrections }

/// <summary>How a published verdict is changed in public: what was wrong, what is new since, or what was not clear.</summary>
internal enum CorrectionKind { Correction, Update, Clarification }

/// <summary>What a comment is on.</summary>
internal enum CommentSubjectKind { Article, Claim, Evidence, Sentence, Verdict }

internal enum CommentState { Open, Resolved }

/// <summary>What became of a source that the writer of an article named: it is evidence now, or was set aside.</summary>
internal enum CitationState { Open, Accepted, Dismissed }

/// <summary>For the filter that asks for sentences by the sources that their writer named, apart from those that were dismissed.</summary>
internal enum CitedBy { None, Open, Any }

/// <summary>For the filter that asks for verdicts to look at again: <c>reviewDue=past</c>.</summary>
internal enum ReviewTime { Past }

/// <summary>For the filter that asks for what waits for the caller: <c>waitingFor=me</c>.</summary>
internal enum WaitingFor { Me }

/// <summary>For filters that ask for what is missing: <c>evidence=none</c>.</summary>
internal enum Missing { None }

/// <summary>How far an import is; refused means that the file cannot be imported, and nothing of it was kept.</summary>
internal enum ImportState { Queued, Running, Done, Failed, Refused }

/// <summary>What became of a row of an import that has a report; a noted one was taken, but for a part of it.</summary>
internal enum RowOutcome { Refused, Noted }

/// <summary>Where a verdict comes from, if it is not the desk's own.</summary>
internal enum VerdictOrigin { Imported }
