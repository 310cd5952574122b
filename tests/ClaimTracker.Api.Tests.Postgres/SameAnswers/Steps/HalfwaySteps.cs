namespace ClaimTracker.Api.Tests.SameAnswers.Steps;

/// <summary>Writes that are refused after they wrote something: none of it stays.</summary>
internal static class HalfwaySteps
{
    public static readonly IReadOnlyList<Step> All =
    [
        new(400, "POST /claims", """
            {"text":"Halfway.","evidence":[{"source":{"id":4711},"excerpt":"From nowhere: the claim is not made.","stance":"supports"}]}
            """),
        new(409, "POST /sentences/8/evidence", """{"source":{"id":1},"excerpt":"On a sentence that is gone.","stance":"supports"}"""),
        new(409, "POST /claims/1/evidence", """
            {"source":{"url":"https://www.tidings.example/Harbour"},
             "excerpt":"The article itself: its source is not made either.","stance":"supports"}
            """),
        .. Step.Reads(
            "/sentences/8", "/claims?count=true&limit=500", "/sources?url=https://tidings.example/Harbour&count=true",
            "/claims/1/evidence"),
    ];
}
