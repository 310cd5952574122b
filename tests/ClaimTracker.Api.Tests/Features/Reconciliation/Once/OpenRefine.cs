using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.Reconciliation;

/// <summary>A real OpenRefine without its window, with a folder of its own: it is asked as its pages in the browser ask it.</summary>
internal sealed class OpenRefine : IAsyncDisposable
{
    private const string Engine = """{"facets":[],"mode":"row-based"}""";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly DirectoryInfo _folder;
    private readonly Process _process;
    private readonly HttpClient _http;

    private OpenRefine(DirectoryInfo folder, Process process, Uri address) =>
        (_folder, _process, _http) = (folder, process, new HttpClient { BaseAddress = address, Timeout = ServiceProcess.Patience });

    /// <summary>Where its pages come from, as browsers spell it.</summary>
    public string Origin => _http.BaseAddress!.GetLeftPart(UriPartial.Authority);

    /// <summary>Starts it, and waits until it answers.</summary>
    public static async Task<OpenRefine> StartAsync()
    {
        var folder = Scratch.NewFolder("openrefine");
        var port = FreePort();
        var start = new ProcessStartInfo(
            "openrefine", ["-p", $"{port}", "-i", "127.0.0.1", "-d", folder.FullName, "-m", "256M", "-x", "refine.headless=true"])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment["HOME"] = folder.FullName;
        start.Environment["XDG_DATA_HOME"] = folder.FullName;
        var process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var refine = new OpenRefine(folder, process, new Uri($"http://127.0.0.1:{port}"));
        await refine.AnswersAsync();
        return refine;
    }

    /// <summary>Makes a project of a table.</summary>
    /// <returns>The number of the project.</returns>
    public async Task<string> CreateProjectAsync(string csv)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(csv), "project-file", "table.csv" },
            { new StringContent("Table"), "project-name" },
        };
        const string options = """{"separator":",","headerLines":1,"encoding":"UTF-8"}""";
        var command = Command(
            "create-project-from-upload", ("csrf_token", await TokenAsync()), ("format", "text/line-based/*sv"), ("options", options));
        using var answer = await _http.PostAsync(command, form);
        return answer.RequestMessage!.RequestUri!.Query.Split("project=")[1];
    }

    /// <summary>The types that a column may be of, as it found by asking for some of its values.</summary>
    public async Task<IReadOnlyList<string>> GuessTypesAsync(string project, string column, JsonNode service)
    {
        var guessed = await PostAsync(
            Command("guess-types-of-column", ("project", project), ("columnName", column), ("service", (string)service["url"]!)));
        return [.. guessed["types"]!.AsArray().Select(static type => (string)type!["id"]!)];
    }

    /// <summary>Asks for all values of a column what they stand for, and waits until all is answered.</summary>
    public async Task ReconcileAsync(string project, string column, string? type, JsonNode service)
    {
        var config = new JsonObject
        {
            ["mode"] = "standard-service",
            ["service"] = (string?)service["url"],
            ["identifierSpace"] = (string?)service["identifierSpace"],
            ["schemaSpace"] = (string?)service["schemaSpace"],
            ["type"] = type is null ? null : new JsonObject { ["id"] = type, ["name"] = type },
            ["autoMatch"] = true,
            ["columnDetails"] = new JsonArray(),
            ["limit"] = 0,
        };
        await PostAsync(
            Command("reconcile", ("project", project)), ("columnName", column), ("config", config.ToJsonString()), ("engine", Engine));
        await EndsAsync(project);
    }

    /// <summary>What a few values would get, as it is shown before columns are added.</summary>
    public Task<JsonNode> PreviewAsync(string project, string column, IReadOnlyList<string> properties) => PostAsync(
        Command("preview-extend-data", ("project", project), ("columnName", column)),
        ("rowIndices", "[0]"),
        ("extension", Extension(properties)));

    /// <summary>Adds columns with values of what the values of a column stand for.</summary>
    public async Task ExtendAsync(string project, string column, JsonNode service, IReadOnlyList<string> properties)
    {
        await PostAsync(
            Command(
                "extend-data",
                ("project", project),
                ("baseColumnName", column),
                ("endpoint", (string)service["url"]!),
                ("identifierSpace", (string)service["identifierSpace"]!),
                ("schemaSpace", (string)service["schemaSpace"]!),
                ("columnInsertIndex", "1")),
            ("engine", Engine),
            ("extension", Extension(properties)));
        await EndsAsync(project);
    }

    /// <summary>The rows: the values of cells, and what they stand for.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<(string? Value, JsonNode? Recon)>>> RowsAsync(string project)
    {
        var page = await GetAsync(Command("get-rows", ("project", project), ("start", "0"), ("limit", "100")));
        var recons = page["pool"]!["recons"]!;
        return
        [
            .. page["rows"]!.AsArray().Select(row => row!["cells"]!.AsArray()
                .Select(cell => (cell?["v"]?.ToString(), cell?["r"] is { } recon ? recons[recon.ToString()] : null))
                .ToList()),
        ];
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _process.Kill(entireProcessTree: true); // A script, and Java.
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private static string Extension(IEnumerable<string> properties) => JsonSerializer.Serialize(
        new { properties = properties.Select(static id => new { id, name = id }) });

    private static Uri Command(string command, params (string Name, string Value)[] query) => new(
        $"/command/core/{command}?{string.Join('&', query.Select(static one => $"{one.Name}={Uri.EscapeDataString(one.Value)}"))}",
        UriKind.Relative);

    private async Task<string> TokenAsync() => (string)(await GetAsync(Command("get-csrf-token")))["token"]!;

    private async Task<JsonNode> GetAsync(Uri command) => JsonNode.Parse(await _http.GetStringAsync(command))!;

    private async Task<JsonNode> PostAsync(Uri command, params (string Name, string Value)[] members)
    {
        using var form = new FormUrlEncodedContent(
        [
            .. members.Select(static one => KeyValuePair.Create(one.Name, one.Value)), new("csrf_token", await TokenAsync()),
        ]);
        using var answer = await _http.PostAsync(command, form);
        var said = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.True((string?)said["code"] is "ok" or "pending", said.ToJsonString());
        return said;
    }

    private Task EndsAsync(string project) => UntilAsync(
        async () => (await GetAsync(Command("get-processes", ("project", project))))["processes"]!.AsArray() is [], "It works on and on.");

    private Task AnswersAsync() => UntilAsync(
        async () =>
        {
            Assert.False(_process.HasExited, "OpenRefine has ended.");
            try
            {
                return (await GetAsync(Command("get-version")))["version"] is not null;
            }
            catch (Exception early) when (early is HttpRequestException or JsonException)
            {
                return false;
            }
        },
        "OpenRefine takes no requests.");

    private static async Task UntilAsync(Func<Task<bool>> isSo, string otherwise)
    {
        var began = Stopwatch.GetTimestamp();
        while (!await isSo())
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < ServiceProcess.Patience, otherwise);
            await Task.Delay(Pause);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
