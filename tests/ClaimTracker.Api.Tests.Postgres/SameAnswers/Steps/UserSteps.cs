namespace ClaimTracker.Api.Tests.SameAnswers.Steps;

internal static class UserSteps
{
    /// <summary>An editor who approves what the admin submits.</summary>
    public const string Colleague = "colleague";

    public const string Checker = "checker";

    public static readonly IReadOnlyList<Step> All =
    [
        new(201, "POST /users", """{"name":"Zoë Ärmel","email":"zoë@desk.example","role":"checker"}"""),
        new(201, "POST /users", """{"name":"港","role":"admin","alsoEditor":true}"""),
        new(409, "POST /users", """{"name":"ZOË  ÄRMEL","role":"reader"}"""),
        new(400, "POST /users", """{"name":"x","role":"public"}"""),
        new(400, "POST /users", """{"name":"x","role":"editor","alsoEditor":true}"""),
        new(200, "PATCH /users/2", """{"role":"editor","email":null}"""),
        new(400, "PATCH /users/2", """{"name":"Another"}"""),
        new(412, "PATCH /users/2", """{"role":"reader"}""") { IfMatch = "\"late\"" },
        new(201, "POST /users/2/keys", """{"label":"Mühle","expiresAt":"9999-12-31T23:59:59.999999Z"}"""),
        new(201, "POST /users/2/keys", "{}"),
        new(400, "POST /users/2/keys", """{"expiresAt":"2001-01-01T00:00:00Z"}"""),
        new(404, "POST /users/4711/keys", "{}"),
        new(201, "POST /users/2/keys/2/rotate", """{"overlapHours":3}"""),
        new(204, "DELETE /users/2/keys/3"),
        new(204, "DELETE /users/2/keys/3"),
        new(409, "POST /users/2/keys/3/rotate", "{}"),
        new(404, "DELETE /users/3/keys/2"),
        .. Step.Reads("/users?limit=1&count=true", "/users/2", "/users/2/keys?limit=1&count=true", "/users/2/keys/2"),
        new(204, "DELETE /users/3"),
        new(404, "DELETE /users/4711"),
        new(409, "PATCH /users/3", """{"role":"reader","alsoEditor":false}"""),
        new(409, "POST /users/3/keys", "{}"),
        new(409, "DELETE /users/1"),
        .. Step.Reads("/users?limit=500", "/users/2/keys?limit=500"),
        new(201, "POST /users", """{"name":"Noor Haddad","role":"editor"}"""),
        new(201, "POST /users/4/keys", "{}") { Keeps = Colleague },
        new(201, "POST /users", """{"name":"Bo Sørensen","role":"checker"}"""),
        new(201, "POST /users/5/keys", "{}") { Keeps = Checker },
        new(200, "PATCH /users/5", """{"displayName":"Bö"}"""),
        new(200, "PATCH /me", """{"displayName":"Чиф"}""") { By = Checker, IfMatch = "*" },
        new(409, "PATCH /me", """{"displayName":"ZOË  ärmel"}""") { By = Checker, IfMatch = "*" },
        new(400, "PATCH /me", """{"displayName":"me"}"""),
        new(412, "PATCH /me", """{"displayName":"Late"}""") { IfMatch = "\"late\"" },
        new(401, "GET /me") { By = null },
        new(200, "GET /me") { By = Checker },
        .. Step.Reads(
            "/me", "/people?limit=2&count=true", "/people?q=%C3%A4r", "/people?q=%D1%87", "/people?role=reader", "/people?role=checker",
            "/people?role=editor&q=noor", "/people?role=admin"),
        new(400, "GET /people?role=public"),
        new(404, "GET /users/4711"),
        new(404, "GET /users/2/keys/4711"),
        new(404, "GET /users/4711/keys"),
    ];
}
