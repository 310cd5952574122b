using System.Globalization;
using ClaimTracker.Text;

namespace ClaimTracker.Benchmarks.Pages;

/// <summary>
/// How often title, author and date come out as the set has them; letter case, punctuation and a site's name behind the title do not count.
/// </summary>
internal static class TitleScore
{
    public static void Print(IReadOnlyList<MarkedPage> pages)
    {
        Print("from HTML", pages, static html => ArticleParser.ReadHtml(html));
        Print("from bare text", pages, static html => ArticleParser.ReadPlain(ShownText.Of(html)));
    }

    private static void Print(string name, IReadOnlyList<MarkedPage> pages, Func<string, ReadArticle> read)
    {
        var found = pages.Select(p => (Page: p, Article: read(p.Html))).ToList();
        var dated = found.Where(f => f.Page.Published is not null);
        Console.WriteLine(
            $"{name}: title {Share(found.Where(f => f.Page.Title is { Length: > 0 }), f => Agree(f.Page.Title, f.Article.Title))}, "
            + $"byline {Share(found.Where(f => f.Page.Byline is not null), f => Agree(f.Page.Byline, f.Article.Byline))}, "
            + $"date {Share(dated, f => f.Page.Published!.StartsWith(Iso(f.Article.PublishedOn), StringComparison.Ordinal))}");
    }

    private static string Share<T>(IEnumerable<T> all, Func<T, bool> isRight)
    {
        var answers = all.Select(isRight).ToList();
        return $"{answers.Count(right => right)} of {answers.Count}";
    }

    private static bool Agree(string? expected, string? found) =>
        Letters(found) is { Length: > 0 } have
            && (Letters(expected).Contains(have, StringComparison.Ordinal) || have.Contains(Letters(expected), StringComparison.Ordinal));

    private static string Letters(string? text) => string.Concat((text ?? "").Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private static string Iso(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "none";
}
