using System.Net;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Web;

/// <summary>What is in the log, and what never is.</summary>
[Collection(Processes.Name)]
public sealed class LogTests
{
    // A word that no program writes by itself; it is in everything that is sent below.
    private const string Canary = "Quetzalcoatlus";

    private static readonly Dictionary<string, string> Everything = new(StringComparer.Ordinal)
    {
        ["Logging__LogLevel__Default"] = "Trace",
        ["Logging__LogLevel__Microsoft"] = "Trace",
    };

    [Theory]
    [InlineData("json")]
    [InlineData("text")]
    public async Task No_text_key_query_header_or_path_of_a_client_is_in_any_line_however_much_is_logged_and_whatever_fails(string format)
    {
        await using var store = await TestEngine.Current.NewAsync();
        Break(store);
        using var service = await ServiceProcess.ServeAsync(
            store, new Dictionary<string, string>(Everything, StringComparer.Ordinal) { ["Logging__Format"] = format });
        var api = service.Driver(ApiHost.Key);
        api.Http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", Canary);
        api.Http.DefaultRequestHeaders.TryAddWithoutValidation("Referer", $"http://{Canary}.example/");
        api.Http.DefaultRequestHeaders.TryAddWithoutValidation("Cookie", $"a={Canary}");

        var (article, sentences) = await api.GivenArticleAsync($"{Canary} flew over the harbour. It was seen by {Canary} again.");
        await api.GivenAsync($"/sentences/{sentences[0]}/claims", new { text = $"{Canary} flew." });
        var failed = await api.PostAsync("/claims", new { text = $"{Canary} and the trigger." });
        Assert.Equal(HttpStatusCode.InternalServerError, failed.Status);
        var bad = await api.PostAsync("/claims", new { text = $"{Canary}\u0001" });
        Assert.Equal(HttpStatusCode.BadRequest, bad.Status);
        await api.SendTextAsync(HttpMethod.Post, "/claims", $$"""{"text":"{{Canary}}",""");
        await api.SendTextAsync(HttpMethod.Post, "/claims", $$"""{"{{Canary}}":1}""");
        await api.SendTextAsync(HttpMethod.Post, "/claims", Canary, $"text/{Canary}");
        await api.SendTextAsync(new HttpMethod(Canary.ToUpperInvariant()), "/claims", "{}");
        await api.GetAsync($"/claims?q={Canary}");
        await api.GetAsync($"/claims?cursor={Canary}&{Canary}=1");
        await api.GetAsync($"/articles/{article}/{Canary}");
        await api.Http.GetAsync($"/{Canary}?{Canary}");
        Assert.Equal(HttpStatusCode.Unauthorized, (await service.Driver($"ct_{Canary}").GetAsync("/claims")).Status);
        Assert.Equal(0, await service.StopAsync());

        var log = await service.LogAsync();
        Assert.DoesNotContain(Canary, log, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(ApiHost.Key, log, StringComparison.Ordinal);
        foreach (var problem in new[] { failed, bad })
        {
            Assert.Contains((string)problem.Json["traceId"]!, log, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Each_line_is_one_object_with_its_event_and_each_request_has_one()
    {
        await using var store = await TestEngine.Current.NewAsync();
        Break(store);
        using var service = await ServiceProcess.ServeAsync(store, new Dictionary<string, string>(StringComparer.Ordinal));
        var api = service.Driver(ApiHost.Key);
        await api.GivenClaimAsync();
        await api.GetAsync("/claims/1?");
        await api.Http.GetAsync("/healthz");
        await api.Http.GetAsync("/readyz");
        var failed = await api.PostAsync("/claims", new { text = "Quetzalcoatlus" });
        await service.StopAsync();

        var lines = (await service.LogAsync()).TrimEnd('\n').Split('\n').Select(static line => JsonNode.Parse(line)!.AsObject()).ToList();
        Assert.All(lines, static line =>
            Assert.Equal(["time", "level", "event"], line.Take(3).Select(static member => member.Key), StringComparer.Ordinal));
        Assert.Equal(
            ["started", "stopping", "stopped"],
            Ours(lines).Where(static name => name.StartsWith("st", StringComparison.Ordinal)),
            StringComparer.Ordinal);
        Assert.Equal(
            ["POST /api/v1/claims 201", "GET /api/v1/claims/{id} 200", "POST /api/v1/claims 500"],
            lines.Where(static line => (string)line["event"]! == "request")
                .Select(static line => $"{line["method"]} {line["route"]} {line["status"]}"),
            StringComparer.Ordinal);
        var found = lines.Where(line => (string?)line["traceId"] == (string?)failed.Json["traceId"]).ToList();
        Assert.Equal(["request_failed", "request"], Ours(found), StringComparer.Ordinal);
        Assert.Contains("at ClaimTracker.", (string)found[0]["failure"]!, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Ours(IEnumerable<JsonObject> lines) => lines.Select(static line => (string)line["event"]!);

    // A fault whose message quotes what was being written: what neither engine does by itself.
    private static void Break(TestStore store) => store.Ask(TestEngine.Current is SqliteTestEngine
        ? "create trigger breaks before insert on claims when new.text like '%trigger%' or new.text = 'Quetzalcoatlus' "
            + "begin select raise(abort, 'Quetzalcoatlus broke it'); end"
        : """
          create function break() returns trigger language plpgsql as $$ begin raise exception 'It broke at %', new.text; end $$;
          create trigger breaks before insert on claims for each row
          """ + """
           when (new.text like '%trigger%' or new.text = 'Quetzalcoatlus') execute function break();
          """);
}
