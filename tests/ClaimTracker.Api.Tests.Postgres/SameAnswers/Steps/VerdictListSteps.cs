namespace ClaimTracker.Api.Tests.SameAnswers.Steps;

/// <summary>The verdict list, and the files of it, with the same filters.</summary>
internal static class VerdictListSteps
{
    private static readonly string[] Filters =
    [
        "state=draft", "state=in_review", "state=approved", "state=published", "state=superseded", "state=retracted",
        "rating=mostly%20TRUE", "rating=4", "rating=0.1", "rating=ÄRGER", "rating=4.9e-324", "rating=-0&state=draft",
        "rating=4,false,ok", "rating=Ja,%20ja", "scale=GRÖßE", "scale=1", "scale=1,größe", "state=draft,published&rating=4,1",
        "tag=stadt,ärzte",
        $"scale={Texts.Han(500, 3)}&state=draft", "articleId=1", "articleId=4", "articleId=4711", "claimant=JÖRG%20müller", "claimant=市長",
        "tag=stadt", "tag=ärzte", "tag=arzte", "from=2026-03-17", "to=2026-03-16", "from=2026-03-16&to=2026-03-16",
        "from=0001-01-01&to=9999-12-31", "from=9999-12-31", "to=0001-01-01", "reviewDue=past", "reviewDue=past&asOf=2026-01-01T00:00:00Z",
        "asOf=2026-03-20T00:00:00Z", "asOf=2026-03-24T12:00:00Z", "asOf=2999-01-01T00:00:00%2B01:00&state=published",
        "asOf=0001-01-01T00:00:00Z",
        "state=published&rating=4&scale=Truth&articleId=1&claimant=zoë&tag=a&from=2026-03-01&to=2027-01-01",
    ];

    public static readonly IReadOnlyList<Step> All =
    [
        .. Step.Reads([.. Filters.Select(static filter => $"/verdicts?{filter}&count=true")]),
        .. Step.Reads([.. Filters.Select(static filter => $"/exports/verdicts.csv?{filter}")]),
        .. Step.Reads([.. Filters.Select(static filter => $"/exports/verdicts.jsonl?{filter}")]),
        .. Step.Reads(
            "/verdicts", "/verdicts?sort=id&limit=4&count=true", "/verdicts?sort=-id&limit=1", "/verdicts?state=published&sort=id&limit=2",
            "/exports/verdicts.csv", "/exports/verdicts.jsonl", "/exports/verdicts.csv?formulas=raw",
            "/exports/verdicts.csv?formulas=escaped&state=draft", "/claims/1/verdicts", "/claims/1/verdicts?limit=1&count=true",
            "/claims/3/verdicts?count=true", "/claims/1/verdicts?state=draft", "/claims/1/verdicts?state=in_review",
            "/claims/1/verdicts?state=approved", "/claims/1/verdicts?state=published&count=true",
            "/claims/1/verdicts?asOf=2026-03-20T00:00:00Z", "/claims/1/verdicts?asOf=2026-03-24T12:00:00.5Z&count=true",
            "/claims/1/verdicts?state=superseded", "/claims/1/verdicts?state=retracted"),
        new(404, "GET /claims/4711/verdicts"),
        new(400, "GET /claims/1/verdicts?asOf=2026-03-20&state=published"),
        new(400, "GET /verdicts?asOf=2026-03-20T00:00:00Z&state=draft"),
        new(400, "GET /verdicts?rating=1e999"),
        new(400, "GET /verdicts?rating=NaN"),
        new(400, "GET /verdicts?scale=1e0"),
        new(400, "GET /verdicts?scale=9223372036854775807"),
        new(400, "GET /exports/verdicts.csv?scale=9223372036854775808"),
        new(400, "GET /verdicts?sort=number"),
        new(400, "GET /verdicts?state=open"),
        .. Step.Reads(
            "/verdicts?q=the&count=true", "/verdicts?q=zürich%20-the", "/exports/verdicts.csv?q=the", "/exports/verdicts.jsonl?q=zürich"),
        new(400, "GET /verdicts?limit=1&cursor=AAAA"),
        new(400, "GET /exports/verdicts.csv?limit=5"),
        new(400, "GET /exports/verdicts.csv?formulas=RAW"),
        new(400, "GET /exports/verdicts.jsonl?formulas=raw"),
        new(400, "GET /exports/verdicts.jsonl?from=yesterday"),
        new(404, "GET /exports/verdicts.xml"),
        new(405, "POST /exports/verdicts.csv"),
    ];
}
