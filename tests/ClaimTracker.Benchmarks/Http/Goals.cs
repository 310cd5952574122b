namespace ClaimTracker.Benchmarks.Http;

/// <summary>What the service is to reach: of a floor in the same run, and for people who have such a machine, by itself.</summary>
/// <param name="Floor">The floor that the ratio is of.</param>
/// <param name="Ratio">The ratio to reach; null if there is none.</param>
/// <param name="PerSecond">Requests, or rows, a second on two cores; null if there is no such goal.</param>
/// <param name="Slowest">Milliseconds within which 99 of 100 are to be answered on two cores; null if there is no such goal.</param>
internal sealed record Goal(string Floor, double? Ratio = null, double? PerSecond = null, double? Slowest = null)
{
    public const string Kestrel = "bare Kestrel";
    public const string Naive = "naive writer";

    /// <summary>The goals of `http`.</summary>
    public static IReadOnlyDictionary<string, Goal> OfHttp { get; } = new Dictionary<string, Goal>(StringComparer.Ordinal)
    {
        [HttpCases.Claim] = new(Kestrel, 0.4),
        [HttpCases.Article] = new(Kestrel, 0.08),
        [HttpCases.ClaimsPage] = new(Kestrel, 0.06),
        [HttpCases.VerdictsPage] = new(Kestrel, 0.05),
        [HttpCases.PostClaim] = new(Naive, 8, 5_000, 40),
        [HttpCases.PostEvidence] = new(Naive, PerSecond: 4_000),
        [HttpCases.PostArticle] = new(Naive, PerSecond: 600),
        [HttpCases.Bulk] = new(Naive, PerSecond: 12_000),
        [HttpCases.Mixed] = new(Kestrel, Slowest: 100),
    };

    /// <summary>What PostgreSQL is to reach of SQLite.</summary>
    public static IReadOnlyDictionary<string, double> OfPostgres { get; } = new Dictionary<string, double>(StringComparer.Ordinal)
    {
        [HttpCases.Claim] = 0.8,
        [HttpCases.Article] = 0.8,
        [HttpCases.PostClaim] = 0.6,
        [HttpCases.PostArticle] = 0.7,
    };

    /// <summary>Seconds from the start to ready, with an empty folder.</summary>
    public const double EmptyStart = 1;

    /// <summary>The same with a million claims.</summary>
    public const double LargeStart = 1.5;

    /// <summary>What two replicas are to reach of one.</summary>
    public const double OfTwoReplicas = 1.7;
}
