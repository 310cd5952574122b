using System.Text;
using System.Text.RegularExpressions;
using ClaimTracker.Api.Commands;
using ClaimTracker.Api.Tests.Hosting;
using Microsoft.Extensions.Configuration;

namespace ClaimTracker.Api.Tests.Documents;

/// <summary>The .http files do what they say, each on a fresh demo database.</summary>
public sealed partial class HttpFilesTests
{
    private const string KeyInFiles = "a-key-for-the-http-files-and-nothing-else";
    private const string HostInFiles = "http://127.0.0.1:5080";

    private static readonly IReadOnlyList<string> Names =
        [.. Directory.GetFiles(Path.Combine(Repository.Root, "http"), "*.http").Select(static f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Files => [.. Names];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Every_request_gets_the_answer_in_its_title(string file)
    {
        var folder = Directory.CreateTempSubdirectory("claimtracker-http-").FullName;
        await using var app = await ServeCommand.StartAsync(SettingsFor(folder), demo: true, TimeProvider.System);
        using var http = new HttpClient();
        var answers = new Dictionary<string, HttpResponseMessage>(StringComparer.Ordinal);
        var requests = HttpFile.Read(Repository.Read(Path.Combine("http", file))).ToList();

        Assert.NotEmpty(requests);
        foreach (var request in requests)
        {
            var response = await http.SendAsync(Fill(request, answers, app.Urls.First()));
            Assert.True((int)response.StatusCode == request.Status, $"{file}: {request.Title}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
            answers[request.Name ?? ""] = response;
        }
    }

    [Fact]
    public async Task Every_route_stands_in_a_file()
    {
        var requests = Names.SelectMany(static name => HttpFile.Read(Repository.Read(Path.Combine("http", name))))
            .Select(static r => $"{r.Method} {r.Address.Replace(HostInFiles, "", StringComparison.Ordinal).Split('?')[0]}").ToList();
        var host = new ApiHost();
        await host.InitializeAsync();

        var missing = Routes.Of(host.Services).Where(route => !requests.Exists(route.Matches)).ToList();

        await host.DisposeAsync();
        Assert.Empty(missing);
    }

    private static HttpRequestMessage Fill(HttpFileRequest request, Dictionary<string, HttpResponseMessage> answers, string address)
    {
        string Resolve(string text) => Reference().Replace(text, match => Header(answers[match.Groups["name"].Value], match.Groups["header"].Value));
        var message = new HttpRequestMessage(new HttpMethod(request.Method), Resolve(request.Address).Replace(HostInFiles, address, StringComparison.Ordinal));
        if (request.Body.Length > 0)
        {
            message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(request.Body));
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

    private static Settings SettingsFor(string folder) => new(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["Urls"] = "http://127.0.0.1:0",
        ["Data:Folder"] = folder,
        ["Auth:AdminKey"] = KeyInFiles,
        ["Logging:LogLevel:Default"] = "Error",
    }).Build());

    [GeneratedRegex(@"\{\{(?<name>\w+)\.response\.headers\.(?<header>\w+)\}\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reference();
}
