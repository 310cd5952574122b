using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ClaimTracker.Api.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Time.Testing;

namespace ClaimTracker.Api.Tests.Documents;

/// <summary>Sends every request of every .http file, each file to a fresh demo database, and keeps what came back.</summary>
public sealed partial class HttpFilesRun : IAsyncLifetime
{
    private const string KeyInFiles = "a-key-for-the-http-files-and-nothing-else";
    private const string HostInFiles = "http://127.0.0.1:5080";
    private const string EventStream = "text/event-stream";

    /// <summary>Later than what the demo and the files speak of. It stands still: every run gets the same answers.</summary>
    private static readonly DateTimeOffset Now = new(2026, 3, 6, 9, 30, 0, TimeSpan.Zero);

    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.GetFiles(Path.Combine(Repository.Root, "http"), "*.http")
            .Select(static f => Path.GetFileName(f))
            .Order(StringComparer.Ordinal)];

    internal List<HttpFileOutcome> Outcomes { get; } = [];

    /// <summary>The routes of the service that the files were sent to.</summary>
    internal IReadOnlyList<Route> Routes { get; private set; } = [];

    public async Task InitializeAsync()
    {
        if (TestEngine.Current.Missing is not null)
        {
            return;
        }

        foreach (var name in Names)
        {
            await using var store = await TestEngine.Current.NewAsync();
            await using var app = await Service.StartAsync(store.Settings(KeyInFiles), demo: true, new FakeTimeProvider(Now));
            Routes = Documents.Routes.Of(app.Services);
            await SendAsync(name, app);
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private async Task SendAsync(string name, WebApplication app)
    {
        using var http = new HttpClient();
        var answers = new Dictionary<string, (HttpResponseMessage Response, string Body)>(StringComparer.Ordinal);
        foreach (var request in HttpFile.Read(Repository.Read(Path.Combine("http", name))))
        {
            var message = Fill(request, answers, app.Urls.First());
            var sent = message.Content is { } content ? await content.ReadAsStringAsync() : "";
            using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead);
            var answer = await ReadAsync(response);
            answers[request.Name ?? ""] = (response, answer);
            await EndAsync(http, message, response, answer);
            var to = $"{message.Method} {message.RequestUri!.AbsolutePath}";
            Outcomes.Add(new HttpFileOutcome(name, request, to, (int)response.StatusCode, answer)
            {
                Body = sent,
                BodyType = message.Content?.Headers.ContentType?.MediaType,
                AnswerType = response.Content.Headers.ContentType?.MediaType,
            });
        }
    }

    // What goes on behind an answer is asked about until it is over, as a client would.
    private static async Task EndAsync(HttpClient http, HttpRequestMessage request, HttpResponseMessage response, string answer)
    {
        var isRunning = response.StatusCode == HttpStatusCode.Accepted
            || (response.StatusCode == HttpStatusCode.Created && (string?)JsonNode.Parse(answer)?["state"] == "queued");
        while (isRunning)
        {
            using var ask = new HttpRequestMessage(HttpMethod.Get, new Uri(request.RequestUri!, response.Headers.Location!));
            ask.Headers.Authorization = request.Headers.Authorization;
            using var asked = await http.SendAsync(ask);
            var state = (string?)JsonNode.Parse(await asked.Content.ReadAsStringAsync())!["state"];
            isRunning = state is "queued" or "running";
        }
    }

    // A stream stays open: of it, what comes with the first change.
    private static async Task<string> ReadAsync(HttpResponseMessage response)
    {
        if (response.Content.Headers.ContentType?.MediaType != EventStream)
        {
            return await DocxParts.ShownAsync(response.Content);
        }

        using var stream = new StreamReader(await response.Content.ReadAsStreamAsync());
        var lines = new StringBuilder();
        for (var line = await stream.ReadLineAsync(); line is not null; line = await stream.ReadLineAsync())
        {
            lines.Append(line).Append('\n');
            if (line.StartsWith("data:", StringComparison.Ordinal))
            {
                break;
            }
        }

        return lines.Append('\n').ToString();
    }

    private static HttpRequestMessage Fill(
        HttpFileRequest request, Dictionary<string, (HttpResponseMessage Response, string Body)> answers, string address)
    {
        string Resolve(string text) => Reference().Replace(text, match =>
            answers[match.Groups["name"].Value] is var (response, body) && match.Groups["header"] is { Success: true } header
            ? Header(response, header.Value)
            : JsonNode.Parse(body)![match.Groups["member"].Value]!.ToString());
        var message = new HttpRequestMessage(
            new HttpMethod(request.Method), Resolve(request.Address).Replace(HostInFiles, address, StringComparison.Ordinal));
        if (request.Body.Length > 0)
        {
            message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Resolve(request.Body)));
        }

        foreach (var (name, value) in request.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, Resolve(value)))
            {
                message.Content!.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return message;
    }

    private static string Header(HttpResponseMessage response, string name) =>
        name == "ETag" ? response.Headers.ETag!.ToString() : response.Headers.GetValues(name).Single();

    [GeneratedRegex(
        @"\{\{(?<name>\w+)\.response\.(headers\.(?<header>\w+)|body\.\$\.(?<member>\w+))\}\}", RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reference();
}

/// <summary>What became of a request: where it went, and what came back.</summary>
internal sealed record HttpFileOutcome(string File, HttpFileRequest Request, string Sent, int Status, string Answer)
{
    public string Body { get; init; } = "";

    public string? BodyType { get; init; }

    public string? AnswerType { get; init; }
}
