using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.History;

/// <summary>No write bypasses the history.</summary>
public sealed class EveryWriteTests(ApiHost host) : IClassFixture<ApiHost>
{
    private const string Evidence = """{"source":{"url":"https://example.org/a"},"excerpt":"As it says.","stance":"supports"}""";
    private const string Reason = """{"reason":"Order of the court of Port Alden, 12/2026."}""";
    private const string Text = "The harbour opened in 1998. It cost 48 million dollars. She spoke on Monday, and she left on Tuesday.";

    /// <summary>
    /// Routes that take a body and write nothing, or only how far the caller has read. And subscriptions, which go on changing behind the
    /// answer: their own tests look at their events.
    /// </summary>
    private static readonly string[] Readers =
    [
        "LocateQuote", "SplitIntoSentences", "MatchText", "MatchArticle", "MarkInboxRead", "FitCheckWorthiness", "StartImport", "Reconcile",
        "CreateSubscription", "FetchSubscription", "DeleteSubscription",
    ];

    /// <summary>Every write, in an order in which each finds what it needs, with the ids that a new database gives.</summary>
    private static readonly (string Endpoint, string Request, string? Body)[] Writes =
    [
        ("CreateArticle", "POST /articles", $$"""{"text":"{{Text}}"}"""),
        ("EditArticle", "PATCH /articles/1", """{"title":"The harbour"}"""),
        ("TriageSentence", "PATCH /sentences/1", """{"state":"not_checkable"}"""),
        ("TriageSentences", "PATCH /articles/1/sentences", """{"items":[{"id":2,"state":"not_checkable"},{"id":2000,"state":"open"}]}"""),
        ("SplitSentence", "POST /sentences/3/split", """{"at":77}"""),
        ("MergeSentences", "POST /articles/1/sentences/merge", """{"ids":[4,5]}"""),
        ("EditBlock", "PATCH /articles/1/blocks/0", """{"type":"quote"}"""),
        ("ReviseArticle", "PUT /articles/1/text", $$"""{"text":"{{Text}} Nobody was hurt."}"""),
        ("ReviseArticle", "PUT /articles/1/text", $$"""{"html":"<p>{{Text}} Nobody was hurt.</p><nav>It never opened to a ship.</nav>"}"""),
        ("ConfirmReading", "POST /articles/1/reading/confirm", null),
        ("CreateClaimOfSentence", "POST /sentences/2/claims", """{"text":"It cost 48 million."}"""),
        ("CreateClaim", "POST /claims", """{"text":"The mayor spoke."}"""),
        ("CreateClaimsInBulk", "POST /claims/bulk", """{"text":"Nobody was hurt."}"""),
        ("CreateField", "POST /fields", """{"on":"claim","name":"topic","type":"choices","choices":["News","Sport"]}"""),
        ("EditField", "PATCH /fields/1", """{"name":"section"}"""),
        ("CreateField", "POST /fields", """{"on":"claim","name":"unused","type":"bool"}"""),
        ("DeleteField", "DELETE /fields/2", null),
        ("CreateField", "POST /fields", """{"on":"article","name":"section","type":"text"}"""),
        ("EditArticle", "PATCH /articles/1", """{"fields":{"section":"Harbour"}}"""),
        ("EditClaim", "PATCH /claims/2", """{"headline":"The mayor","fields":{"section":["Sport","News"]}}"""),
        ("RelateClaim", "PUT /claims/2/relations/1", """{"relation":"quotes"}"""),
        ("RelateClaim", "PUT /claims/1/relations/2", """{"relation":"same","note":"By ear."}"""),
        ("UnrelateClaim", "DELETE /claims/2/relations/1", null),
        ("RelateClaim", "PUT /claims/1/relations/2", """{"relation":"opposite"}"""),
        ("DecideMatch", "PUT /claims/2/matches/1", """{"state":"rejected"}"""),
        ("DecideMatch", "PUT /claims/1/matches/2", """{"state":"confirmed","relation":"broader"}"""),
        ("LinkSentence", "PUT /sentences/1/claims/2", """{"role":"repeats"}"""),
        ("UnlinkSentence", "DELETE /sentences/1/claims/2", null),
        ("AttachEvidence", "POST /claims/1/evidence", Evidence),
        ("AttachEvidenceToSentence", "POST /sentences/2/evidence", Evidence),
        ("EditEvidence", "PATCH /evidence/1", """{"note":"Seen."}"""),
        ("LinkEvidence", "PUT /evidence/1/claims/2", """{"stance":"refutes"}"""),
        ("UnlinkEvidence", "DELETE /evidence/1/claims/2", null),
        ("DraftVerdict", "POST /claims/1/verdicts", """{"rating":"True","justification":"As the evidence says.","evidenceIds":[1]}"""),
        ("EditVerdict", "PATCH /verdicts/1", """{"justification":"As it says."}"""),
        ("SubmitVerdict", "POST /verdicts/1/submit", null),
        ("RejectVerdict", "POST /verdicts/1/reject", """{"comment":"Not yet."}"""),
        ("SubmitVerdict", "POST /verdicts/1/submit", null),
        ("ApproveVerdict", "POST /verdicts/1/approve", null),
        ("PublishVerdict", "POST /verdicts/1/publish", null),
        ("CorrectVerdict", "POST /verdicts/1/corrections", """{"kind":"correction","reason":"A slip.","publicText":"It was a slip."}"""),
        ("DraftVerdict", "POST /claims/1/verdicts", """{"rating":"False","justification":"As others say.","evidenceIds":[1]}"""),
        ("SubmitVerdict", "POST /verdicts/3/submit", null),
        ("ApproveVerdict", "POST /verdicts/3/approve", null),
        ("PublishVerdict", "POST /verdicts/3/publish", null),
        ("DraftVerdict", "POST /claims/1/verdicts", """{"rating":"False","justification":"As few say.","evidenceIds":[1]}"""),
        ("SubmitVerdict", "POST /verdicts/4/submit", null),
        ("WithdrawSubmission", "DELETE /verdicts/4/submission", null),
        ("DeleteVerdict", "DELETE /verdicts/4", null),
        ("ChooseHouseVerdict", "POST /verdicts/3/house", null),
        ("MoveVerdicts", "POST /verdicts/moves", """{"move":"submit","ids":[2]}"""),
        ("RetractVerdict", "POST /verdicts/3/retract", """{"reason":"It was wrong."}"""),
        ("AssignClaim", "PUT /claims/2/assignee", """{"assignee":"Second editor","message":"Please look."}"""),
        ("CreateList", "POST /lists", """{"name":"The harbour","note":"For Sunday."}"""),
        ("EditList", "PATCH /lists/1", """{"public":true}"""),
        ("PutClaimOnList", "PUT /lists/1/claims/2", "{}"),
        ("PutClaimOnList", "PUT /lists/1/claims/1", """{"position":3,"note":"Third."}"""),
        ("TakeClaimOffList", "DELETE /lists/1/claims/1", null),
        ("CreateList", "POST /lists", """{"name":"Open","query":"status=open"}"""),
        ("DeleteList", "DELETE /lists/2", null),
        ("CreateComment", "POST /comments", """{"subject":"claim/2","text":"See @\"Second editor\"."}"""),
        ("CreateComment", "POST /comments", """{"subject":"evidence/2","text":"Seen."}"""),
        ("CreateComment", "POST /comments", """{"subject":"article/1","text":"Read."}"""),
        ("EditComment", "PATCH /comments/2", """{"resolved":true}"""),
        ("MergeClaim", "POST /claims/3/merge", """{"into":2,"reason":"The same in other words."}"""),
        ("UnmergeClaim", "POST /claims/3/unmerge", """{"reason":"They differ."}"""),
        ("DeleteEvidence", "DELETE /evidence/2", null),
        ("DeleteClaim", "DELETE /claims/2", null),
        ("CreateArticle", "POST /articles", """{"text":"It goes again."}"""),
        ("DeleteArticle", "DELETE /articles/2", null),
        ("CreateSource", "POST /sources", """{"url":"https://example.org/b"}"""),
        ("EditSource", "PATCH /sources/2", """{"title":"B"}"""),
        ("DeleteSource", "DELETE /sources/2", null),
        ("CreateArticle", "POST /articles", """{"text":"The fare is 4 dollars [see the table]. The bus was late [note: seen]."}"""),
        ("DismissCitation", "POST /citations/1/dismiss", """{"reason":"No table says so."}"""),
        ("AcceptCitation", "POST /citations/1/accept", """{"stance":"supports"}"""),
        ("DeleteEvidence", "DELETE /evidence/3", null),
        ("CreateRatingScale", "POST /rating-scales", """{"name":"Two","ratings":[{"name":"No"},{"name":"Yes"}]}"""),
        ("SetCheckWorthiness", "PUT /settings/check-worthiness", """{"weights":[{"component":"numbers","weight":2}]}"""),
        ("EraseComment", "POST /comments/4/erase", Reason),
        ("EraseEvidence", "POST /evidence/1/erase", Reason),
        ("EraseSource", "POST /sources/1/erase", Reason),
        ("EraseArticle", "POST /articles/1/erase", Reason),
        ("CreateUser", "POST /users", """{"name":"Zoe","role":"checker"}"""),
        ("EditUser", "PATCH /users/3", """{"role":"editor"}"""),
        ("EditMe", "PATCH /me", """{"displayName":"The desk"}"""),
        ("CreateKey", "POST /users/3/keys", """{"label":"desk"}"""),
        ("RotateKey", "POST /users/3/keys/3/rotate", """{"overlapHours":1}"""),
        ("RevokeKey", "DELETE /users/3/keys/4", null),
        ("RemoveUser", "DELETE /users/3", null),
    ];

