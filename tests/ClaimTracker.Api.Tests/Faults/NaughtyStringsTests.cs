using System.Globalization;
using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Faults;

/// <summary>
/// Texts that have broken programs, in every place that takes text. Each place gets some of them, another share than the place
/// before; all of them, where CLAIMTRACKER_NAUGHTY says all.
/// </summary>
public sealed class NaughtyStringsTests(SeededHost seeded) : IClassFixture<SeededHost>
{
    private const int Share = 8;

    private static readonly bool All = Environment.GetEnvironmentVariable("CLAIMTRACKER_NAUGHTY") == "all";

    private static readonly JsonSerializerOptions AsItIs = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ApiHost _host = seeded.Host;
    private int _number;

    [Fact]
    public async Task Every_text_comes_back_to_the_byte_from_a_claim_and_from_an_article()
    {
        Assert.InRange(NaughtyStrings.Good.Count, 300, 1_000);
        var lines = string.Join('\n', NaughtyStrings.Good.Select(static text => JsonSerializer.Serialize(new { text })));
        var made = (await _host.Api.SendTextAsync(HttpMethod.Post, "/claims/bulk", lines, "application/x-ndjson")).Text
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonNode.Parse(line)!).ToList();

        Assert.Equal(NaughtyStrings.Good.Count, made.Count);
        foreach (var (text, line) in NaughtyStrings.Good.Zip(made))
        {
            Assert.True((int)line["status"]! == 201, $"{Show(text)}: {line.ToJsonString()}");
            Assert.Equal(text, (string?)(await _host.Api.GetAsync($"/claims/{line["id"]}")).Json["text"]);
        }

