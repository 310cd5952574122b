using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Domain.Users;
using ClaimTracker.Api.Host.Settings;
using Microsoft.Extensions.Logging.Abstractions;

namespace ClaimTracker.Api.Host.Demo;

/// <summary>
/// Loads the demo (the files of the folder Demo) into an empty database, through the API, as any client would: a checker drafts, an
/// editor approves and publishes, with keys that are revoked when it is done. On a new database the ids are always the same.
/// </summary>
internal sealed class DemoLoader(HttpClient checker, HttpClient editor)
{
    private const string CheckerName = "Demo checker";
    private const string EditorName = "Demo editor";
    private const string Label = "demo";
    private const string AnyArticleSql = "select id from articles limit 1";

    /// <returns>False where the database has articles already; then nothing is loaded.</returns>
    public static async Task<bool> LoadAsync(Db db, string address)
    {
        if (await db.ReadAsync(static tx => tx.AnyAsync(AnyArticleSql), CancellationToken.None))
        {
            return false;
        }

        var keys = await ChangeRunner.RunAsync(db, NullLogger.Instance, Actor.System, static async change =>
            new[] { await KeyAsync(change, CheckerName, Role.Checker), await KeyAsync(change, EditorName, Role.Editor) });
        try
        {
            using var checker = Client(address, keys[0].Key);
            using var editor = Client(address, keys[1].Key);
            await new DemoLoader(checker, editor).LoadAsync(JsonNode.Parse(Resource("demo.json"))!, Resource("article.txt"));
            return true;
        }
        finally
        {
            await ChangeRunner.RunAsync(db, NullLogger.Instance, Actor.System, async change =>
            {
                foreach (var (id, _) in keys)
                {
                    await KeyWriter.RevokeAsync(change, id);
                }

                return true;
            });
        }
    }

    private static async Task<(long Id, string Key)> KeyAsync(Change change, string name, Role role)
    {
        var user = await UserWriter.FindAsync(change, name)
            ?? await UserWriter.InsertAsync(change, new UserBody { Name = name, Role = role });
        return await KeyWriter.IssueAsync(change, new NewKey(user, Label, ExpiresAt: null));
    }

    private static HttpClient Client(string address, string key)
    {
        var api = new HttpClient(Handler(address)) { BaseAddress = new Uri(Reachable(address) + "/api/v1/") };
        api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return api;
    }

    // On this machine nobody stands between the service and itself, and its certificate is made out to the name that others use.
    private static SocketsHttpHandler Handler(string address)
    {
        var handler = new SocketsHttpHandler();
        if (new Uri(Reachable(address)).IsLoopback)
        {
#pragma warning disable CA5359 // See above.
            handler.SslOptions.RemoteCertificateValidationCallback = static (_, _, _, _) => true;
#pragma warning restore CA5359
        }

        return handler;
    }

    private async Task LoadAsync(JsonNode demo, string text)
    {
        var article = demo["article"]!.AsObject();
        article["text"] = text;
        var sentences = (await SendAsync(HttpMethod.Post, "articles", article))["sentences"]!.AsArray();
        foreach (var check in demo["checks"]!.AsArray())
        {
            await LoadCheckAsync(check!, SentenceOf(check!, sentences));
        }

        foreach (var skip in demo["skip"]!.AsArray())
        {
            var triage = new JsonObject { ["state"] = (string?)skip!["state"], ["reason"] = (string?)skip["reason"] };
            await SendAsync(HttpMethod.Patch, $"sentences/{SentenceOf(skip, sentences)}", triage);
        }
    }

    private async Task LoadCheckAsync(JsonNode check, long sentence)
    {
        var claim = (long)(await SendAsync(HttpMethod.Post, $"sentences/{sentence}/claims", check["claim"]))["id"]!;
        foreach (var evidence in check["evidence"]!.AsArray())
        {
            await SendAsync(HttpMethod.Post, $"claims/{claim}/evidence", evidence);
        }

        if (check["verdict"]?.AsObject() is { } verdict)
        {
            verdict.Remove("publish", out var publish);
            var id = (long)(await SendAsync(HttpMethod.Post, $"claims/{claim}/verdicts", verdict))["id"]!;
            if ((bool)publish!)
            {
                await SendAsync(HttpMethod.Post, $"verdicts/{id}/submit", body: null);
                await SendAsync(HttpMethod.Post, $"verdicts/{id}/approve", body: null, editor);
                await SendAsync(HttpMethod.Post, $"verdicts/{id}/publish", body: null, editor);
            }
        }
    }

    private async Task<JsonNode> SendAsync(HttpMethod method, string path, JsonNode? body, HttpClient? sender = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        if (method == HttpMethod.Patch)
        {
            request.Headers.TryAddWithoutValidation("If-Match", "*"); // Nobody else edits what was made just now.
        }

        using var response = await (sender ?? checker).SendAsync(request);
        var answer = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode
            ? JsonNode.Parse(answer)!
            : throw new StartException($"The demo could not be loaded: {method} {path} answered {(int)response.StatusCode} {answer}");
    }

    private static long SentenceOf(JsonNode item, JsonArray sentences)
    {
        var beginning = (string)item["sentence"]!;
        return (long)sentences.Single(s => ((string)s!["text"]!).StartsWith(beginning, StringComparison.Ordinal))!["id"]!;
    }

    // What listens on every address of the machine is reached on the loopback one.
    private static string Reachable(string address) =>
        address.Replace("//+", "//127.0.0.1", StringComparison.Ordinal).Replace("//*", "//127.0.0.1", StringComparison.Ordinal)
            .Replace("//0.0.0.0", "//127.0.0.1", StringComparison.Ordinal).Replace("//[::]", "//127.0.0.1", StringComparison.Ordinal);

    private static string Resource(string name)
    {
        using var stream = typeof(DemoLoader).Assembly.GetManifestResourceStream("Demo/" + name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
