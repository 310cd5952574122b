namespace ClaimTracker.Api.Features.Articles;

/// <summary>Four queries, however long the article is.</summary>
internal sealed class GetCoverage : ReadEndpoint<OneRequest, CoverageResponse>
{
    private const string VersionSql = "select version from articles where id = @Id";

    public override void Configure()
    {
        Get("{id}/coverage");
        Group<ArticlesGroup>();
        Policies(nameof(Permission.Read));
        Summary(static s =>
        {
            s.Summary = "Coverage: what is left, and what blocks publication";
            s.Description = "Of the newest version. All of it is read at one moment, so the counts always add up.";
        });
        Description(static d => d.Produces<CoverageResponse>().ProducesProblem(404), clearDefaults: true);
    }

    public override async Task<CoverageResponse> ReadAsync(ReadTx tx, Actor actor, OneRequest request) =>
        (await FindAsync(tx, request.Id)).OrNotFound(Subject.Article(request.Id));

    private static async Task<CoverageResponse?> FindAsync(ReadTx tx, long id)
    {
        if (await tx.FirstAsync<int?>(VersionSql, new { Id = id }) is not { } version)
        {
            return null;
        }

        var states = (await tx.ListAsync<StateCount>(StateCount.Sql, new { Id = id })).ToDictionary(static s => EnumWords.Parse<SentenceState>(s.State), static s => s.Sentences);
        var claims = await tx.ListAsync<ClaimCount>(ClaimCount.Sql, new { Id = id });
        var blockers = await tx.ListAsync<BlockerRow>(BlockerRow.Sql, new { Id = id, Take = Limits.Blockers });
        return new CoverageResponse
        {
            ArticleId = id,
            Version = version,
            Sentences = states.Where(static s => s.Key != SentenceState.Orphaned).Sum(static s => s.Value),
            ByState = SentencesByState.Of(states),
            Claims = claims.Sum(static c => c.Claims),
            ByStatus = ClaimsByStatus.Of(claims.ToLookup(static c => EnumWords.Parse<ClaimStatus>(c.Status), static c => c.Claims)),
            ClaimsLeft = claims.Sum(static c => c.ClaimsLeft),
            ClaimsNeedingAttention = claims.Sum(static c => c.ClaimsNeedingAttention),
            ByAssignee =
            [
                .. claims.GroupBy(static c => c.Assignee, StringComparer.Ordinal)
                    .Select(static own => new AssigneeClaims(own.Key, own.Sum(static c => c.Claims), own.Sum(static c => c.ClaimsLeft))),
            ],
            ReadyToPublish = blockers.Count == 0,
            BlockerCount = blockers.Count == 0 ? 0 : blockers[0].Total,
            Blockers = [.. blockers.Select(static b => b.ToBlocker())],
        };
    }
}
