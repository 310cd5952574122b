namespace ClaimTracker.Api.Tests.SameAnswers.Steps;

/// <summary>What waits for the people of the script after all that they did.</summary>
internal static class InboxSteps
{
    public static readonly IReadOnlyList<Step> All =
    [
        .. Step.Reads("/me/inbox?limit=1&count=true", "/me/inbox?fields=reason,subject,since&limit=500"),
        .. new[] { "assigned", "rejected", "to_approve", "to_publish", "mentioned", "answered", "recheck", "review_due" }
            .Select(static reason => new Step(200, $"GET /me/inbox?reason={reason}") { By = UserSteps.Colleague }),
        new(200, "GET /me/inbox") { By = UserSteps.Checker },
        new(200, "GET /verdicts?waitingFor=me&limit=2&count=true") { By = UserSteps.Colleague },
        .. Step.Reads("/exports/verdicts.csv?waitingFor=me", "/exports/verdicts.jsonl?waitingFor=me"),
        new(204, "PUT /me/inbox/read", """{"upTo":"2026-03-05T12:00:00.123456Z"}"""),
        new(400, "PUT /me/inbox/read", """{"upTo":"9999-12-31T23:59:59Z"}"""),
        .. Step.Reads("/me/inbox?unread=true&count=true", "/me/inbox?unread=false&count=true"),
        new(400, "GET /me/inbox?reason=curious"),
        new(400, "GET /me/inbox?cursor=AAAA"),
    ];
}
