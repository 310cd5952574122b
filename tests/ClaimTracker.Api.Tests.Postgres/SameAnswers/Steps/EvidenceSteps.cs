namespace ClaimTracker.Api.Tests.SameAnswers.Steps;

internal static class EvidenceSteps
{
    public static readonly IReadOnlyList<Step> All =
    [
        new(201, "POST /claims/1/evidence", """
            {"source":{"id":1},"excerpt":"Zürich: 434'335 Einwohner 🏙","locator":{"page":"Ⅻ","timestamp":"00:12:30","section":"Größe",
            """ + """
            "cell":"C4"},
             "stance":"supports","set":1,"note":"Stand 2024","publicNote":"Öffentlich 🏙","question":"Wie viele?","answerType":"number"}
            """),
        new(201, "POST /claims/1/evidence", """
            {"source":{"url":"https://example.org/registry/zürich","title":"Ärzteregister","medium":"dataset","kind":"official"},
             "excerpt":"  spaces kept  ","stance":"partially_supports","set":2147483647,"public":false}
            """),
        new(201, "POST /claims/1/evidence", """{"source":{"url":"http://www.example.org/Register"},"excerpt":"-","stance":"refutes"}"""),
        new(201, "POST /claims/1/evidence", """
            {"source":{"title":"A clerk","medium":"interview","kind":"interview","confidential":true},
             "excerpt":"He said so.","stance":"context","locator":{}}
            """),
        new(201, "POST /claims/1/evidence", $$"""{"source":{"id":11},"excerpt":"{{Texts.Han(10_000)}}","stance":"irrelevant"}"""),
        new(201, "POST /claims/2/evidence", """{"source":{"id":3},"excerpt":"記録によると。","stance":"refutes"}"""),
        new(201, "POST /claims/4/evidence", """{"source":{"id":3},"excerpt":"開港は2024年。","stance":"supports"}"""),
        new(201, "POST /claims/15/evidence", """{"source":{"url":"https://example.org/=cmd"},"excerpt":"=1+1","stance":"supports"}"""),
        new(201, "POST /sentences/14/evidence", """{"source":{"id":3},"excerpt":"四千八百万。","stance":"supports"}"""),
        new(201, "POST /sentences/14/evidence", """
            {"source":{"id":4},"excerpt":"Again, to the claim that it has now.","stance":"context"}
            """),
        new(409, "POST /sentences/7/evidence", """{"source":{"id":1},"excerpt":"Of which claim?","stance":"supports"}"""),
        new(201, "POST /sentences/7/evidence", """{"source":{"id":1},"excerpt":"Of the second.","stance":"supports","claimId":2}"""),
        new(400, "POST /sentences/7/evidence", """{"source":{"id":1},"excerpt":"Of another.","stance":"supports","claimId":3}"""),
        new(400, "POST /sentences/8/evidence", """{"source":{"id":1},"excerpt":"Of none.","stance":"supports","claimId":1}"""),
        new(404, "POST /sentences/4711/evidence", """{"source":{"id":1},"excerpt":"Of nothing.","stance":"supports"}"""),
        new(404, "POST /claims/4711/evidence", """{"source":{"id":1},"excerpt":"Of nothing.","stance":"supports"}"""),
        new(400, "POST /claims/1/evidence", """{"source":{"id":4711},"excerpt":"From nowhere.","stance":"supports"}"""),
        new(400, "POST /claims/1/evidence", """{"source":{"id":1,"title":"Both"},"excerpt":"Both.","stance":"agrees"}"""),
        new(400, "POST /claims/1/evidence", """{"source":{"id":1,"title":"Both"},"excerpt":"Both.","stance":"context","set":0}"""),
        new(400, "POST /claims/1/evidence", """{"excerpt":" "}"""),
        new(200, "PATCH /evidence/1", """{"note":null,"locator":{"page":"12","cell":null}}"""),
        new(200, "PATCH /evidence/6", """{"note":"Notiz: ß","excerpt":"記録によると 🗾。","public":false,"publicNote":"公開の注"}"""),
        new(200, "PATCH /evidence/6", """{"public":null}"""),
        new(400, "PATCH /evidence/6", """{"public":"no"}"""),
        new(400, "PATCH /evidence/6", """{"excerpt":null}"""),
        new(412, "PATCH /evidence/6", """{"note":"late"}""") { IfMatch = "\"late\"" },
        new(404, "PATCH /evidence/4711", """{"note":"gone"}"""),
        new(201, "PUT /evidence/1/claims/2", """
            {"stance":"refutes","set":1,"note":"Auch hier","question":"¿Cuántos?","answerType":"número"}
            """),
        new(409, "PUT /evidence/1/claims/2", """
            {"stance":"refutes","set":1,"note":"Auch hier","question":"¿Cuántos?","answerType":"número"}
            """),
        new(200, "PUT /evidence/1/claims/2", """{"stance":"partially_supports"}"""),
        new(201, "PUT /evidence/3/claims/3", """{"stance":"context"}"""),
        new(400, "PUT /evidence/1/claims/2", "{}"),
        new(404, "PUT /evidence/1/claims/4711", """{"stance":"context"}"""),
        new(404, "PUT /evidence/4711/claims/1", """{"stance":"context"}"""),
        new(204, "DELETE /evidence/3/claims/3"),
        new(404, "DELETE /evidence/3/claims/3"),
        .. Step.Reads(
            "/evidence/1", "/evidence/5", "/evidence/6", "/claims/1/evidence", "/claims/1/evidence?limit=2&count=true",
            "/claims/1/evidence?stance=supports", "/claims/1/evidence?stance=partially_supports",
            "/claims/1/evidence?stance=refutes&count=true", "/claims/1/evidence?stance=context", "/claims/1/evidence?stance=irrelevant",
            "/claims/7/evidence?count=true", "/sentences/7/evidence", "/sentences/7/evidence?limit=1&count=true",
            "/sentences/14/evidence?limit=1", "/sentences/8/evidence?count=true", "/sentences/14", "/claims/1", "/sources/14"),
        .. Step.Reads(
            "/evidence?q=EINWOHNER%20🏙", "/evidence?q=größe", "/evidence?q=ärzteregister&count=true", "/evidence?q=notiz:%20ß",
            "/evidence?q=he%20said", "/evidence?q=note:notiz", "/evidence?q=公開の注&stance=refutes"),
        new(400, $"GET /evidence?q={new string('x', 1001)}"),
        new(400, "GET /evidence?q=%25"),
        new(404, "GET /evidence/4711"),
        new(404, "GET /claims/4711/evidence"),
        new(404, "GET /sentences/4711/evidence"),
        new(400, "GET /claims/1/evidence?stance=Supports"),
    ];
}
