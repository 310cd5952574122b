using ClaimTracker.Data;

namespace ClaimTracker.Api.Tests.SameAnswers.Steps;

/// <summary>The lists as files, and reviews as pages, feeds and data sets. A workbook has its own tests.</summary>
internal static class ExportSteps
{
    private const string Search = "/v1alpha1/claims:search";

    private static readonly string[] OfVerdicts =
    [
        "state=draft", "state=in_review", "state=approved", "state=published", "state=superseded", "state=retracted", "q=the", "rating=4",
        "scale=1", "articleId=1", "claimant=JÖRG%20müller", "tag=stadt", "author=me", "reviewer=none", "assignee=none", "from=2026-03-17",
        "to=2026-03-16", "reviewDue=past", "waitingFor=me", "asOf=2026-03-20T00:00:00Z", "list=1",
    ];

    private static readonly string[] OfClaims =
    [
        "", "q=the", "status=open", "status=assigned", "status=researching", "status=in_review", "status=published", "status=corrected",
        "status=retracted", "tag=stadt", "claimant=市長", "language=de", "articleId=1", "sourceId=1", "assignee=none", "rating=4",
        "evidence=none", "verdict=none", "from=2026", "to=2026-03", "externalApp=desk", "externalId=1",
        "updatedSince=2026-03-10T00:00:00Z", "activeSince=2026-03-10T00:00:00Z", "idle=P1D", "list=1",
    ];

    private static readonly string[] OfEvidence =
    [
        "", "q=the", "ids=1,2", "sourceId=1", "claimId=1", "articleId=1", "stance=supports", "stance=partially_supports", "stance=refutes",
        "stance=context", "stance=irrelevant", "updatedSince=2026-03-10T00:00:00Z",
    ];

    private static readonly string[] OfSources =
    [
        "", "q=the", "ids=1,2", "url=https://example.org/", "publisher=Town", "medium=web_text", "medium=web_table", "medium=pdf",
        "medium=image", "medium=video", "medium=audio", "medium=dataset", "medium=interview", "medium=metadata", "medium=other",
        "kind=primary", "kind=official", "kind=secondary", "kind=expert", "kind=dataset", "kind=interview",
        "updatedSince=2026-03-10T00:00:00Z",
    ];

    private static readonly string[] OfArticles =
    [
        "", "q=the", "ids=1,2", "url=https://example.org/", "publisher=Town", "from=2026", "to=2026-03", "externalApp=desk", "externalId=1",
        "state=ready", "state=blocked", "assignee=none", "archived=true", "archived=false", "archived=any",
        "updatedSince=2026-03-10T00:00:00Z",
    ];

    private static readonly string[] Forms =
    [
        "bom=true", "bom=false", "formulas=raw", "formulas=escaped", "labels=en", "labels=de", "labels=es", "labels=fr",
        "changedSince=2026-03-15T00:00:00Z",
    ];

    public static readonly IReadOnlyList<Step> All =
    [
        .. Lists("verdicts", "verdict_id,rating", OfVerdicts),
        .. Lists("claims", "claim_id,status", OfClaims),
        .. Lists("evidence", "evidence_id,stance", OfEvidence),
        .. Lists("sources", "source_id,title", OfSources),
        .. Lists("articles", "article_id,ready", OfArticles),
        .. Reads("/exports/verdicts.jsonld", OfVerdicts),
        .. Reads("/exports/verdicts.html", ["state=published", "state=superseded,retracted"]),
        .. Reads("/exports/fever.jsonl", [.. OfVerdicts, "mapping=True:refuted"]),
        .. Reads("/exports/averitec.json", ["", "mapping=True:refuted"]),
        .. Reads("/feeds/verdicts.json", [.. OfVerdicts, "limit=2"]),
        .. Reads("/feeds/verdicts.atom", ["", "limit=2"]),
        .. Reads("/feeds/verdicts.jsonld", ["", "limit=2"]),
        .. Step.Reads(
            "/verdicts/12/claimreview", "/verdicts/12/claimreview?validate=true", "/reviews/1",
            "/oembed?url=https://checks.example/reviews/12&format=json&maxwidth=300&maxheight=200", "/articles/1/annotations",
            $"{Search}?query=the", $"{Search}?query=the&pageSize=1&languageCode=de&maxAgeDays=3&key=k",
            $"{Search}?query=the&pageToken={new Cursor(null, 3).Encode("claims:search the   ")}",
            $"{Search}?reviewPublisherSiteFilter=checks.example"),
        new(404, "GET /verdicts/4711/claimreview"),
        new(404, "GET /reviews/4711"),
        new(404, "GET /oembed?url=https://checks.example/reviews/4711"),
        new(400, "GET /exports/claims.csv?columns=claim,claim"),
    ];

    private static IEnumerable<Step> Lists(string list, string columns, string[] filters) =>
        Reads($"/exports/{list}.csv", [.. Forms, $"columns={columns}"]).Concat(Reads($"/exports/{list}.jsonl", filters));

    private static IEnumerable<Step> Reads(string path, string[] queries) =>
        Step.Reads([.. queries.Select(query => query.Length == 0 ? path : $"{path}?{query}")]);
}
