using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Api.Platform.Problems;
using ClaimTracker.Data;
using FastEndpoints;

namespace ClaimTracker.Api.Features.Articles;

internal sealed record GetCoverageRequest
{
    [RouteParam]
    public long Id { get; init; }
}

/// <summary>Four queries, however long the article is.</summary>
internal sealed class GetCoverage(Db db) : Endpoint<GetCoverageRequest, CoverageResponse>
{
    private const string VersionSql = "select version from articles where id = @Id";

    public override void Configure()
    {
        Get("/articles/{id}/coverage");
        Group<ArticlesGroup>();
        Description(static d => d
            .For(Permission.Read)
            .Says(
                "Coverage: what is left, and what blocks publication",
                "Of the newest version. All of it is read at one moment, so the counts always add up.")
            .Gives<CoverageResponse>().Refuses(404));
    }

    public override async Task HandleAsync(GetCoverageRequest request, CancellationToken ct)
    {
        var coverage = await db.ReadAsync(tx => FindAsync(tx, request.Id), ct);
        await Send.ResourceAsync(coverage.OrNotFound("article", request.Id));
    }

    private static async Task<CoverageResponse?> FindAsync(ReadTx tx, long id)
    {
        if (await tx.FirstAsync<int?>(VersionSql, new { Id = id }) is not { } version)
        {
            return null;
        }

        var states = (await tx.ListAsync<StateCount>(StateCount.Sql, new { Id = id })).ToDictionary(static s => Vocabulary.Parse<SentenceState>(s.State), static s => s.Sentences);
        var claims = await tx.ListAsync<ClaimCount>(ClaimCount.Sql, new { Id = id });
        var blockers = await tx.ListAsync<BlockerRow>(BlockerRow.Sql, new { Id = id, Take = Limits.Blockers });
        return new CoverageResponse
        {
            ArticleId = id,
            Version = version,
            Sentences = states.Where(static s => s.Key != SentenceState.Orphaned).Sum(static s => s.Value),
            ByState = SentencesByState.Of(states),
            Claims = claims.Sum(static c => c.Claims),
            ByStatus = ClaimsByStatus.Of(claims.ToLookup(static c => Vocabulary.Parse<ClaimStatus>(c.Status), static c => c.Claims)),
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
