namespace ClaimTracker.Api.Tests.SameAnswers.Steps;

/// <summary>The way of verdicts through review, corrections and retractions; and who has a claim.</summary>
internal static class WorkflowSteps
{
    private const string Correction = """
        {"kind":"correction","reason":"Die Zählung war falsch. 🏙","publicText":"Wir haben eine Zahl berichtigt.","rating":"True",
        """ + """
        "evidenceIds":[1],"reviewDue":"2026-03-01"}
        """;

    public static readonly IReadOnlyList<Step> All =
    [
        new(400, "POST /verdicts/1/corrections", """{"kind":"erratum","reason":"R","publicText":"P"}"""),
        new(400, "POST /verdicts/1/corrections", """{"kind":"update","reason":"R"}"""),
        new(400, "POST /verdicts/1/corrections", """{"kind":"update","reason":"R","publicText":"P","evidenceIds":[4711]}"""),
        new(404, "POST /verdicts/4711/corrections", Correction),
        new(403, "POST /verdicts/1/corrections", Correction) { By = UserSteps.Checker },
        new(201, "POST /verdicts/1/corrections", Correction),
        new(409, "POST /verdicts/1/corrections", Correction),
        new(200, "PATCH /verdicts/12", """
            {"correction":{"kind":"update","publicText":"Wir haben eine Zahl erneuert."},"evidenceIds":null}
            """),
        new(400, "PATCH /verdicts/12", """{"correction":null}"""),
        new(403, "PATCH /verdicts/12", """{"justification":"Not mine."}""") { By = UserSteps.Checker },
        new(403, "POST /verdicts/12/submit") { By = UserSteps.Checker },
        new(200, "POST /verdicts/12/submit"),
        new(409, "PATCH /verdicts/12", """{"justification":"Too late."}"""),
        new(400, "POST /verdicts/12/reject", """{"comment":" "}"""),
        new(200, "POST /verdicts/12/reject", """{"comment":"@Noor Haddad says: \"größer\"?"}""") { By = UserSteps.Colleague },
        new(409, "POST /verdicts/12/reject", """{"comment":"Again."}"""),
        new(404, "POST /verdicts/4711/reject", """{"comment":"Again."}"""),
        new(200, "POST /verdicts/12/submit"),
        new(403, "POST /verdicts/12/approve"),
        new(404, "POST /verdicts/4711/approve"),
        new(200, "POST /verdicts/12/approve") { By = UserSteps.Colleague },
        new(409, "POST /verdicts/12/approve") { By = UserSteps.Colleague },
        new(200, "POST /verdicts/12/publish"),
        new(409, "POST /verdicts/1/corrections", Correction),
        new(409, "POST /verdicts/1/house"),
        new(200, "POST /verdicts/2/house"),
        new(404, "POST /verdicts/4711/house"),
        .. Step.Reads("/verdicts/1", "/verdicts/2", "/verdicts/12", "/claims/1", "/sentences/3"),
        new(400, "POST /verdicts/2/retract", """{"reason":""}"""),
        new(404, "POST /verdicts/4711/retract", """{"reason":"Nothing."}"""),
        new(200, "POST /verdicts/2/retract", """{"reason":"Das Register war gefälscht. 🏗"}"""),
        new(409, "POST /verdicts/2/retract", """{"reason":"Again."}"""),
        new(200, "POST /verdicts/5/retract", """{"reason":"港は開いていない。"}"""),
        new(200, "POST /verdicts/3/submit"),
        new(201, "POST /claims/6/verdicts", """{"rating":"Unproven","justification":"To be approved only."}""") { By = UserSteps.Checker },
        new(200, "POST /verdicts/13/submit") { By = UserSteps.Checker },
        new(200, "POST /verdicts/13/approve"),
        .. Step.Reads(
            "/verdicts/2", "/verdicts/5", "/verdicts/12", "/verdicts/13", "/claims/1", "/claims/4", "/claims/6", "/sentences/3",
            "/sentences/13", "/articles/1/coverage", "/articles/4/coverage"),
        new(200, "POST /verdicts/moves", """{"move":"submit","ids":[1,4711]}"""),
        new(200, "POST /verdicts/moves?atomic=true", """{"move":"publish","ids":[1,4711]}"""),
        new(400, "POST /verdicts/moves", """{"move":"retract","ids":[1]}"""),
        new(200, "PUT /claims/2/assignee", """{"assignee":"noor  HADDAD","message":"Bitte prüfen 🙏"}"""),
        new(200, "PUT /claims/3/assignee", """{"assignee":5}"""),
        new(200, "PUT /claims/3/assignee", """{"assignee":5}"""),
        new(200, "PUT /claims/3/assignee", """{"assignee":null}""") { By = UserSteps.Checker },
        new(200, "PUT /claims/3/assignee", """{"assignee":"Bo Sørensen"}""") { By = UserSteps.Checker },
        new(403, "PUT /claims/2/assignee", """{"assignee":"Bo Sørensen"}""") { By = UserSteps.Checker },
        new(400, "PUT /claims/2/assignee", """{"assignee":"港"}"""),
        new(400, "PUT /claims/2/assignee", """{"assignee":1e300}"""),
        new(400, "PUT /claims/2/assignee", """{"assignee":"Noor Haddad","message":""}"""),
        new(404, "PUT /claims/4711/assignee", """{"assignee":null}"""),
        .. Step.Reads("/claims?assignee=Noor%20Haddad", "/claims?assignee=Bo%20S%C3%B8rensen&count=true", "/claims/2", "/claims/3"),
    ];

    /// <summary>The way of a draft to publication.</summary>
    public static IReadOnlyList<Step> Publish(long verdict) =>
    [
        new(200, $"POST /verdicts/{verdict}/submit"),
        new(200, $"POST /verdicts/{verdict}/approve") { By = UserSteps.Colleague },
        new(200, $"POST /verdicts/{verdict}/publish", "{}"),
    ];
}
