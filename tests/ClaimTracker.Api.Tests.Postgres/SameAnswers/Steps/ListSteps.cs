namespace ClaimTracker.Api.Tests.SameAnswers.Steps;

/// <summary>Lists of sources, articles and sentences.</summary>
internal static class ListSteps
{
    public static readonly IReadOnlyList<Step> All =
    [
        .. Step.Reads(
            "/sources?sort=id", "/sources?sort=-id&limit=3&count=true", "/sources?q=REGISTER&sort=id&limit=1&count=true",
            "/sources?q=häfen", "/sources?q=hafen&count=true", "/sources?q=σοφός", "/sources?q=istanbul", "/sources?q=100%25_sure",
            "/sources?q=_", "/sources?q=👩‍👩‍👧‍👦", "/sources?q=👩", "/sources?q=記録", "/sources?publisher=Amt", "/sources?publisher=amt",
            "/sources?publisher=AMT&count=true", $"/sources?publisher={Texts.Han(800)}", "/sources?url=http://EXAMPLE.org/Register/%23part",
            "/sources?url=https://例え.jp/道?質問=答え", $"/sources?url={Texts.Url("https://example.org/long/")}",
            "/sources?medium=web_text&count=true", "/sources?medium=web_table", "/sources?medium=pdf", "/sources?medium=image",
            "/sources?medium=video", "/sources?medium=audio", "/sources?medium=dataset&count=true", "/sources?medium=interview",
            "/sources?medium=metadata", "/sources?medium=other",
            "/sources?medium=pdf,dataset,audio&kind=official,secondary&sort=id", "/sources?kind=primary", "/sources?kind=official",
            "/sources?kind=secondary&limit=2&sort=id", "/sources?kind=expert", "/sources?kind=dataset",
            "/sources?kind=interview&medium=audio&q=γι", "/articles?sort=id&limit=3", "/articles?sort=-id&limit=1&count=true",
            "/articles?q=zürich", "/articles?q=Z&sort=id", "/articles?q=-", "/articles?q=港", "/articles?publisher=Tidings&count=true",
            "/articles?publisher=tidings", "/articles?url=http://tidings.example/Harbour/", "/articles?url=https://tidings.example/straße",
            "/articles?from=2024-02-29", "/articles?from=2024&to=2024-02",
            "/articles?to=2024-02-29", "/articles?from=0001-01-01&to=9999-12-31&count=true",
            "/articles?from=9999-12-31", "/articles?to=0001-01-01", "/articles?from=2026-03-02&to=2026-03-01&count=true",
            "/articles?externalApp=cms&sort=id", "/articles?externalApp=CMS", "/articles?externalId=🆔",
            "/articles?externalApp=cms&externalId=a-1", $"/articles?externalId={Texts.Han(500, 17)}", "/articles?state=ready&count=true",
            "/articles?state=blocked&sort=id&limit=4&count=true", "/articles?sort=deadline&limit=3", "/articles?archived=false&count=true",
            "/articles?archived=true", "/articles?archived=any&assignee=none&count=true", "/articles?archived=any&assignee=BO%20sørensen",
            "/articles?state=ready&q=-", "/articles/1/hints", "/articles/2/hints?version=1", "/articles/3/hints", "/articles/1/coverage",
            "/articles/2/coverage", "/articles/3/coverage", "/articles/4/coverage", "/articles/8/coverage", "/articles/9/coverage",
            "/articles/1/sentences?limit=2&count=true", "/articles/1/sentences?version=1", "/articles/1/sentences?state=open",
            "/articles/1/sentences?state=not_checkable", "/articles/3/sentences?state=skipped",
            "/articles/1/sentences?state=claimed&count=true", "/articles/4/sentences?state=cleared",
            "/articles/1/sentences?state=needs_attention", "/articles/1/sentences?state=orphaned",
            "/articles/1/sentences?blockType=title,paragraph&state=open,claimed",
            "/articles/1/sentences?state=open,orphaned&version=1", "/articles/1/sentences?blockType=title",
            "/articles/1/sentences?blockType=byline", "/articles/1/sentences?blockType=dateline",
            "/articles/1/sentences?blockType=paragraph&limit=1", "/articles/8/sentences?blockType=quote",
            "/articles/8/sentences?blockType=caption", "/articles/8/sentences?blockType=credit", "/articles/8/sentences?blockType=image",
            "/articles/8/sentences?blockType=bio", "/articles/8/sentences?blockType=disclaimer",
            "/articles/8/sentences?blockType=navigation", "/articles/8/sentences?blockType=footer", "/articles/3/sentences?minScore=0",
            "/articles/3/sentences?minScore=0.3&count=true", "/articles/3/sentences?minScore=1", "/articles/1/sentences?evidence=none",
            "/articles/1/sentences?verdict=none&count=true", "/articles/4/sentences?evidence=none&verdict=none"),
        new(400, "GET /articles/1/sentences?minScore=1.5"),
        new(400, "GET /articles/1/sentences?minScore=NaN"),
        new(400, "GET /articles/1/sentences?evidence=some"),
        new(400, "GET /articles/1/sentences?state=open,orphaned"),
        new(404, "GET /articles/1/sentences?version=7"),
        new(404, "GET /articles/1/hints?version=7"),
    ];
}
