using System.Net;
using ClaimTracker.Api.Tests.Features.Imports;
using Xunit.Abstractions;

namespace ClaimTracker.Api.Tests.Web.Lists;

/// <summary>
/// No filter of a list reads a big table from end to end, whether few rows pass or most, however the list is sorted. What the lists
/// really ask is looked at: on SQLite the steps of its statements are counted; on PostgreSQL their plans are read.
/// </summary>
public sealed class QueryPlansTests(SkewedDesk desk, ITestOutputHelper output) : IClassFixture<SkewedDesk>
{
    /// <summary>Finding out that more than 5,000 rows pass takes half of it. A statement that reads all rows takes twice as many.</summary>
    private const long MostSteps = 75_000;

    /// <summary>Of two ratings, which is what there are here, PostgreSQL expects that any list of them has them all.</summary>
    private const string NotOnPostgres = "rating=False";

    /// <summary>A word of every row: FTS5 lists 100,000 rows faster than it can be asked of each row of the list.</summary>
    private const string NotOnSqlite = "q=many";

    private static readonly string[] ById = ["-id", "id"];
    private static readonly string[] ByUpdate = [.. ById, "-updatedAt", "updatedAt"];

    private static readonly string[] OfClaims =
    [
        "", "language=sv", "language=en", "status=open", "status=published", "status=published,open", "from=1999&to=1999", "from=2026",
        "tag=few", "tag=many", "claimant=few", "claimant=many", "assignee=few", "assignee=many", "assignee=none", "evidence=none",
        "verdict=none", "externalApp=few", "externalApp=many", "externalId=c5", "externalApp=many&externalId=c5", "rating=False",
        "rating=True", "articleId=1", "articleId=10", "sourceId=1", "sourceId=2", "updatedSince=2026-02-21T19:50:00Z",
        "updatedSince=2026-02-01T01:00:00Z", "activeSince=2026-02-21T19:50:00Z", "activeSince=2026-02-01T01:00:00Z", "idle=P1D",
        "fields.topic=few", "fields.topic=many", "list=1", "list=2", "list=3", "list=4", "ids=1,2,3", "tag=many&list=4&language=en",
        "q=few", "q=claim+17", "q=many",
    ];

    private static readonly string[] OfVerdicts =
    [
        "", "state=draft", "state=published", "rating=False", "rating=True", "scale=1", "author=few", "author=many", "reviewer=few",
        "reviewer=none", "assignee=many", "assignee=none", "claimant=few", "claimant=many", "tag=few", "tag=many", "articleId=5",
        "from=2026-02-21", "to=2026-02-01", "from=2026-02-02", "reviewDue=past", "waitingFor=me", "asOf=2026-02-01T00:20:00Z",
        "asOf=2026-03-01T00:00:00Z", "updatedSince=2026-02-21T19:50:00Z", "updatedSince=2026-02-01T01:00:00Z", "list=1", "list=2",
        "list=3", "list=4", "ids=1,2,3", "q=claim+17", "q=claim+17&state=published",
    ];

    private static readonly string[] OfArticles =
    [
        "", "publisher=few", "publisher=many", "from=1999&to=1999", "from=2026", "to=2026-02-02", "externalApp=few", "externalApp=many",
        "externalId=a20000", "externalApp=many&externalId=a20000", "assignee=few", "assignee=many", "assignee=none", "archived=true",
        "archived=any", "state=ready", "updatedSince=2026-02-21T19:50:00Z", "updatedSince=2026-02-01T01:00:00Z", "fields.topic=few",
        "fields.topic=many", "ids=1,2,3", "publisher=few&archived=any", "publisher=many&archived=any",
    ];

    private static readonly string[] OfSources =
    [
        "", "publisher=few", "publisher=many", "medium=video", "medium=pdf", "medium=pdf,video", "kind=expert", "kind=primary",
        "updatedSince=2026-02-21T19:50:00Z", "updatedSince=2026-02-01T01:00:00Z", "fields.topic=few", "fields.topic=many", "ids=1,2,3",
        "q=few", "q=source+17", "q=many",
    ];

