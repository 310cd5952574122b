namespace ClaimTracker.Api.Tests.SameAnswers.Steps;

/// <summary>Fields of the desk's own, and what claims, articles and sources have of them.</summary>
internal static class FieldSteps
{
    private static readonly IReadOnlyList<Step> OfArticlesAndSources =
    [
        new(201, "POST /fields", """{"on":"article","name":"Topic","type":"choices","choices":["Größe","ÄRZTE","🚢"],"required":true}"""),
        new(201, "POST /fields", """{"on":"source","name":"topic","type":"text"}"""),
        new(201, "POST /fields", """{"on":"source","name":"share","type":"number"}"""),
        new(409, "POST /fields", """{"on":"source","name":"SHARE","type":"bool"}"""),
        new(400, "POST /articles", """{"text":"Ohne Pflichtfeld 🚢."}"""),
        new(400, "PATCH /articles/1", """{"fields":{"Topic":["größe"]}}"""),
        new(200, "PATCH /articles/1", """{"fields":{"Topic":["🚢","ÄRZTE"]}}"""),
        new(400, "PATCH /articles/1", """{"fields":{"Topic":null}}"""),
        new(200, "PATCH /fields/8", """{"required":false}"""),
        new(409, "PATCH /fields/8", """{"choices":["Größe"]}"""),
        new(409, "DELETE /fields/8"),
        new(200, "PATCH /sources/1", $$$"""{"fields":{"topic":"{{{Texts.Han(1000, 7)}}}","share":-0.0}}"""),
        new(200, "PATCH /sources/3", """{"fields":{"topic":"ΣΟΦΌΣ","share":0.30000000000000004}}"""),
        new(400, "PATCH /sources/3", """{"fields":{"share":"1"}}"""),
        new(201, "POST /sources", """{"title":"Mit Feld","fields":{"topic":"σοφόσ"}}"""),
        new(400, "POST /claims/1/evidence", """
            {"source":{"title":"Feld","fields":{"nothing":1}},"excerpt":"Falsch.","stance":"context"}
            """),
        .. Step.Reads(
            "/articles/1", "/articles?fields.Topic=ärzte", "/articles?fields.Topic=größe", "/articles?limit=2&fields=id,fields",
            "/sources/1", "/sources/3", "/sources?fields.share=0", $"/sources?fields.topic={Texts.Han(1000, 7)}",
            "/sources?fields.topic=ΣΟΦΌΣ&count=true", "/evidence/1", "/history?subject=source/3", "/fields?limit=20",
            "/exports/verdicts.csv?articleId=1", "/exports/verdicts.jsonl"),
        new(400, "GET /articles?fields.topic=1"),
        new(400, "GET /sources?fields.share=one"),
    ];

    public static readonly IReadOnlyList<Step> All =
    [
        new(201, "POST /fields", """{"on":"claim","name":"topic","type":"choice","choices":["Größe","ÄRZTE","🚢"]}"""),
        new(201, "POST /fields", """{"on":"claim","name":"Remark","type":"text"}"""),
        new(201, "POST /fields", """{"on":"claim","name":"share","type":"number"}"""),
        new(201, "POST /fields", """{"on":"claim","name":"due","type":"date"}"""),
        new(201, "POST /fields", """{"on":"claim","name":"link","type":"url"}"""),
        new(201, "POST /fields", """{"on":"claim","name":"hot","type":"bool"}"""),
        new(201, "POST /fields", """{"on":"claim","name":"desks","type":"choices","choices":["News","Sport"]}"""),
        new(409, "POST /fields", """{"on":"claim","name":"TOPIC","type":"text"}"""),
        new(400, "POST /fields", """{"on":"verdict","name":"a","type":"text"}"""),
        new(400, "POST /fields", """{"on":"claim","name":"é","type":"text"}"""),
        new(400, "POST /fields", """{"on":"claim","name":"a","type":"choice","choices":["É","e\u0301"]}"""),
        new(200, "PATCH /claims/1", $$"""
            {"fields":{"topic":"ÄRZTE","Remark":"{{Texts.Han(1000, 7)}}","share":0.30000000000000004,"due":"0001-01-01",
            """ + """
            "link":"https://例え.jp/道?質問=答え","hot":true,"desks":["Sport","News"]}}
            """),
        new(200, "PATCH /claims/3", """{"fields":{"topic":"🚢","share":-0.0,"hot":false,"desks":[],"Remark":"σοφός"}}"""),
        new(200, "PATCH /claims/3", """{"fields":{"topic":"Größe","hot":null}}"""),
        new(400, "PATCH /claims/3", """{"fields":{"topic":"größe"}}"""),
        new(400, "PATCH /claims/3", """{"fields":{"share":"1"}}"""),
        new(400, "PATCH /claims/3", """{"fields":{"nothing":1}}"""),
        new(400, "PATCH /claims/3", """{"fields":{"Remark":"\u0000"}}"""),
        new(400, "POST /claims", """{"text":"Falsch.","fields":{"due":"2026-02-30"}}"""),
        .. Step.Reads(
            "/fields", "/fields?ids=1,2&etags=true&fields=name,etag",
            "/fields?limit=3&count=true", "/fields/1", "/fields/7", "/claims/1", "/claims/3",
            "/claims?fields.topic=ärzte", "/claims?fields.topic=GRÖßE", "/claims?fields.share=0",
            "/claims?fields.share=3.0000000000000004e-1", "/claims?fields.hot=true", "/claims?fields.hot=false",
            "/claims?fields.due=0001-01-01", "/claims?fields.link=https://例え.jp/道?質問=答え", "/claims?fields.desks=sport&fields.hot=true",
            $"/claims?fields.Remark={Texts.Han(1000, 7)}", "/claims?fields.Remark=ΣΟΦΟΣ&count=true", "/claims/1/history",
            "/exports/verdicts.csv", "/exports/verdicts.jsonl", "/exports/verdicts.csv?articleId=1"),
        new(400, "GET /claims?fields.nothing=1"),
        new(400, "GET /claims?fields.share=one"),
        new(400, "GET /claims?fields.topic=Wetter"),
        new(409, "PATCH /fields/1", """{"choices":["ÄRZTE","🚢"]}"""),
        new(200, "PATCH /fields/1", """{"choices":["Größe","ÄRZTE"],"name":"subject_1","required":true}"""),
        new(409, "PATCH /fields/1", """{"type":"text","choices":null}"""),
        new(409, "PATCH /fields/2", """{"name":"SHARE"}"""),
        new(400, "POST /claims", """{"text":"Ohne Pflichtfeld."}"""),
        new(400, "PATCH /claims/1", """{"fields":{"subject_1":null}}"""),
        new(200, "PATCH /fields/1", """{"required":false}"""),
        new(201, "POST /lists", """{"name":"Heiß","query":"fields.hot=true"}"""),
        .. Step.Reads("/claims/3", "/claims?fields.subject_1=größe", "/lists/5", "/lists/5/claims", "/verdicts?list=5&sort=id"),
        new(409, "PATCH /fields/6", """{"name":"cold"}"""),
        new(409, "DELETE /fields/1"),
        new(412, "DELETE /fields/5") { IfMatch = "\"late\"" },
        new(200, "PATCH /claims/1", """{"fields":{"link":null}}"""),
        new(204, "DELETE /fields/5"),
        new(404, "DELETE /fields/5"),
        new(404, "GET /fields/5"),
        new(404, "GET /fields/4711"),
        new(404, "PATCH /fields/4711", "{}"),
        .. OfArticlesAndSources,
    ];
}
