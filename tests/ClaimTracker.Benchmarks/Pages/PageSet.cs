using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace ClaimTracker.Benchmarks.Pages;

/// <summary>A page and what its set says of it.</summary>
internal sealed record MarkedPage(
    string Name, string Html, string Body, string? Title = null, string? Byline = null, string? Published = null);

/// <summary>Reads the pages of two public sets, as they are laid out there.</summary>
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