    private static readonly string[] OfEvidence =
    [
        "", "sourceId=1", "sourceId=2", "sourceId=1,2", "claimId=1", "claimId=10", "claimId=1&stance=refutes", "claimId=10&stance=supports",
        "claimId=10&stance=refutes", "stance=refutes", "stance=supports", "articleId=1", "articleId=10",
        "updatedSince=2026-02-21T19:50:00Z", "updatedSince=2026-02-01T01:00:00Z", "ids=1,2,3", "q=excerpt+17",
    ];

    private static readonly string[] OfComments =
    [
        "", "subject=claim/1", "subject=claim/25", "state=open", "state=resolved", "author=few", "author=many", "mention=few",
        "mention=many", "updatedSince=2026-02-21T19:50:00Z", "updatedSince=2026-02-01T01:00:00Z", "ids=1,2,3",
        "subject=claim/1&author=many", "subject=claim/1&state=open",
    ];

    private static readonly string[] OfHistory =
    [
        "", "actor=few", "actor=many", "kind=verdict.retracted", "kind=claim.edited", "kind=verdict.retracted,claim.edited",
        "kind=verdict.retracted,user.created", "subject=claim/7", "from=2026-02-21&to=2026-02-21", "from=2026-02-02",
        "actor=few&kind=claim.edited", "actor=many&kind=verdict.retracted", "actor=many&kind=claim.edited", "actor=few&from=2026-02-01",
        "subject=claim/7&actor=many", "subject=claim/7&kind=claim.edited",
    ];

    [Fact]
    public Task Claims() => AssertAsync("/claims", OfClaims, [.. ByUpdate, "-activityAt", "activityAt", "-priority", "priority"]);

    [Fact]
    public Task Verdicts() => AssertAsync("/verdicts", OfVerdicts, ByUpdate);

    [Fact]
    public Task Articles() => AssertAsync("/articles", OfArticles, [.. ByUpdate, "deadline"]);

    [Fact]
    public Task Sources() => AssertAsync("/sources", OfSources, ByUpdate);

    [Fact]
    public Task Evidence() => AssertAsync("/evidence", OfEvidence, ByUpdate);

    [Fact]
    public Task Comments() => AssertAsync("/comments", OfComments, ByUpdate);

    [Fact]
    public Task History() => AssertAsync("/history", OfHistory, ["-seq", "seq"]);

    [Fact]
    public Task Lists_without_sorts() => AssertAsync(
        "",
        [
            "/claims/10/evidence?stance=refutes", "/claims/10/evidence?stance=supports", "/claims/10/evidence", "/sentences/10/evidence",
            "/articles/7/citations", "/articles/7/citations?state=open", "/articles/7/sentences?citations=none",
            "/claims/7/history", "/claims/7/verdicts?state=published", "/lists/1/claims", "/lists/2/claims", "/lists/3/claims",
            "/lists/4/claims", "/changes", "/me/inbox", "/people", "/users", "/claims?sort=updatedAt&updatedSince=2026-02-10T00:00:00Z",
            "/claims?sort=activityAt&activeSince=2026-02-10T00:00:00Z", "/articles?sort=updatedAt&updatedSince=2026-02-16T00:00:00Z",
            "/search?q=claim+17", "/search?q=few&kinds=claim,source", "/search?q=source+17&kinds=source,evidence",
        ],
        []);

    /// <summary>What a list of a reference manager asks for each of its sources that has no address.</summary>
    [Fact]
    public Task Sources_that_are_imported_again() => AssertImportAsync(
        """[{"type":"book","title":"Source 17"},{"type":"book","title":"A book that nobody has"}]""",
        "format=csl",
        "application/vnd.citationstyles.csl+json",
        "substr(s.title_key, 1, 200) = @prefix");