    /// <summary>Writes that someone other than the author must do.</summary>
    private static readonly string[] OfColleague = ["RejectVerdict", "ApproveVerdict"];

    [Fact]
    public async Task Every_write_leaves_an_event_and_has_the_tag_of_what_it_answers()
    {
        var colleague = await host.AsAsync("editor", "Second editor");
        var events = await host.CountEventsAsync();
        foreach (var (endpoint, request, body) in Writes)
        {
            var (method, path) = (HttpMethod.Parse(request.Split(' ')[0]), request.Split(' ')[1]);
            var driver = OfColleague.Contains(endpoint, StringComparer.Ordinal) ? colleague : host.Api;
            var sent = Refusals.Request(
                method, "/api/v1" + path, body, endpoint == "CreateClaimsInBulk" ? "application/x-ndjson" : "application/json");
            if (endpoint.StartsWith("Erase", StringComparison.Ordinal))
            {
                sent.Headers.TryAddWithoutValidation("If-Match", "*");
            }

            var answer = await driver.SendAsync(sent);
            Assert.True(
                answer.Status is HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.NoContent,
                $"{request} answered {(int)answer.Status} {answer.Text}");

            await AssertTagAsync(driver, request, answer);
            var now = await host.CountEventsAsync();
            Assert.True(now > events, $"{request} left no event: {answer.Text}");
            events = now;
        }

        var writes = EndpointTypes.All.Select(static type => type.Name)
            .Where(name => host.Route(name).Method != HttpMethod.Get).Except(Readers, StringComparer.Ordinal);
        Assert.Equal(
            writes.Order(StringComparer.Ordinal),
            Writes.Select(static write => write.Endpoint).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    // An answer has the tag that a GET of its Location gives, or of its own address where it has no Location; otherwise it has none.
    private static async Task AssertTagAsync(ApiDriver driver, string request, Answer answer)
    {
        var (method, path) = (request.Split(' ')[0], request.Split(' ')[1]);
        var location = answer.Headers.Location?.ToString()["/api/v1".Length..];
        if (answer.Headers.ETag is { } tag)
        {
            Assert.True(location is not null || method == "PATCH", $"{request} has an ETag of no address");
            var read = await driver.GetAsync(location ?? path);
            var text = Answer.WithoutMatches(answer.Text);
            Assert.True(tag.ToString() == read.ETag && text == read.Text, $"{request} answered {answer.Text}, not {read.Text}");
        }
        else if (location is not null)
        {
            Assert.NotEqual(answer.Text, (await driver.GetAsync(location)).Text, StringComparer.Ordinal);
        }
    }
}
