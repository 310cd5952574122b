namespace ClaimTracker.Api.Tests.SameAnswers.Steps;

internal static class ClaimListSteps
{
    public static readonly IReadOnlyList<Step> All =
    [
        .. Step.Reads(
            "/claims?sort=-id&limit=7", "/claims?sort=id&limit=500", "/claims?sort=-updatedAt&limit=2", "/claims?sort=updatedAt&limit=3",
            "/claims?sort=-priority&limit=2&count=true", "/claims?sort=priority&limit=1", "/claims?sort=priority&q=e&limit=2",
            "/claims?sort=-updatedAt&tag=ferry", "/claims?q=zürich&sort=id", "/claims?q=zurich", "/claims?q=ZÜRICH%20has&count=true",
            "/claims?q=égalité", "/claims?q=e%CC%81galite%CC%81", "/claims?q=港", "/claims?q=🏗", "/claims?q=👩", "/claims?q=-",
            "/claims?q=100%25_", "/claims?q=%5C", "/claims?q='", "/claims?q=σοφοσ", "/claims?q=σοφός", "/claims?q=i̇stanbul",
            "/claims?q=istanbul", "/claims?q=strasse", "/claims?q=ß", "/claims?q=line%20two%20line", $"/claims?q={Texts.Han(800)}",
            "/claims?tag=stadt&sort=id", "/claims?tag=ÄRZTE", "/claims?tag=arzte", "/claims?tag=é", "/claims?tag=%20leading",
            "/claims?tag=-hyphen", "/claims?tag=🚢", "/claims?tag=ミナト", "/claims?tag=ı", "/claims?tag=I", "/claims?tag=ﬁ", "/claims?tag=%25",
            "/claims?tag=ΣΟΦΟΣ", "/claims?tag=STRASSE", "/claims?claimant=jörg%20müller&sort=id", "/claims?claimant=Jorg%20Muller",
            "/claims?claimant=ÉLODIE&sort=id", "/claims?claimant=市長", "/claims?claimant=𝔘𝔫𝔦", "/claims?claimant=i̇brahim",
            $"/claims?claimant={Texts.Han(800, 2)}", "/claims?language=de", "/claims?language=DE", "/claims?language=de-CH",
            "/claims?language=ja&count=true", "/claims?articleId=1&limit=2", "/claims?articleId=4711",
            "/claims?articleId=9223372036854775807&count=true", "/claims?assignee=none&count=true", "/claims?assignee=me",
            "/claims?status=open&limit=5&sort=id",
            "/claims?status=assigned", "/claims?status=researching", "/claims?status=in_review", "/claims?status=published&count=true",
            "/claims?status=corrected", "/claims?status=retracted", "/claims?rating=FALSE", "/claims?rating=4", "/claims?rating=0.1",
            "/claims?rating=ärger", "/claims?rating=%E2%9D%93", "/claims?rating=5e-324", "/claims?rating=1e300", "/claims?rating=1e999",
            "/claims?rating=-1e999", "/claims?rating=NaN", "/claims?rating=Infinity", "/claims?rating=-0",
            "/claims?evidence=none&sort=id&limit=4&count=true", "/claims?verdict=none&sort=-priority&limit=4",
            "/claims?evidence=none&verdict=none", "/claims?from=2026-03-03", "/claims?to=2024-02-29&sort=id",
            "/claims?from=0001-01-01&to=9999-12-31&count=true&sort=id", "/claims?from=9999-12-31", "/claims?to=0001-01-01",
            "/claims?externalApp=sheet&sort=id", "/claims?externalId=row-1", "/claims?externalApp=Sheet&externalId=Row-1",
            "/claims?externalApp=sheet&externalId=行-1", $"/claims?externalId={Texts.Han(500, 17)}",
            "/claims?q=zürich&tag=stadt&language=en&status=published&articleId=1"
                + "&claimant=zoë&rating=4&from=2026-01-01&to=2026-12-31&count=true"),
        new(400, "GET /claims?sort=text"),
        new(400, "GET /claims?sort=PRIORITY"),
        new(400, "GET /claims?state=open"),
        new(400, "GET /claims?status=open&status=published"),
        new(400, "GET /claims?assignee=Noor%20Hadad"),
        new(400, "GET /claims?assignee=søren"),
        new(400, "GET /claims?limit=0"),
        new(400, "GET /claims?limit=501"),
        new(400, "GET /claims?limit=ten"),
        new(400, "GET /claims?count=1"),
        new(400, "GET /claims?cursor=nonsense"),
        new(400, "GET /claims?q="),
        new(400, "GET /claims?q=%00"),
        new(400, "GET /claims?q=%FF"),
        new(400, "GET /claims?from=2026-13-01"),
        new(400, "GET /claims?articleId=-1"),
        new(400, "GET /claims?evidence=None"),
        new(400, "GET /claims?language=not%20a%20tag"),
    ];
}