        var all = string.Join("\n\n", NaughtyStrings.Good);
        var article = await _host.Api.SendTextAsync(HttpMethod.Post, "/articles", JsonSerializer.Serialize(new { text = all }, AsItIs));
        Assert.Equal(HttpStatusCode.Created, article.Status);
        Assert.Equal(all, (await _host.Api.GetAsync($"/articles/{article.Id}/text")).Text);
        Assert.All(
            (await _host.Api.GetAsync($"/articles/{article.Id}")).Json["sentences"]!.AsArray(),
            sentence => Assert.Contains((string)sentence!["text"]!, all, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_field_gives_back_what_it_took_or_refuses_it_by_name()
    {
        var (fields, kept) = (0, 0);

        // The triage first, while its sentence has no claim; a user last, while others are named by the name.
        foreach (var endpoint in EndpointTypes.All.Where(static type => type.Shape().HasBody)
            .OrderBy(static type => type.Name switch { "TriageSentence" => 0, "EditUser" => 2, _ => 1 }))
        {
            foreach (var path in TextFields.Of(endpoint))
            {
                var before = kept;
                var isAddress = path.EndsWith("rl", StringComparison.Ordinal) || path.EndsWith("sameAs", StringComparison.Ordinal);
                foreach (var text in isAddress
                    ? ShareOf(NaughtyStrings.Good, fields).Select(text => $"https://n{_number}.example.org/{text}")
                    : ShareOf(NaughtyStrings.Pieces, fields))
                {
                    kept += await TryAsync(endpoint, path, text) ? 1 : 0;
                }

                fields++;
                Assert.True(
                    kept > before || IsNotSaidAgain(endpoint, path) || TakesOnlyCertainWords(endpoint, path),
                    $"{endpoint.Name} kept no text as {path}.");
            }
        }

        Assert.InRange(fields, 60, 10_000);
    }

    [Fact]
    public async Task Every_field_refuses_by_name_what_no_text_holds()
    {
        var fields = 0;
        foreach (var endpoint in EndpointTypes.All.Where(static type => type.Shape().HasBody))
        {
            var route = _host.Route(endpoint.Name);
            foreach (var path in TextFields.Of(endpoint))
            {
                foreach (var bad in ShareOf(NaughtyStrings.Bad, fields))
                {
                    var body = TextFields.Body(endpoint, path, "PUT HERE", ++_number)
                        .ToJsonString()
                        .Replace("PUT HERE", bad, StringComparison.Ordinal);
                    var answer = await _host.Api.SendAsync(Refusals.Request(route.Method, route.Address(), body));
                    Assert.True(
                        answer is { Status: HttpStatusCode.BadRequest } && answer.Error(path) is not null,
                        $"{endpoint.Name} {path} {bad}: {answer.Text}");
                }

                fields++;
            }
        }
    }

    [Fact]
    public async Task Every_filter_and_every_part_of_a_path_takes_any_text()
    {
        var places = 0;
        foreach (var endpoint in EndpointTypes.All)
        {
            var route = _host.Route(endpoint.Name);
            string[] addresses =
            [
                .. endpoint.Shape().Query.Keys.Select(key => $"{route.Address()}?{key}="),
                .. endpoint.Shape().Route.Count > 0 ? [route.Path[..route.Path.IndexOf('{', StringComparison.Ordinal)]] : (string[])[],
            ];
            foreach (var address in addresses)
            {
                // A number would name a thing, which other tests want to find.
                foreach (var text in ShareOf(NaughtyStrings.Good, places).Where(
                    static text => !long.TryParse(text, CultureInfo.InvariantCulture, out _)))
                {
                    var answer = await _host.Api.SendAsync(
                        Refusals.Request(route.Method, address + Uri.EscapeDataString(text), GoodBodies.Of(endpoint)));
                    Assert.True((int)answer.Status < 500, $"{route.Method} {address}{Show(text)}: {(int)answer.Status} {answer.Text}");
                }

                places++;
            }
        }
    }

    // Sends the text, and looks for it in the answer and behind the address that the answer gives.
    private async Task<bool> TryAsync(Type endpoint, string path, string text)
    {
        var address = await AddressAsync(endpoint, path);
        var answer = await _host.Api.SendAsync(Refusals.Request(
            _host.Route(endpoint.Name).Method, address, TextFields.Body(endpoint, path, text, ++_number).ToJsonString(AsItIs)));
        var about = $"{endpoint.Name} {path} {Show(text)}: {(int)answer.Status} {answer.Text}";
        Assert.True((int)answer.Status < 500, about);
        // Of a scale that there is, the rating is wrong.
        string[] names = [path, path.Split('.', '[')[0], .. path == "scale" ? ["rating"] : (string[])[]];
        Assert.True(answer.Status != HttpStatusCode.BadRequest || names.Any(name => answer.Error(name) is not null), about);
        if ((int)answer.Status >= 300 || IsNotSaidAgain(endpoint, path))
        {
            return false;
        }

        Assert.True(TextFields.Holds(await SaidAsync(endpoint, path, answer), text), about);
        if (answer is { Status: HttpStatusCode.Created, Headers.Location: { } made })
        {
            var again = await _host.Api.SendAsync(new HttpRequestMessage(HttpMethod.Get, made));
            Assert.True(TextFields.Holds(again.Json, text), about + again.Text);
        }

        return true;
    }

    // A verdict that was moved once cannot be moved so again: each request gets one of its own.
    private async Task<string> AddressAsync(Type endpoint, string path)
    {
        var address = _host.Route(endpoint.Name).Address();
        return (endpoint.Name, path) switch
        {
            ("CorrectVerdict" or "RetractVerdict", _) => Of(await PublishedAsync()),
            ("RejectVerdict", _) => Of(await SubmittedByAnotherAsync()),
            ("MergeClaim", _) => address.Replace("/claims/1/", $"/claims/{await _host.Api.GivenClaimAsync()}/", StringComparison.Ordinal),
            ("UnmergeClaim", _) => address.Replace("/claims/1/", $"/claims/{await MergedAsync()}/", StringComparison.Ordinal),
            ("DecideMatch", _) => address.Replace("/matches/1", "/matches/2", StringComparison.Ordinal), // Not with itself.
            ("RelateClaim", _) => address.Replace("/relations/1", "/relations/2", StringComparison.Ordinal), // Not to itself.

            ("AcceptCitation" or "DismissCitation", _) => address.Replace(
                "/citations/1/", $"/citations/{await CitationAsync()}/", StringComparison.Ordinal),

            // What was erased takes no other text: these find nothing to erase.
            ("EraseArticle" or "EraseComment" or "EraseEvidence" or "EraseSource", _) => _host.Route(endpoint.Name).Address("999999"),
            ("EditVerdict", _) when path.StartsWith("correction.", StringComparison.Ordinal) => Of(await CorrectionAsync()),
            _ => address,
        };

        string Of(long verdict) => address.Replace("/verdicts/1", $"/verdicts/{verdict}", StringComparison.Ordinal);
    }

    private async Task<long> PublishedAsync() =>
        await _host.Api.GivenPublishedAsync(await _host.Api.GivenClaimAsync($"The ferry ran {++_number} times."), "True");

    private async Task<long> CitationAsync()
    {
        var (article, _) = await _host.Api.GivenArticleAsync($"The ferry ran {++_number} times [see the table].");
        return (await _host.Api.GetAsync($"/articles/{article}/citations")).Ids()[0];
    }

    private async Task<long> MergedAsync()
    {
        var claim = await _host.Api.GivenClaimAsync($"The ferry ran {++_number} times.");
        await _host.Api.PostAsync($"/claims/{claim}/merge", new { into = 2, reason = "The same." });
        return claim;
    }

    private async Task<long> CorrectionAsync() =>
        await _host.Api.GivenAsync(
            $"/verdicts/{await PublishedAsync()}/corrections",
            new { kind = "correction", reason = "A slip.", publicText = "It was a slip." });

    private async Task<long> SubmittedByAnotherAsync()
    {
        var claim = await _host.Api.GivenClaimAsync($"The ferry ran {++_number} times.");
        var author = await _host.Api.Colleague!();
        await author.GivenEvidenceAsync(claim);
        var verdict = await author.GivenDraftAsync(claim, "True");
        await author.MoveAsync(verdict, "submit");
        return verdict;
    }

    // Most answers say what was sent; some leave it to a list.
    private async Task<JsonNode?> SaidAsync(Type endpoint, string path, Answer answer) => (endpoint.Name, path) switch
    {
        ("AssignClaim", "message") or ("MergeClaim" or "UnmergeClaim", "reason") =>
            JsonNode.Parse(_host.Store.Ask("select body from events order by seq desc limit 1")!),
        ("RejectVerdict", _) => (await _host.Api.GetAsync($"/comments?subject=verdict/{answer.Id}")).Json,
        _ => answer.Json,
    };

    /// <summary>Texts of which the answer gives only the sentences, and those that are looked for and not kept.</summary>
    private static bool IsNotSaidAgain(Type endpoint, string path) =>
        (path is "text" or "html" or "markdown" && endpoint.Name is "CreateArticle" or "ReviseArticle" or "EditBlock")
            || (endpoint.Name is "CreateClaim" && path.Split('.', '[')[0] is "sentences" or "evidence" or "verdict")
            || endpoint.Name is "LocateQuote" or "SplitIntoSentences" or "MatchText" or "MoveVerdicts" or "TriageSentences"
            || path is "reason" && endpoint.Name.StartsWith("Erase", StringComparison.Ordinal);

    /// <summary>What takes only certain words or names, and the name of the first user, which stays: it may refuse all of these.</summary>
    private static bool TakesOnlyCertainWords(Type endpoint, string path) =>
        endpoint.Name is "EditUser"
        || (path is "subject" && endpoint.Name is "CreateComment")
        || (path is "displayName" && endpoint.Name is "CreateUser") // Whose name there is already.
        || (path is "name" && endpoint.Name is "CreateField" or "EditField")
        || path is "span" // Words of the sentence.
        || path is "outcomeNote" // Only where a verdict asks for a change.
        || path is "language" or "rating" or "scale" or "email" or "assignee" or "weights[0].component"
        || path.EndsWith("colour", StringComparison.Ordinal);

    private static IEnumerable<string> ShareOf(IReadOnlyList<string> texts, int place) =>
        All ? texts : Enumerable.Range(place * Share, Share).Select(i => texts[i % texts.Count]);

    private static string Show(string text) => JsonSerializer.Serialize(text);
}
