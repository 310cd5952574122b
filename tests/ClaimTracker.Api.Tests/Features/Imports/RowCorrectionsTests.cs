using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ClaimTracker.Api.Tests.Hosting;

#pragma warning disable CA1716 // The folder is that of the feature; nobody uses the tests from Visual Basic.
namespace ClaimTracker.Api.Tests.Features.Imports;
#pragma warning restore CA1716

/// <summary>What was corrected elsewhere is known as corrected here.</summary>
public sealed partial class RowCorrectionsTests(ApiHost host) : IClassFixture<ApiHost>
{
    private const string Csv = "text/csv";
    private const string Everything = "state=published,superseded,retracted";

    private const string Heading =
        "claim,rating,published_at,state,ended_at,correction_kind,correction_reason,correction_public_text\n";

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    [InlineData("jsonl")]
    public async Task A_desk_with_corrections_tells_of_them_elsewhere_as_it_did(string format)
    {
        var bridge = await host.Api.GivenClaimAsync($"The bridge of {format} has three arches.");
        var first = await host.Api.GivenPublishedAsync(bridge, "True");
        var second = await CorrectedAsync(first, "correction", "False", "It has four arches.");
        await CorrectedAsync(second, "clarification", "False", "One arch is walled up.");
        var tower = await host.Api.GivenPublishedAsync(await host.Api.GivenClaimAsync($"The tower of {format} leans."), "True");
        var withdrawn = await CorrectedAsync(tower, "update", "False", "It was put straight.");
        await host.Api.MoveAsync(withdrawn, "retract", new { reason = "Nobody measured it." });
        var list = await host.Api.Http.GetByteArrayAsync(new Uri($"/api/v1/exports/verdicts.{format}?{Everything}", UriKind.Relative));
        var (told, pages) = (await ToldAsync(host.Api), await PagesAsync(host.Api));

        await using var other = await TestEngine.Current.NewAsync();
        await Newsroom.OnAsync(other, async api =>
        {
            var answer = await api.SendBytesAsync(HttpMethod.Post, $"/imports?format={format}", list, "application/octet-stream");
            var import = await api.EndOfImportAsync(answer.Id);
            Assert.True((int)import["counts"]!["refused"]! == 0, (await api.GetAsync($"/imports/{answer.Id}/rows")).Text);
            Assert.Equal(told, await ToldAsync(api));
            Assert.Equal(pages, await PagesAsync(api));

            var claim = (await api.GetAsync($"/claims?q=bridge of {format}")).Json["items"]![0]!;
            Assert.Equal("corrected", (string?)claim["status"]);
            var verdict = (await api.GetAsync($"/verdicts/{claim["verdict"]!["id"]}")).Json;
            Assert.Equal(("imported", true), ((string?)verdict["origin"], (bool)verdict["house"]!));
            var events = (await api.GetAsync($"/history?subject=verdict/{verdict["id"]}")).Items;
            Assert.Equal("verdict.imported", (string?)Assert.Single(events)!["kind"]);
            Assert.Equal((long?)verdict["supersedes"], (long?)events[0]!["after"]!["supersedes"]);
            Assert.Equal("One arch is walled up.", (string?)events[0]!["after"]!["verdict"]!["correction"]!["publicText"]);

            var again = await api.SendBytesAsync(HttpMethod.Post, $"/imports?format={format}", list, "application/octet-stream");
            Assert.Equal(0, (int)(await api.EndOfImportAsync(again.Id))["counts"]!["made"]!);
            return "";
        });
    }

