namespace ClaimTracker.Api.Tests.SameAnswers.Steps;

/// <summary>What a draft cites, and what becomes of it.</summary>
internal static class CitationSteps
{
    private const string Article = "/articles/11";

    public static readonly IReadOnlyList<Step> All =
    [
        new(201, "POST /articles", """
            {"text":"Der Kran 🏗 kostet 5 Mio. € [Quelle: https://kran.example/5]. Er fiel um [siehe das Protokoll 🏗].
            """ + """
             港は開いた (https://港.example/)."}
            """),
        .. Step.Reads(
            Article, Article + "/citations", Article + "/citations?limit=2&count=true", Article + "/citations?state=open",
            Article + "/citations?state=accepted", Article + "/citations?ids=1,3&etags=true&fields=id,text", "/citations/2",
            Article + "/sentences?citations=none", Article + "/sentences?citations=open", Article + "/sentences?citations=any"),
        new(201, "POST /citations/1/accept", """{"stance":"supports"}"""),
        new(409, "POST /citations/1/accept", """{"stance":"supports"}"""),
        new(409, "POST /citations/1/dismiss", """{"reason":"Doch nicht."}"""),
        new(200, "POST /citations/2/dismiss", """{"reason":"Es fehlt."}"""),
        new(409, "POST /citations/2/dismiss", """{"reason":"Es fehlt."}"""),
        new(400, "POST /citations/3/dismiss", "{}"),
        new(400, "POST /citations/3/accept", """{"stance":"maybe"}"""),
        new(404, "POST /citations/4711/accept", """{"stance":"supports"}"""),
        new(404, "POST /citations/4711/dismiss", """{"reason":"Es fehlt."}"""),
        new(404, "GET /citations/4711"),
        new(404, "GET /articles/4711/citations"),
        new(400, "GET /articles/1/citations?state=closed"),
        new(412, "POST /citations/3/accept", """{"stance":"supports"}""") { IfMatch = "\"stale\"" },
        new(200, $"PUT {Article}/text", """
            {"text":"Der Kran 🏗 kostet 6 Mio. € [Quelle: https://kran.example/5]. Er steht [CQ]. 港は開いた (https://港.example/)."}
            """),
        .. Step.Reads(
            Article + "/citations", Article + "/citations?state=dismissed", Article + "/citations?state=accepted&limit=1",
            "/history?subject=citation/1", "/changes?kinds=citation&limit=500", Article + "/anchors",
            Article + "/anchors?state=exact&limit=1", Article + "/anchors?state=normalised", Article + "/anchors?state=moved",
            Article + "/anchors?state=ambiguous", Article + "/anchors?fields=state&count=true", "/articles/1/anchors?limit=1"),
        new(400, "GET /articles/1/anchors?limit=1&cursor=AAAA"),
        new(400, "GET /articles/1/anchors?state=gone"),
        new(404, "GET /articles/4711/anchors"),
        new(200, $"PUT {Article}/text", """
            {"html":"<p>Der Kran 🏗 kostet 7 Mio. €.</p><p>Er steht seit dem Herbst.</p><nav>Der Hafen öffnet wieder um neun Uhr.</nav>"}
            """),
        .. Step.Reads(Article, Article + "/coverage", "/articles?state=blocked&limit=3", Article + "/anchors?state=lost"),
        new(200, $"POST {Article}/reading/confirm"),
        new(404, "POST /articles/4711/reading/confirm"),
        .. Step.Reads(Article, Article + "/coverage", Article + "/clearance.docx", Article + "/clearance.html"),
    ];
}
