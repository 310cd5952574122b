namespace ClaimTracker.Api.Tests.Documents;

/// <summary>
/// One request of an .http file: its title, which begins with the status that it should get, and the name under which later
/// requests refer to its answer.
/// </summary>
internal sealed record HttpFileRequest(
    string Title, int Status, string? Name, string Method, string Address, IReadOnlyList<(string Name, string Value)> Headers, string Body);

/// <summary>Reads .http files as editors do, as far as ours go.</summary>
internal static class HttpFile
{
    private const string Separator = "### ";

    public static IEnumerable<HttpFileRequest> Read(string text)
    {
        var variables = text.Split('\n').Where(static line => line.StartsWith('@')).Select(static line => line[1..].Split(" = ", 2))
            .ToDictionary(static pair => pair[0], static pair => pair[1], StringComparer.Ordinal);
        foreach (var part in text.Split("\n" + Separator).Skip(1))
        {
            yield return ReadRequest(
                variables.Aggregate(part, static (known, v) => known.Replace("{{" + v.Key + "}}", v.Value, StringComparison.Ordinal)));
        }
    }

    private static HttpFileRequest ReadRequest(string part)
    {
        var title = part[..part.IndexOf('\n', StringComparison.Ordinal)];
        var lines = part.Split('\n').Skip(1).ToList();
        var name = lines.FirstOrDefault(static line => line.StartsWith("# @name ", StringComparison.Ordinal))?[8..];
        var request = lines.SkipWhile(static line => line.StartsWith('#')).ToList();
        var first = request[0].Split(' ', 2);
        var headers = request.Skip(1)
            .TakeWhile(static line => line.Length > 0)
            .Select(static line => line.Split(": ", 2))
            .Select(static h => (h[0], h[1]));
        var body = string.Join('\n', request.SkipWhile(static line => line.Length > 0)).Trim('\n');
        return new HttpFileRequest(title, int.Parse(title.Split(' ')[0]), name, first[0], first[1], [.. headers], body);
    }
}
