namespace ClaimTracker.Api.Tests.SameAnswers.Steps;

/// <summary>What lists show of their items: members, ETags, and those with certain ids.</summary>
internal static class ItemSteps
{
    public static readonly IReadOnlyList<Step> All =
    [
        .. Step.Reads(
            "/articles?ids=1,2,99&fields=id,title,version", "/articles?archived=any&ids=3&count=true",
            "/articles/1/sentences?ids=1,2,3&fields=id,text,state&limit=2", "/articles/1/sentences?etags=true",
            "/articles/1/versions?fields=version,textSha256", "/claims?ids=3,1,2&sort=id&limit=2&count=true",
            "/claims?etags=true&fields=id,text,etag&limit=5", "/claims?fields=verdict,sentences&limit=3",
            "/claims/1/evidence?ids=1,2&fields=id,excerpt", "/claims/1/evidence?etags=true", "/claims/1/history?fields=seq,kind",
            "/claims/1/verdicts?ids=1&etags=true", "/claims/1/verdicts?fields=id,rating,state", "/comments?ids=1,2&etags=true",
            "/comments?fields=id,subject,text", "/evidence?ids=1,2,3,4&sort=id&limit=2&etags=true", "/evidence?fields=id,source&limit=3",
            "/history?fields=seq,kind,subject&limit=100", "/people?ids=1,2&fields=name,id", "/rating-scales?ids=1&etags=true",
            "/rating-scales?fields=name,ratings", "/sentences/1/evidence?ids=1,2,3&etags=true",
            "/sentences/1/evidence?fields=id,claimId,stance",
            "/sources?ids=1,3,5&etags=true", "/sources?fields=id,url,confidential&limit=3", "/users?ids=1,2&etags=true",
            "/users?fields=id,name,role", "/users/1/keys?ids=1&etags=true", "/users/1/keys?fields=id,label",
            "/verdicts?ids=1,2,3&etags=true",
            "/evidence?stance=supports,refutes&sourceId=1,2&claimId=1,2,3&articleId=1,4",
            "/claims/1/evidence?stance=supports,context",
            "/history?kind=claim.created,claim.edited&limit=200", "/people?role=editor,checker", "/claims/1/verdicts?state=draft,published",
            "/claims?sort=-activityAt&limit=4&fields=id,activityAt", "/claims?sort=activityAt&limit=500&fields=id,activityAt",
            "/claims?activeSince=2026-03-10T00:00:00Z&count=true&limit=5", "/claims?updatedSince=2026-03-10T00:00:00Z&count=true&limit=5",
            "/claims?idle=P1D&fields=id,status&sort=id", "/claims?idle=PT36H&count=true&limit=2", "/claims?idle=P3650D",
            "/articles?sort=updatedAt&limit=2", "/articles?sort=-updatedAt&archived=any&limit=3",
            "/articles?updatedSince=2026-03-05T00:00:00Z&count=true", "/sources?sort=updatedAt&limit=2", "/sources?sort=-updatedAt&limit=3",
            "/sources?updatedSince=2026-03-04T00:00:00.5Z&count=true", "/evidence?sort=updatedAt&limit=2", "/evidence?sort=-updatedAt",
            "/evidence?updatedSince=2026-03-04T00:00:00Z&count=true", "/comments?sort=updatedAt&limit=1", "/comments?sort=-updatedAt",
            "/comments?updatedSince=2026-03-04T00:00:00Z", "/verdicts?sort=updatedAt&limit=2", "/verdicts?sort=-updatedAt&limit=3",
            "/verdicts?updatedSince=2026-03-10T00:00:00Z&count=true", "/verdicts?author=me&fields=id,author",
            "/verdicts?reviewer=none&fields=id,reviewer", "/verdicts?reviewer=me", "/verdicts?assignee=none&fields=id",
            "/verdicts?assignee=me",
            "/exports/verdicts.csv?author=me&state=draft", "/exports/verdicts.csv?reviewer=none&assignee=none",
            "/exports/verdicts.jsonl?author=me&reviewer=none&assignee=none", "/verdicts?fields=id,rating,state&sort=id&limit=4"),
        new(400, "GET /claims?idle=14"),
        new(400, "GET /claims?activeSince=yesterday"),
        new(400, "GET /verdicts?author=Nobody%20at%20all"),
        new(400, "GET /verdicts?author=none"),
        new(400, "GET /claims?ids=1,a"),
        new(400, "GET /claims?ids=1,"),
        new(400, "GET /claims?fields=id,wrong"),
        new(400, "GET /claims?fields=etag"),
        new(400, "GET /verdicts?etags=true&asOf=2026-03-03T12:00:00Z"),
    ];
}
