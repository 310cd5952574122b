using System.IO.Compression;
using System.Text;
using System.Text.Json;
using ClaimTracker.Text;

namespace ClaimTracker.Benchmarks.Pages;

/// <summary>A page and what its set says of it.</summary>
internal sealed record MarkedPage(
    string Name, string Html, string Body, string? Title = null, string? Byline = null, string? Published = null);

/// <summary>A page, with texts that stand in its article and texts that do not.</summary>
internal sealed record QuotedPage(string Name, string Html, IReadOnlyList<string> Wanted, IReadOnlyList<string> Unwanted);

/// <summary>Reads the pages of public sets, as they are laid out there.</summary>
internal static class PageSet
{
    public static IReadOnlyList<MarkedPage> Scrapinghub(DirectoryInfo folder)
    {
        var home = Path.Combine(folder.FullName, "scrapinghub");
        using var truth = JsonDocument.Parse(File.ReadAllText(Path.Combine(home, "ground-truth.json")));
        return
        [
            .. truth.RootElement.EnumerateObject()
                .Select(p => (p.Name, Path: Path.Combine(home, p.Name + ".html.gz"), Body: Text(p.Value, "articleBody")))
                .Where(p => File.Exists(p.Path))
                .Select(p => new MarkedPage(p.Name, Unpack(p.Path), p.Body ?? "")),
        ];
    }

    public static IReadOnlyList<MarkedPage> Readability(DirectoryInfo folder) =>
        [.. Directory.GetDirectories(Path.Combine(folder.FullName, "readability")).Order(StringComparer.Ordinal).Select(ReadabilityPage)];

    /// <summary>News pages of many countries, whose body is given as paragraphs.</summary>
    public static IReadOnlyList<MarkedPage> Fundus(DirectoryInfo folder) =>
    [
        .. Marked(folder, "fundus", static (name, html, facts) => new MarkedPage(
            name,
            html,
            string.Join('\n', facts.GetProperty("paragraphs").EnumerateArray().Select(static p => p.GetString())),
            Text(facts, "title"),
            facts.GetProperty("authors") is { ValueKind: JsonValueKind.Array } authors && authors.GetArrayLength() > 0
                ? string.Join(", ", authors.EnumerateArray().Select(static a => a.GetString()))
                : null,
            Text(facts, "date"))),
    ];

    /// <summary>Pages with texts that an article has, and texts that stand around it.</summary>
    public static IReadOnlyList<QuotedPage> Trafilatura(DirectoryInfo folder) =>
    [
        .. Marked(folder, "trafilatura", static (name, html, facts) => new QuotedPage(
            name, html, Texts(facts.GetProperty("with")), Texts(facts.GetProperty("without")))),
    ];

    private static List<T> Marked<T>(DirectoryInfo folder, string set, Func<string, string, JsonElement, T> page)
    {
        var home = Path.Combine(folder.FullName, set);
        using var truth = JsonDocument.Parse(File.ReadAllText(Path.Combine(home, "ground-truth.json")));
        return
        [
            .. truth.RootElement.EnumerateObject()
                .Where(p => File.Exists(Path.Combine(home, p.Name)))
                .Select(p => page(p.Name, TextDecoder.DecodePage(UnpackBytes(Path.Combine(home, p.Name))), p.Value)),
        ];
    }

    private static string[] Texts(JsonElement list) => [.. list.EnumerateArray().Select(static text => text.GetString()!)];

    private static byte[] UnpackBytes(string path)
    {
        using var packed = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        packed.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static MarkedPage ReadabilityPage(string home)
    {
        using var facts = JsonDocument.Parse(Unpack(Path.Combine(home, "expected-metadata.json.gz")));
        return new MarkedPage(
            Path.GetFileName(home),
            Unpack(Path.Combine(home, "source.html.gz")),
            ShownText.Of(Unpack(Path.Combine(home, "expected.html.gz"))),
            Text(facts.RootElement, "title"),
            Text(facts.RootElement, "byline"),
            Text(facts.RootElement, "publishedTime"));
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Unpack(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