    /// <summary>A later list of a desk from which an earlier one is here.</summary>
    [Fact]
    public async Task A_verdict_that_stands_no_more_elsewhere_is_refused_while_it_is_published_here()
    {
        const string Before = "The moat is deep.,True,2025-01-01,";
        await host.Api.ImportAsync($"{Heading}{Before}published,,,,\n", "format=csv", Csv);

        var later = await host.Api.ImportAsync(
            $"{Heading}{Before}superseded,2025-02-01,,,\nThe moat is deep.,False,2025-02-01,published,,correction,Measured.,It is not.\n",
            "format=csv",
            Csv);

        Assert.Equal((1, 0, 1), RowImportTests.Counts(later));
        var refused = Assert.Single((await host.Api.GetAsync($"/imports/{later["id"]}/rows")).Items)!;
        var verdict = (await host.Api.GetAsync("/verdicts?q=moat&sort=id")).Items[0]!["id"];
        Assert.Equal(
            $"state must be published, as verdict {verdict} of the same rating and second is here: correct or retract it here. "
            + "If the row is another verdict, published_at needs a time of day.",
            $"{refused["column"]} {refused["problem"]}");
        await host.Api.MoveAsync((long)verdict!, "retract", new { reason = "It was corrected where it comes from." });
        var again = await host.Api.ImportAsync($"{Heading}{Before}superseded,2025-02-01,,,\n", "format=csv", Csv);
        Assert.Equal((0, 1, 0), RowImportTests.Counts(again));
    }

