using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;

namespace ClaimTracker.Api.Tests.Documents;

/// <summary>A curl command of a document, and the answer printed below it. Knows what our documents use of curl, and no more.</summary>
internal sealed partial record CurlCommand(
    string Method, string Address, IReadOnlyList<string> Headers, string? Body, string Language, string Answer)
{
    public static IEnumerable<CurlCommand> InDocument(string text) => Block().Matches(text).Select(static block =>
    {
        var command = block.Groups["command"].Value;
        var body = block.Groups["body"] is { Success: true } sent ? sent.Value : null;
        var method = MethodOption().Match(command) is { Success: true } option ? option.Groups["method"].Value
            : body is null ? "GET"
            : "POST";
        return new CurlCommand(
            method,
            AddressWord().Match(command).Groups["address"].Value,
            [.. HeaderOption().Matches(command).Select(static m => m.Groups["header"].Value)],
            body,
            block.Groups["language"].Value,
            block.Groups["answer"].Value);
    });

    /// <param name="names">What the shell knows: $API, and the keys.</param>
    public HttpRequestMessage ToRequest(IReadOnlyDictionary<string, string> names)
    {
        string Known(string text) =>
            names.Aggregate(text, static (known, name) => known.Replace(name.Key, name.Value, StringComparison.Ordinal));
        var request = new HttpRequestMessage(new HttpMethod(Method), Known(Address));
        request.Content = Body is null ? null : new ByteArrayContent(Encoding.UTF8.GetBytes(Body));
        foreach (var header in Headers.Select(header => Known(header).Split(": ", 2)))
        {
            if (header[0] == "Content-Type")
            {
                request.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse(header[1]);
            }
            else
            {
                request.Headers.Add(header[0], header[1]);
            }
        }

        return request;
    }

    [GeneratedRegex(
        @"```sh\n(?<command>curl [^\n]*?)( <<'END'\n(?<body>.*?)END)?\n```\n\n```(?<language>json|csv)\n(?<answer>.*?)```",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Block();

    [GeneratedRegex(@"-X (?<method>[A-Z]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MethodOption();

    [GeneratedRegex("\"(?<address>\\$API[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AddressWord();

    [GeneratedRegex("-H \"(?<header>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HeaderOption();
}
