namespace ClaimTracker.Api.Tests.SameAnswers.Steps;

internal static class SourceSteps
{
    public static readonly IReadOnlyList<Step> All =
    [
        new(201, "POST /sources", """
            {"url":"https://example.org/Register","title":"Das Register der Häfen","author":"Ünal","publisher":"Amt",
            """ + """
            "publishedOn":"0001","accessedOn":"9999-12-31","archivedUrl":"https://例え.jp/写し?a=1",
             "medium":"web_text","kind":"official","reliabilityNote":"gut","confidential":false}
            """),
        new(200, "POST /sources", """{"url":"http://www.EXAMPLE.org/Register/?utm_source=mail#top","title":"Another title"}"""),
        new(201, "POST /sources", """
            {"url":"https://example.org/register","title":"das register der häfen","publisher":"amt","medium":"web_table","kind":"primary"}
            """),
        new(201, "POST /sources", """
            {"url":"https://例え.jp/道?質問=答え","title":"港の記録 🚢","publisher":"港湾局","publishedOn":"9999-12-31","medium":"pdf","kind":"secondary",
            """ + """
            "confidential":true}
            """),
        new(201, "POST /sources", """
            {"url":"https://example.org/%E2%9C%93?a=1&b=2","title":"-5 degrees","medium":"image","kind":"expert"}
            """),
        new(201, "POST /sources", """{"title":" leading space","medium":"video","kind":"dataset"}"""),
        new(201, "POST /sources", """{"title":"Γιώργος ο ΣΟΦΌΣ","medium":"audio","kind":"interview","confidential":true}"""),
        new(201, "POST /sources", """{"title":"שלום \u202Eעולם\u202C","author":"𝔘𝔫𝔦𝔠𝔬𝔡𝔢","medium":"dataset"}"""),
        new(201, "POST /sources", """{"title":"İstanbul ıssız","publisher":"Belediye","medium":"interview"}"""),
        new(201, "POST /sources", """{"title":"100%_sure \\ 'quoted' \"twice\"; drop table sources","medium":"metadata"}"""),
        new(201, "POST /sources", """{"title":"👩‍👩‍👧‍👦 family","medium":"other"}"""),
        new(201, "POST /sources", $$"""
            {"url":"{{Texts.Url("https://example.org/long/")}}","title":"{{Texts.Han(500)}}","publisher":"{{Texts.Han(800)}}",
            """ + $$"""
            "author":"{{Texts.Han(1_000)}}"}
            """),
        new(200, "POST /sources", $$"""{"url":"{{Texts.Url("https://example.org/long/")}}"}"""),
        new(201, "POST /sources", $$"""{"url":"https://example.org/{{Texts.Han(2_000)}}"}"""),
        new(200, "POST /sources", $$"""{"url":"https://example.org/{{Texts.Han(2_000)}}"}"""),
        new(400, "POST /sources", $$"""{"url":"{{Texts.Url("https://example.org/longer/")}}x"}"""),
        new(400, "POST /sources", """{"url":"ftp://example.org/"}"""),
        new(400, "POST /sources", """{"title":"Copy","archivedUrl":"ftp://example.org/"}"""),
        new(400, "POST /sources", """{"author":"Nobody"}"""),
        new(400, "POST /sources", """{"title":"Nul \u0000 in it"}"""),
        new(400, "POST /sources", """{"title":"Half \uD83D of a pair"}"""),
        new(400, "POST /sources", """{"title":"When","publishedOn":"2026-02-30"}"""),
        new(200, "GET /sources/1"),
        new(304, "GET /sources/1") { IfNoneMatch = "*" },
        new(200, "PATCH /sources/1", """{"publishedOn":"2024-02-29","confidential":true,"reliabilityNote":null,"author":"Ångström"}"""),
        new(200, "PATCH /sources/5", """
            {"url":"https://EXAMPLE.net/a%20b","title":"Zürich","accessedOn":"2024-02-29","archivedUrl":"https://EXAMPLE.net/Copy"}
            """),
        new(409, "PATCH /sources/5", """{"url":"https://www.example.org/Register"}"""),
        new(412, "PATCH /sources/5", """{"title":"Too late"}""") { IfMatch = "\"0123456789abcdef0123456789abcdef\"" },
        new(400, "PATCH /sources/5", """{"title":null,"url":null}"""),
        new(404, "PATCH /sources/4711", """{"title":"Gone"}"""),
        .. Step.Reads("/sources/3", "/sources/5", "/sources/7", "/sources/11", "/sources/12"),
    ];
}
