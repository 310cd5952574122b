namespace ClaimTracker.Api.Domain.Words;

/// <summary>
/// Limits of what the desk works with. Validators, OpenAPI and the guides read them here; those of HTTP are in <see cref="HttpLimits"/>.
/// Characters are Unicode code points.
/// </summary>
internal static class Limits
{
    public const int ArticleText = 2_000_000;

    /// <summary>A text of ordinary prose with 2,000,000 characters has some 20,000.</summary>
    public const int SentencesOfArticle = 50_000;
    public const int ClaimText = 2_000;
    public const int Excerpt = 10_000;
    public const int Justification = 20_000;

    /// <summary>Of a retraction or a correction; its public text too.</summary>
    public const int Reason = 2_000;
    public const int CommentText = 5_000;

    /// <summary>Of the words that a comment points at, which it keeps.</summary>
    public const int AnchoredWords = 20_000;

    /// <summary>Users that one comment mentions.</summary>
    public const int MentionsOfComment = 50;
    public const int Url = 2_048;
    public const int Title = 500;

    /// <summary>Every text field without a limit of its own.</summary>
    public const int Text = 1_000;

    /// <summary>With the id they are one key, which must fit into an entry of an index: 2,704 bytes in PostgreSQL.</summary>
    public const int ExternalApp = 100;
    public const int ExternalId = 500;
    public const int Tags = 50;
    public const int Tag = 100;
    public const int Claimants = 20;
    public const int Attributions = 20;
    public const int Appearances = 100;
    public const int SentencesOfClaim = 100;
    public const int RelationsOfClaim = 100;
    public const int SentencesOfMerge = 100;

    /// <summary>Earlier claims that are found for one text.</summary>
    public const int Matches = 50;
    public const int FeedEntries = 500;

    /// <summary>A century.</summary>
    public const int AgeDays = 36_500;
    public const int EvidenceOfVerdict = 500;
    public const int EvidenceOfNewClaim = 100;

    /// <summary>Queries of one batch of names to reconcile, and properties of one request for values.</summary>
    public const int ReconciledAtOnce = 50;

    /// <summary>Feeds of other desks that are read.</summary>
    public const int Subscriptions = 200;

    /// <summary>A feed of another desk, in bytes when it is unpacked.</summary>
    public const int FeedBytes = 256 * 1024 * 1024;

    /// <summary>Lists of claims that a desk has.</summary>
    public const int Lists = 1_000;
    public const int ClaimsOfList = 5_000;

    /// <summary>The highest place of a claim on a list.</summary>
    public const int Position = 1_000_000;
    public const int Ratings = 50;

    /// <summary>Of check-worthiness, that one request sets.</summary>
    public const int Weights = 50;

    /// <summary>Fields of the desk's own.</summary>
    public const int Fields = 50;
    public const int FieldName = 50;
    public const int Choices = 100;
    public const int Priority = 100;
    public const int LanguageTag = 35;

    /// <summary>Those of an article that its coverage names; it counts all of them.</summary>
    public const int Blockers = 500;

    /// <summary>What may still quote something that was erased: those that the answer names; it counts all of them.</summary>
    public const int Quotes = 500;

    /// <summary>Items that one request triages or moves.</summary>
    public const int ItemsAtOnce = 500;

    /// <summary>One line of POST /claims/bulk, in bytes.</summary>
    public const int BulkLineBytes = 1024 * 1024;

    /// <summary>A file that is imported over HTTP. The command line takes larger ones.</summary>
    public const int ImportBytes = 256 * 1024 * 1024;

    /// <summary>One row of a file that is imported, in bytes.</summary>
    public const int ImportRowBytes = 1024 * 1024;

    /// <summary>A workbook that is imported, in bytes when it is unpacked.</summary>
    public const int SheetBytes = 256 * 1024 * 1024;

    /// <summary>Rows of which an import reports what was wrong; it counts all of them.</summary>
    public const int ImportReport = 10_000;

    /// <summary>Rows of an import that are written all or none: other writes wait meanwhile.</summary>
    public const int AtomicRows = 20_000;

    public const int UserName = 100;

    /// <summary>RFC 5321 lets no address be longer.</summary>
    public const int Email = 254;
    public const int KeyLabel = 100;

    /// <summary>How long a key that was rotated may go on beside the new one.</summary>
    public const int RotationOverlapHours = 720;

    /// <summary>By how many seconds the clocks of the identity provider and of this machine may differ.</summary>
    public const int ClockSkewSeconds = 60;

    public const int AdminKeyMin = 32;
    public const int AdminKeyMax = 200;
    public const int AdminKeyDistinct = 10;
    public const int AdminKeyBits = 128;

    /// <summary>Days of the longest time for which a filter can ask that nothing was done: ten years.</summary>
    public const int IdleDays = 3_650;
}
