using System.Globalization;
using ClaimTracker.Text;
using SmartReader;

namespace ClaimTracker.Benchmarks.Pages;

/// <summary>
/// How much of the bodies of news pages reaches a sentence, and how much of what does is no part of them; beside the same of SmartReader
/// alone. Titles and captions count as noise, as in the sets.
/// </summary>
internal static class NewsScore
{
    private const string SomeAddress = "https://page.invalid/";

    private static readonly (string Name, Func<string, string> Prose)[] Readers =
    [
        ("ClaimTracker", Sentences),
        ("SmartReader alone", Alone),
    ];

    public static void Print(IReadOnlyList<MarkedPage> news, IReadOnlyList<QuotedPage> quoted)
    {
        foreach (var (name, prose) in Readers)
        {
            var scores = news.Select(p => TokenScore.Of(p.Body, prose(p.Html), run: 1)).ToList();
            var mean = TokenScore.Mean(scores);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"fundus, {news.Count} pages, {name}: recall {mean.Recall:F4}, precision {mean.Precision:F4}"));

            var texts = quoted.Select(p => (Page: p, Prose: Plain(prose(p.Html)))).ToList();
            var missed = texts.Sum(t => t.Page.Wanted.Count(w => !t.Prose.Contains(Plain(w), StringComparison.OrdinalIgnoreCase)));
            var noise = texts.Sum(t => t.Page.Unwanted.Count(w => t.Prose.Contains(Plain(w), StringComparison.OrdinalIgnoreCase)));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"trafilatura, {quoted.Count} pages, {name}: "
                + $"{100.0 * missed / quoted.Sum(static p => p.Wanted.Count):F2} % of wanted texts outside, "
                + $"{100.0 * noise / quoted.Sum(static p => p.Unwanted.Count):F2} % of unwanted inside"));
        }

        TitleScore.Print(news);
    }

    private static string Sentences(string html)
    {
        try
        {
            return string.Join('\n', ArticleParser.ReadHtml(html).Sentences.Select(static s => s.Text));
        }
        catch (ArticleReadException)
        {
            return "";
        }
    }

    private static string Alone(string html)
    {
        using var reader = new Reader(SomeAddress, html);
        return reader.GetArticle().TextContent ?? "";
    }

    private static string Plain(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace('’', '\'');
}
