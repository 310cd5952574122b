namespace ClaimTracker.Api.Platform;

/// <summary>
/// Every limit of the service, once: validators and OpenAPI read them here, and tests compare the guides with them. Characters are
/// Unicode code points.
/// </summary>
internal static class Limits
{
    public const int RequestBodyBytes = 16 * 1024 * 1024;

    /// <summary>Room for every query parameter at its limit, each character of it percent-encoded.</summary>
    public const int RequestLineBytes = 64 * 1024;
    public const int ArticleText = 2_000_000;

    /// <summary>A text of ordinary prose with 2,000,000 characters has some 20,000.</summary>
    public const int SentencesOfArticle = 50_000;
    public const int ClaimText = 2_000;
    public const int Excerpt = 10_000;
    public const int Justification = 20_000;

    /// <summary>Of a retraction or a correction; its public text too.</summary>
    public const int Reason = 2_000;
    public const int CommentText = 5_000;

    /// <summary>Users that one comment mentions.</summary>
    public const int Mentions = 50;
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
    public const int SentencesOfMerge = 100;
    public const int EvidenceOfVerdict = 500;
    public const int Ratings = 50;
    public const int Priority = 100;
    public const int LanguageTag = 35;

    /// <summary>Those of an article that its coverage names; it counts all of them.</summary>
    public const int Blockers = 500;

    public const int PageSize = 500;
    public const int DefaultPageSize = 50;
    public const int Cursor = 1_000;

    /// <summary>One line of POST /claims/bulk, in bytes.</summary>
    public const int BulkLineBytes = 1024 * 1024;

    public const int UserName = 100;

    /// <summary>RFC 5321 lets no address be longer.</summary>
    public const int Email = 254;
    public const int KeyLabel = 100;

    /// <summary>How long a key that was rotated may go on beside the new one.</summary>
    public const int RotationOverlapHours = 720;

    public const int IdempotencyKey = 255;

    /// <summary>Requests in a minute with one key, unless the settings say otherwise.</summary>
    public const int RequestsPerKey = 6_000;

    /// <summary>Requests in a minute from one address without a valid key, unless the settings say otherwise.</summary>
    public const int RequestsPerAddress = 60;

    /// <summary>Exports that run at the same time, unless the settings say otherwise.</summary>
    public const int ConcurrentExports = 4;

    /// <summary>Callers that are counted apart; those past them share one count.</summary>
    public const int CountedCallers = 100_000;

    /// <summary>By how many seconds the clocks of the newsroom's sign-in and of this machine may differ.</summary>
    public const int ClockSkewSeconds = 60;

    public const int AdminKeyMin = 32;
    public const int AdminKeyMax = 200;

    /// <summary>How long requests that were begun may take to end when the service is told to stop.</summary>
    public const int StopSeconds = 30;

    /// <summary>How long a check of /readyz waits for an answer.</summary>
    public const int ProbeSeconds = 5;

    /// <summary>Less room on the disk of the data folder, and the service is not ready.</summary>
    public const int DiskFloorBytes = 64 * 1024 * 1024;
}
