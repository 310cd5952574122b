namespace ClaimTracker.Api.Tests.SameAnswers.Steps;

internal static class VerdictSteps
{
    public static readonly IReadOnlyList<Step> All =
    [
        new(201, "POST /claims/1/verdicts", """
            {"rating":"TRUE","justification":"Das Register sagt es: 434'335 🏙","validAsOf":"2026-03-05","reviewDue":"9999-12-31"}
            """),
        new(201, "POST /claims/1/verdicts", """
            {"rating":"ärger","scale":"GRÖßE","justification":"- so not","evidenceIds":[3,1],"validAsOf":"0001-01-01"}
            """),
        new(201, "POST /claims/1/verdicts", """{"rating":0.1,"scale":2,"justification":"The value as a number.","evidenceIds":[4]}"""),
        new(201, "POST /claims/2/verdicts", """{"rating":1e300,"scale":3,"justification":"=vast"}"""),
        new(201, "POST /claims/4/verdicts", """{"rating":"True","justification":"港は開いた。"}"""),
        new(201, "POST /claims/15/verdicts", """
            {"rating":5,"justification":"=1+1\n\"two\"","review":{"url":"https://checks.example/=1+1","title":"Überprüfung"}}
            """),
        new(201, "POST /claims/5/verdicts", """{"rating":"False","justification":"Nobody believes it.","evidenceIds":[]}"""),
        new(201, "POST /claims/5/verdicts", """{"rating":"unproven","justification":"Nothing was found."}"""),
        new(201, "POST /claims/6/verdicts", """{"rating":"❓","scale":"größe","justification":"Ohne Beleg."}"""),
        new(201, "POST /claims/7/verdicts", """{"rating":-0.0,"scale":"Zero","justification":"Minus zero is zero."}"""),
        new(201, "POST /claims/18/verdicts", $$"""
            {"rating":"{{Texts.Han(100, 2)}}","scale":"{{Texts.Han(500, 3)}}","justification":"{{Texts.Han(20_000)}}"}
            """),
        new(400, "POST /claims/1/verdicts", """{"rating":"Wrong","justification":"No such rating."}"""),
        new(400, "POST /claims/1/verdicts", """
            {"rating":"most","scale":"数値 ","justification":"The number is not there.","evidenceIds":[6]}
            """),
        new(400, "POST /claims/1/verdicts", """{"rating":0.3,"scale":"Größe","justification":"Near is not there."}"""),
        new(400, "POST /claims/1/verdicts", """{"rating":1,"scale":1.5,"justification":"No such scale."}"""),
        new(400, "POST /claims/1/verdicts", """{"rating":1,"scale":1e300,"justification":"No such scale."}"""),
        new(400, "POST /claims/1/verdicts", """{"rating":true,"justification":"No name, no number."}"""),
        new(400, "POST /claims/1/verdicts", """{"rating":1,"justification":"x","evidenceIds":[1,1]}"""),
        new(400, "POST /claims/1/verdicts", """{"rating":1,"justification":"x","evidenceIds":[9223372036854775807]}"""),
        new(404, "POST /claims/4711/verdicts", """{"rating":1,"justification":"Of nothing."}"""),
        new(200, "PATCH /verdicts/1", """{"rating":4,"justification":"Fast richtig.","evidenceIds":[5,2,1],"reviewDue":null}"""),
        new(200, "PATCH /verdicts/4", """{"scale":"数値","rating":5e-324}"""),
        new(400, "PATCH /verdicts/4", """{"scale":"Truth"}"""),
        new(400, "PATCH /verdicts/4", """{"rating":null}"""),
        new(412, "PATCH /verdicts/4", """{"justification":"late"}""") { IfMatch = "\"late\"" },
        new(404, "PATCH /verdicts/4711", """{"justification":"gone"}"""),
        .. WorkflowSteps.Publish(1),
        .. WorkflowSteps.Publish(2),
        .. WorkflowSteps.Publish(4),
        .. WorkflowSteps.Publish(5),
        .. WorkflowSteps.Publish(6),
        .. WorkflowSteps.Publish(8),
        new(409, "POST /verdicts/1/publish"),
        new(409, "POST /verdicts/7/submit"),
        new(409, "POST /verdicts/11/submit"),
        new(404, "POST /verdicts/4711/publish"),
        new(400, "POST /verdicts/3/publish", """{"now":true}"""),
        new(409, "PATCH /verdicts/1", """{"justification":"Changed my mind."}"""),
        new(200, "PATCH /verdicts/1", """{"review":{"url":"https://checks.example/zürich","title":"Wie groß ist Zürich?"}}"""),
        new(200, "PATCH /evidence/1", """{"excerpt":"Changed after it was cited."}"""),
        new(200, "PATCH /sources/3", """{"confidential":true,"title":"港の記録 (改)"}"""),
        .. WorkflowSteps.Publish(9),
        .. Step.Reads(
            "/verdicts/1", "/verdicts/2", "/verdicts/4", "/verdicts/10", "/verdicts/11", "/claims/1", "/claims/5", "/claims/15",
            "/sentences/3", "/sentences/7", "/sentences/13", "/articles/1", "/articles/4"),
        new(404, "GET /verdicts/4711"),
    ];
}
