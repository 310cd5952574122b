namespace ClaimTracker.Api.Tests.SameAnswers.Steps;

internal static class RatingScaleSteps
{
    public static readonly IReadOnlyList<Step> All =
    [
        new(200, "GET /rating-scales/1"),
        new(201, "POST /rating-scales", """
            {"name":"Größe","ratings":[
                {"name":"ÄRGER","value":0.1,"colour":"#b2182b","definition":"Ändern.","needsChange":true,"needsEvidence":true},
                {"name":"ok","value":0.30000000000000004,"colour":"#2166AC","needsChange":false,"needsEvidence":false},
                {"name":"❓","needsEvidence":false}]}
            """),
        new(201, "POST /rating-scales", """
            {"name":"数値","ratings":[
                {"name":"least","value":-1.7976931348623157e308},
                {"name":"minus","value":-1e-7},
                {"name":"tiny","value":5e-324},
                {"name":"third","value":0.3333333333333333},
                {"name":"whole","value":9007199254740993},
                {"name":"vast","value":1e300},
                {"name":"most","value":1.7976931348623157e308}]}
            """),
        new(201, "POST /rating-scales", """{"name":" - blanks before","ratings":[{"name":"Nein"},{"name":"ja"},{"name":"Ja, ja"}]}"""),
        new(201, "POST /rating-scales", """
            {"name":"Zero","ratings":[{"name":"Minus zero","value":-0.0},{"name":"Zero","value":0},{"name":"One","value":1.0}]}
            """),
        new(201, "POST /rating-scales", $$"""
            {"name":"{{Texts.Han(500, 3)}}","ratings":[{"name":"{{Texts.Han(100)}}"},{"name":"{{Texts.Han(100, 2)}}"}]}
            """),
        new(201, "POST /rating-scales", """{"name":"GRÖSSE","ratings":[{"name":"No"},{"name":"Yes"}]}"""),
        new(409, "POST /rating-scales", """{"name":" grÖße ","ratings":[{"name":"No"},{"name":"Yes"}]}"""),
        new(409, "POST /rating-scales", """{"name":"Gro\u0308ße","ratings":[{"name":"No"},{"name":"Yes"}]}"""),
        new(400, "POST /rating-scales", """{"name":"Twice","ratings":[{"name":"É"},{"name":"e\u0301"}]}"""),
        new(400, "POST /rating-scales", """{"name":"Beyond","ratings":[{"name":"No","value":1e999},{"name":"Yes","value":0}]}"""),
        new(400, "POST /rating-scales", """{"name":"Alone","ratings":[{"name":"No","colour":"red"}]}"""),
        .. Step.Reads(
            "/rating-scales/2", "/rating-scales/3", "/rating-scales/4", "/rating-scales/5", "/rating-scales/6", "/rating-scales",
            "/rating-scales?limit=2&count=true"),
        new(200, "GET /settings/check-worthiness"),
        new(200, "GET /settings/check-worthiness/rescoring"),
        new(200, "PUT /settings/check-worthiness", """
            {"prior":-0.1,"weights":[{"component":"numbers","weight":2.25},{"component":"short","weight":-0.0}]}
            """),
        new(200, "GET /settings/check-worthiness"),
        new(400, "PUT /settings/check-worthiness", """{"weights":[{"component":"mood","weight":1}]}"""),
        new(200, "POST /settings/check-worthiness/fit"),
        new(200, "GET /statistics/triage"),
        new(404, "GET /rating-scales/4711"),
        new(404, "GET /rating-scales/9223372036854775807"),
    ];
}
