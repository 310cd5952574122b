namespace ClaimTracker.Api.Tests.SameAnswers.Steps;

internal static class CommentSteps
{
    public static readonly IReadOnlyList<Step> All =
    [
        new(201, "POST /comments", """
            {"subject":"claim/7","text":"Ask @\"noor  haddad\" or @BO SØRENSEN: 👩‍👩‍👧‍👦?","anchor":{"start":0,"end":7}}
            """),
        new(201, "POST /comments", """
            {"subject":"claim/7","text":"@Bo Sørensens Antwort nennt niemanden.","replyTo":2}
            """) { By = UserSteps.Checker },
        new(201, "POST /comments", """{"subject":"evidence/1","text":"港の記録","anchor":{"start":0,"end":1}}"""),
        new(201, "POST /comments", """{"subject":"sentence/13","text":"ΣΟΦΟΣ","anchor":{"start":0,"end":1}}"""),
        new(201, "POST /comments", """{"subject":"verdict/12","text":"=1+1"}"""),
        new(201, "POST /comments", """{"subject":"claim/8","text":"It goes with its claim. @Noor Haddad"}"""),
        new(201, "POST /comments", """{"subject":"article/4","text":"@Noor Haddad, 港?","anchor":{"start":0,"end":2}}"""),
        new(400, "POST /comments", """{"subject":"article/4711","text":"x"}"""),
        new(400, "POST /comments", """{"subject":"article/4","text":"x","anchor":{"start":0,"end":20001}}"""),
        new(400, "POST /comments", """{"subject":"claim/4711","text":"x"}"""),
        new(400, "POST /comments", """{"subject":"claim/9223372036854775808","text":"x"}"""),
        new(400, "POST /comments", """{"subject":"claim/7","text":"x","replyTo":4}"""),
        new(400, "POST /comments", """{"subject":"claim/7","text":"x","anchor":{"start":0,"end":999}}"""),
        new(200, "PATCH /comments/2", """{"text":"Ask @Bo Sørensen."}"""),
        new(403, "PATCH /comments/2", """{"text":"Mine."}""") { By = UserSteps.Checker },
        new(200, "PATCH /comments/2", """{"resolved":true}""") { By = UserSteps.Checker },
        new(200, "PATCH /comments/3", """{"resolved":true}"""),
        new(200, "PATCH /comments/3", """{"resolved":false}"""),
        new(400, "PATCH /comments/3", """{"text":""}"""),
        new(412, "PATCH /comments/3", """{"resolved":true}""") { IfMatch = "\"late\"" },
        new(404, "PATCH /comments/4711", """{"resolved":true}"""),
        .. Step.Reads(
            "/comments/1", "/comments/2", "/comments/3", "/comments?limit=2&count=true", "/comments?sort=id&limit=3",
            "/comments?sort=-id&limit=500", "/comments?subject=claim/7", "/comments?subject=evidence/1", "/comments?subject=sentence/13",
            "/comments?subject=article/4&count=true",
            "/comments?subject=verdict/12&count=true", "/comments?state=open&count=true", "/comments?state=resolved",
            "/comments?author=BO%20S%C3%98RENSEN", "/comments?q=the&count=true", "/comments?mention=noor%20haddad&count=true",
            "/comments?mention=none&author=me", "/comments?subject=claim/7&state=open&author=Bo%20S%C3%B8rensen&mention=Noor%20Haddad"),
        new(400, "GET /comments?subject=claim"),
        new(400, "GET /comments?state=done"),
        new(404, "GET /comments/4711"),
    ];
}