    /// <summary>What a list of verdicts asks for each of its rows, however common its rating is.</summary>
    [Fact]
    public Task Verdicts_that_are_imported_again() => AssertImportAsync(
        """
        claim,rating,published_at
        A claim that nobody made,True,2026-01-02
        A claim that nobody made,True,2026-01-02
        """,
        "format=csv",
        "text/csv",
        "rating_id = @rating");

    /// <summary>Imports two rows, of which one brings nothing new: what each asks for is found by an index.</summary>
    private async Task AssertImportAsync(string file, string query, string type, string question)
    {
        using var plans = SkewedDesk.IsSqlite ? null : new PostgresPlans(((PostgresStore)desk.Host.Store).ConnectionString);
        SqliteSteps.Take();

        var import = await desk.Host.Api.ImportAsync(file, query, type);

        Assert.Equal((1, 1), ((int)import["counts"]!["made"]!, (int)import["counts"]!["unchanged"]!));
        if (plans is not null)
        {
            Assert.Empty(plans.Scans(Assert.Single(plans.TakeRan(), sql => sql.Contains(question, StringComparison.Ordinal))));
            return;
        }

        var asked = SqliteSteps.Take().Where(one => one.Sql.Contains(question, StringComparison.Ordinal)).ToList();
        Assert.Equal(2, asked.Count);
        Assert.All(asked, static one => Assert.InRange(one.Steps, 1, 1_000));
    }

    private async Task AssertAsync(string list, string[] filters, string[] sorts)
    {
        string[] addresses = sorts.Length == 0
            ? filters
            : [.. filters.SelectMany(filter => sorts.Select(sort => Address(list, filter, sort)))];
        var faults = SkewedDesk.IsSqlite ? await CountAsync(addresses) : await ReadPlansAsync(addresses);

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private static string Address(string list, string filter, string sort) =>
        $"{list}?sort={sort}{(filter.Length == 0 ? "" : "&")}{filter}";

    private async Task<IReadOnlyList<string>> CountAsync(string[] addresses)
    {
        var counts = new List<(string Address, long Steps, string Sql)>();
        foreach (var address in addresses.Where(static address => !address.Contains(NotOnSqlite, StringComparison.Ordinal)))
        {
            SqliteSteps.Take();
            Assert.Equal(HttpStatusCode.OK, (await desk.Host.Api.GetAsync(address)).Status);
            var ran = SqliteSteps.Take();
            counts.Add((address, ran.Sum(static one => one.Steps), ran.MaxBy(static one => one.Steps).Sql));
        }

        Assert.DoesNotContain(counts, static count => count.Steps == 0);
        var most = counts.OrderByDescending(static count => count.Steps).ToList();
        output.WriteLine(string.Join('\n', most.Take(20).Select(static count => $"{count.Steps} {count.Address}")));
        return [.. most.Where(static count => count.Steps > MostSteps).Select(Told)];

        static string Told((string Address, long Steps, string Sql) count) => $"{count.Address} takes {count.Steps} steps:\n{count.Sql}\n";
    }

    private async Task<IReadOnlyList<string>> ReadPlansAsync(string[] addresses)
    {
        using var plans = new PostgresPlans(((PostgresStore)desk.Host.Store).ConnectionString);
        var faults = new List<string>();
        foreach (var address in addresses.Where(static address => !address.EndsWith(NotOnPostgres, StringComparison.Ordinal)))
        {
            Assert.Equal(HttpStatusCode.OK, (await desk.Host.Api.GetAsync(address)).Status);
            faults.AddRange(plans.TakeScans().Select(scan => $"{address} reads {scan}"));
        }

        output.WriteLine($"{plans.Seen} statements");
        Assert.InRange(plans.Seen, addresses.Length / 4, int.MaxValue);
        return faults;
    }
}
