using System.Text.Json;
using ClaimTracker.Benchmarks.Generating;
using ClaimTracker.Benchmarks.Service;

namespace ClaimTracker.Benchmarks.Scale;

/// <summary>Every filter and every sort of the lists that grow, with values that come often and seldom in what `generate` makes.</summary>
internal static class ListQueries
{
    private const string Never = "zzyzx";
    private const string NearFuture = "2100-01-01T00:00:00Z";
    private const string LongAgo = "2000-01-01T00:00:00Z";

    /// <summary>The queries of each list. They are of the same meaning on folders of any size, not of the same values.</summary>
    public static IReadOnlyList<string> Of(ApiClient client)
    {
        var (article, claim) = (client.LastId("articles"), client.LastId("claims"));
        var url = Uri.EscapeDataString(client.Get($"/articles/{article}").GetProperty("url").GetString()!);
        var source = client.Get($"/sources/{client.LastId("sources")}").GetProperty("url") is { ValueKind: JsonValueKind.String } address
            ? Uri.EscapeDataString(address.GetString()!) : Never;
        var (often, seldom) = (Name(0), Uri.EscapeDataString(ClaimPlanner.RareClaimant));
        var (all, rare, filled) = (LiveList(client, "all"), LiveList(client, ClaimPlanner.RareTag), FilledList(client, claim));
        return
        [
            .. Each("/claims",
            [
                "", "sort=id", "sort=updatedAt", "sort=-updatedAt", "sort=activityAt", "sort=-activityAt", "sort=priority",
                "sort=-priority", "count=true", "q=the", $"q={Never}", "status=published", "status=open", "status=researching",
                "status=in_review", "status=corrected", "status=retracted", "status=assigned", "status=retracted&sort=-priority", "tag=all",
                "tag=tag%200", $"tag={ClaimPlanner.RareTag}", $"tag={Never}", $"claimant={often}", $"claimant={seldom}",
                $"claimant={Never}", "language=en", "language=is", "language=ja", $"articleId={article}", "articleId=1", "sourceId=1",
                $"sourceId={claim}",
                "assignee=none", "assignee=me", $"assignee={Checker}", "rating=False", "rating=Half%20true", "rating=Unproven",
                "evidence=none", "verdict=none", "from=2020-06-01", "to=2020-01-03", "from=2025-12-31", "externalApp=desk-sheet",
                "externalApp=desk-sheet&externalId=row-0", $"externalApp={Never}", $"updatedSince={LongAgo}", $"updatedSince={NearFuture}",
                $"activeSince={LongAgo}", $"activeSince={NearFuture}", "idle=P1D", "ids=1,2,3", "externalId=row-0", "fields.topic=all",
                $"fields.topic={ClaimPlanner.RareTag}", $"fields.topic={Never}", $"list={all}", $"list={rare}", $"list={filled}",
                $"updatedSince={LongAgo}&sort=updatedAt",
                $"status=published&tag={ClaimPlanner.RareTag}&sort=-activityAt",
            ]),
            .. Each("/verdicts",
            [
                "", "sort=id", "sort=updatedAt", "sort=-updatedAt", "count=true", "state=published", "state=draft", "state=in_review",
                "state=approved", "state=superseded", "state=retracted", "rating=False", "rating=Half%20true", "rating=Unproven", "scale=1",
                $"articleId={article}", "articleId=1", $"claimant={often}", $"claimant={seldom}", $"claimant={Never}", "tag=all",
                $"tag={ClaimPlanner.RareTag}", $"tag={Never}", "author=me", "reviewer=me", "reviewer=none", "assignee=none",
                $"assignee={Checker}", "from=2020-01-01", "to=2020-01-01", "from=2100-01-01", "reviewDue=past", "waitingFor=me",
                $"asOf={NearFuture}", $"asOf={LongAgo}", $"updatedSince={NearFuture}", $"updatedSince={LongAgo}", "ids=1,2,3",
                $"list={all}", $"list={rare}", $"list={filled}",
            ]),
            .. Each("/articles",
            [
                "", "sort=id", "sort=updatedAt", "sort=-updatedAt", "sort=deadline", "count=true", "q=the", $"q={Never}", $"url={url}",
                $"publisher={often}", $"publisher={Name(49)}", $"publisher={Never}", "from=2020-06-01", "to=2020-01-03", "state=ready",
                "state=blocked", "assignee=none", "assignee=me", "archived=true", "archived=any", $"externalApp={Never}&externalId=1",
                $"externalApp={Never}", $"externalId={Never}", "to=2100", "archived=any&sort=deadline", $"updatedSince={NearFuture}",
                $"updatedSince={LongAgo}", "ids=1,2,3",
            ]),
            .. Each("/evidence",
            [
                "", "sort=id", "sort=updatedAt", "sort=-updatedAt", "count=true", "sourceId=1", $"sourceId={claim}", $"claimId={claim}",
                $"articleId={article}", "stance=refutes", "stance=irrelevant", $"claimId={claim}&stance=refutes",
                "articleId=1", "stance=supports", $"updatedSince={NearFuture}", $"updatedSince={LongAgo}", "q=the", $"q={Never}",
                "ids=1,2,3",
            ]),
            .. Each("/sources",
            [
                "", "sort=id", "sort=updatedAt", "sort=-updatedAt", "count=true", "q=the", $"q={Never}", $"url={source}",
                $"publisher={Never}", "medium=web_text", "medium=video", "medium=metadata", "kind=secondary", "kind=interview",
                "kind=primary,secondary", $"updatedSince={NearFuture}", $"updatedSince={LongAgo}", "ids=1,2,3",
            ]),
            .. Each("/comments",
            [
                "", "sort=id", "sort=updatedAt", "sort=-updatedAt", "count=true", $"subject=claim/{claim}", "state=open", "state=resolved",
                "author=me", $"author={Checker}", "mention=me", "mention=none", $"mention={Checker}", $"updatedSince={NearFuture}",
                $"updatedSince={LongAgo}", "ids=1,2,3",
            ]),
            .. Each("/history",
            [
                "", "sort=seq", "count=true", $"subject=claim/{claim}", "actor=me", "actor=operator", "actor=system", "kind=claim.created",
                "kind=verdict.retracted", "kind=user.created", "from=2020-01-01", "to=2020-01-01", "from=2100-01-01",
                "kind=claim.created,verdict.retracted", "actor=me&kind=claim.created", "actor=me&kind=user.created",
                "actor=me&from=2020-01-01", "sort=seq&kind=verdict.published",
            ]),
            .. Each("/claims/1/history", [""]),
            .. Each("/changes", ["", "after=1", "kinds=user.created"]),
            .. Each($"/lists/{all}/claims", [""]),
            .. Each($"/lists/{rare}/claims", [""]),
            .. Each("/me/inbox", ["", "reason=assigned", "unread=true"]),
            .. Each("/people", ["", "role=checker", $"q={Never}"]),
        ];
    }

    /// <summary>A list of the claims with a tag; a folder that was measured before has it.</summary>
    private static long LiveList(ApiClient client, string tag) => Named(client, tag) is { } made ? made
        : client.Post("/lists", new { name = tag, query = new { tag } }).GetProperty("id").GetInt64();

    private static long FilledList(ApiClient client, long claim)
    {
        if (Named(client, "filled") is { } made)
        {
            return made;
        }

        var list = client.Post("/lists", new { name = "filled" }).GetProperty("id").GetInt64();
        client.Send("PUT", $"/lists/{list}/claims/{claim}", new { });
        return list;
    }

    private static long? Named(ApiClient client, string name) => client.Get("/lists").GetProperty("items").EnumerateArray()
        .Where(list => list.GetProperty("name").GetString() == name)
        .Select(static list => (long?)list.GetProperty("id").GetInt64())
        .FirstOrDefault();

    private static string Checker => Uri.EscapeDataString("Checker " + Words.Name(9_000));

    private static string Name(int rank) => Uri.EscapeDataString(Words.Name(rank));

    private static IEnumerable<string> Each(string list, IEnumerable<string> queries) =>
        queries.Select(query => query.Length == 0 ? list : $"{list}?{query}");
}
