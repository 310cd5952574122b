using System.CommandLine;
using ClaimTracker.Text;

namespace ClaimTracker.Benchmarks.Pages;

/// <summary><c>pages FOLDER</c>: how well the body of an article is found, in pages and in their bare text.</summary>
internal static class PagesCommand
{
    /// <summary>The article-extraction-benchmark compares runs of four tokens, which also counts the order of the words.</summary>
    private const int Run = 4;
    private const double Poor = 0.95;

    public static Command Build()
    {
        var folder = new Argument<DirectoryInfo>("folder")
        {
            Description = "Folder with fundus/, trafilatura/, scrapinghub/ and readability/, pages packed with gzip",
        };
        folder.AcceptExistingOnly();
        var pages = new Option<bool>("--pages") { Description = $"Show each page below {Poor}" };

        var command = new Command("pages", "Scores article bodies: token F1 of pages and of their bare text") { folder, pages };
        command.SetAction(parsed => Score(parsed.GetValue(folder)!, parsed.GetValue(pages)));
        return command;
    }

    private static void Score(DirectoryInfo folder, bool show)
    {
        var (news, reader) = (PageSet.Scrapinghub(folder), PageSet.Readability(folder));
        Print("scrapinghub, HTML", news, static html => ArticleParser.ReadHtml(html), show);
        Print("readability, HTML", reader, static html => ArticleParser.ReadHtml(html), show);
        Print("readability, bare text", reader, static html => ArticleParser.ReadPlain(ShownText.Of(html)), show);
        Print("scrapinghub, bare text", news, static html => ArticleParser.ReadPlain(ShownText.Of(html)), show);
        TitleScore.Print(reader);
        NewsScore.Print(PageSet.Fundus(folder), PageSet.Trafilatura(folder));
    }

    private static void Print(string name, IReadOnlyList<MarkedPage> pages, Func<string, ReadArticle> read, bool show)
    {
        Console.WriteLine($"{name}, {pages.Count} pages");
        var articles = pages.Select(p => read(p.Html)).ToList();
        foreach (var (body, types) in ArticleBody.Definitions)
        {
            var bodies = articles.ConvertAll(a => ArticleBody.Of(a, types));
            var runs = pages.Zip(bodies, (p, found) => TokenScore.Of(p.Body, found, Run)).ToList();
            var tokens = pages.Zip(bodies, (p, found) => TokenScore.Of(p.Body, found, run: 1)).ToList();
            Console.WriteLine($"  {body,-22} runs of {Run}: {Line(runs)}   tokens: {Line(tokens)}");
            for (var i = 0; show && i < pages.Count; i++)
            {
                if (!(runs[i].F1 >= Poor))
                {
                    Console.WriteLine($"      {pages[i].Name} precision {runs[i].Precision:F3} recall {runs[i].Recall:F3}");
                }
            }
        }
    }

    /// <summary>F1 of the mean precision and recall, as the benchmark sums up, and the mean of the pages' own F1.</summary>
    private static string Line(List<TokenScore> scores)
    {
        var mean = TokenScore.Mean(scores);
        return $"F1 {mean.F1:F4} (P {mean.Precision:F3} R {mean.Recall:F3}), "
            + $"mean of pages {scores.Average(s => double.IsNaN(s.F1) ? 0 : s.F1):F4}";
    }
}