    [Fact]
    public async Task A_correction_of_the_same_day_and_rating_is_refused_and_told_to_name_the_time()
    {
        var import = await host.Api.ImportAsync(
            $"{Heading}The ditch is dry.,True,2025-02-01,superseded,2025-02-01,,,\n"
            + "The ditch is dry.,True,2025-02-01,published,,clarification,Measured.,In summer.\n",
            "format=csv",
            Csv);

        Assert.Equal((1, 0, 1), RowImportTests.Counts(import));
        var refused = Assert.Single((await host.Api.GetAsync($"/imports/{import["id"]}/rows")).Items)!;
        Assert.EndsWith(
            "If the row is another verdict, published_at needs a time of day.", (string?)refused["problem"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2025-02-01,superseded,2999-01-01", "ended_at must not lie in the future")]
    [InlineData("2025-02-01,superseded,2025-01-31", "ended_at must not come before published_at")]
    [InlineData("2999-02-01,published,", "published_at must not lie in the future")]
    public async Task Times_that_cannot_be_are_refused(string times, string problem)
    {
        var import = await host.Api.ImportAsync($"{Heading}The well is full.,True,{times},,,\n", "format=csv", Csv);

        var refused = Assert.Single((await host.Api.GetAsync($"/imports/{import["id"]}/rows")).Items)!;
        Assert.Equal(problem, $"{refused["column"]} {refused["problem"]}");
    }

    [Fact]
    public async Task A_list_of_published_verdicts_keeps_the_notes_of_corrections_without_what_they_corrected()
    {
        const string Row = "The well is deep.,False,2025-02-01,,,correction,A figure was wrong.,It is 4 m deep.\n";

        var import = await host.Api.ImportAsync(Heading + Row, "format=csv", Csv);

        Assert.Equal((1, 0, 0), RowImportTests.Counts(import));
        var verdict = (await host.Api.GetAsync("/verdicts?q=well deep")).Json["items"]![0]!;
        Assert.Null(verdict["supersedes"]);
        Assert.Equal(
            """{"kind":"correction","reason":"A figure was wrong.","publicText":"It is 4 m deep."}""",
            verdict["correction"]!.ToJsonString());
        Assert.Contains("It is 4 m deep.", await PageAsync(host.Api, (long)verdict["id"]!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_supersedes_what_ended_with_it_and_a_corrected_verdict_cannot_come_after_it()
    {
        var import = await host.Api.ImportAsync(
            Heading
            + "The mill burnt.,True,2025-01-01,superseded,2025-02-01,,,\n"
            + "The mill burnt.,Mostly true,2025-01-01,superseded,2025-03-01,,,\n"
            + "The mill burnt.,False,2025-02-01,published,,correction,It did not.,It smoked.\n"
            + "The kiln burnt.,False,2025-02-01,published,,correction,It did not.,It smoked.\n"
            + "The kiln burnt.,True,2025-01-01,superseded,2025-02-01,,,\n"
            + "The inn burnt.,True,2025-01-01,superseded,,,,\n"
            + "The inn burnt.,True,2025-01-01,,,correction,,It smoked.\n"
            + "The inn burnt.,True,2025-01-01,,,rectification,It did not.,It smoked.\n",
            "format=csv",
            Csv);

        Assert.Equal((4, 0, 4), RowImportTests.Counts(import));
        var mill = (await host.Api.GetAsync($"/verdicts?q=mill burnt&{Everything}&sort=id")).Items;
        Assert.Equal([null, null, (long?)mill[0]!["id"]], mill.Select(static verdict => (long?)verdict!["supersedes"]));
        Assert.Equal([(long?)mill[2]!["id"], null, null], mill.Select(static verdict => (long?)verdict!["supersededBy"]));
        var reports = (await host.Api.GetAsync($"/imports/{import["id"]}/rows")).Items;
        Assert.Equal(
            [(6, "state"), (7, "ended_at"), (8, "correction_reason"), (9, "correction_kind")],
            reports.Select(static row => ((int)row!["line"]!, (string?)row["column"])));
        Assert.Contains("is here already, and can no longer be linked to it", (string?)reports[0]!["problem"], StringComparison.Ordinal);
        var asOf = (await host.Api.GetAsync("/verdicts?q=mill burnt&asOf=2025-01-15T00:00:00Z&sort=id")).Items;
        Assert.Equal("True|Mostly true", string.Join('|', asOf.Select(static verdict => (string?)verdict!["rating"]!["name"])));
    }

    private Task<long> CorrectedAsync(long verdict, string kind, string rating, string publicText)
    {
        host.Time.Advance(TimeSpan.FromMinutes(90));
        return host.Api.GivenCorrectionAsync(verdict, new { kind, rating, reason = $"Because: {publicText}", publicText });
    }

    // What a list says, without ids and people of one desk. What a correction supersedes is told by its reasons.
    private static async Task<string> ToldAsync(ApiDriver api)
    {
        var rows = (await api.GetAsync($"/exports/verdicts.jsonl?{Everything}")).Text.TrimEnd('\n').Split('\n')
            .Select(static line => JsonNode.Parse(line)!.AsObject()).ToList();
        var ratings = rows.ToDictionary(static row => (long)row["verdict_id"]!, static row => (string?)row["rating"]);
        string[] columns =
        [
            "claim", "rating", "justification", "state", "published_at", "ended_at", "correction_kind", "correction_reason",
            "correction_public_text", "retraction_reason", "source_urls",
        ];
        return string.Join('\n', rows.Select(row => string.Join('|', columns.Select(column => Whole(row[column]?.ToJsonString() ?? "")))
            + $"|corrects {((long?)row["supersedes"] is { } old ? ratings[old] : "none")}"));
    }

    // What the world is told: the ClaimReview and the page of each review.
    private static async Task<string> PagesAsync(ApiDriver api)
    {
        string[] members = ["claimReviewed", "datePublished", "dateModified", "reviewBody", "correction", "creativeWorkStatus"];
        var told = (await api.GetAsync($"/exports/verdicts.jsonld?{Everything}")).Json["@graph"]!.AsArray()
            .Select(review => string.Join('|', members.Select(member => Whole(review![member]?.ToJsonString() ?? "")))).ToList();
        foreach (var verdict in (await api.GetAsync($"/verdicts?{Everything}&sort=id&limit=500")).Items)
        {
            told.Add(string.Concat(Notice().Matches(await PageAsync(api, (long)verdict!["id"]!)).Select(static match => match.Value)));
        }

        return string.Join('\n', told);
    }

    // The page of a correction leads to that of the review, and a client that follows leaves its key behind.
    private static async Task<string> PageAsync(ApiDriver api, long verdict)
    {
        using var followed = await api.Http.GetAsync(new Uri($"/reviews/{verdict}", UriKind.Relative));
        return await api.Http.GetStringAsync(followed.RequestMessage!.RequestUri);
    }

    // A workbook keeps whole seconds.
    private static string Whole(string text) => Fraction().Replace(text, "Z");

    [GeneratedRegex(@"\.\d+Z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Fraction();

    [GeneratedRegex("<section class=\"notice\">.*?</section>", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Notice();
}
