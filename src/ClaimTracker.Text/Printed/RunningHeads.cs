using System.Text;
using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text.Printed;

/// <summary>Finds running heads and page numbers: lines at the edge of a page that return on others, but for their numbers.</summary>
internal static class RunningHeads
{
    /// <summary>The part of the height of a page, above and below, in which they stand.</summary>
    private const double Edge = 0.13;

    /// <summary>Lines at an edge.</summary>
    private const int MostLines = 3;
    private const int LongestNumber = 24;

    private static readonly WordSet PageWords = new(
        "page pages seite pagina página pág pag side sida strona str стр страница halaman sayfa of von de di van z od sur 第 頁 页");

    /// <summary>Takes them out of the words of each page.</summary>
    /// <param name="pages">The words of each page; those that are taken out are removed.</param>
    /// <param name="heights">The height of each page.</param>
    /// <returns>For each page those at its top, and those at its foot.</returns>
    public static List<(List<TextLine> Above, List<TextLine> Below)> TakeOut(List<List<PrintedWord>> pages, IReadOnlyList<double> heights)
    {
        var edges = pages.Select((words, page) => (Above: EdgeOf(words, heights[page], true), Below: EdgeOf(words, heights[page], false)))
            .ToList();
        var counts = edges.SelectMany(static e => Forms(e.Above, "above").Concat(Forms(e.Below, "below")).Distinct(StringComparer.Ordinal))
            .CountBy(static form => form, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
        var fewest = Math.Max(2, pages.Count / 6);
        return [.. edges.Select((edge, page) => (Take(edge.Above, "above", page), Take(edge.Below, "below", page)))];

        List<TextLine> Take(List<List<PrintedWord>> rows, string place, int page)
        {
            var heads = new List<TextLine>();
            for (var i = 0; i < rows.Count; i++)
            {
                var line = TextLine.Of(rows[i]);
                if (counts[place + FormOf(line.Text)] >= fewest || (i == 0 && IsNumber(line.Text)))
                {
                    heads.Add(line);
                    var taken = rows[i].ToHashSet();
                    pages[page].RemoveAll(taken.Contains);
                }
            }

            return [.. heads.OrderByDescending(static l => l.Base)];
        }
    }

    /// <summary>The rows at an edge of the page, the outermost first.</summary>
    private static List<List<PrintedWord>> EdgeOf(List<PrintedWord> words, double height, bool above)
    {
        var near = words.Where(w => above ? w.Base > height * (1 - Edge) : w.Base < height * Edge);
        var rows = TextLine.Rows(near);
        return [.. (above ? rows : rows.Reverse()).Take(MostLines)];
    }

    private static IEnumerable<string> Forms(List<List<PrintedWord>> rows, string place) =>
        rows.Select(row => place + FormOf(TextLine.Of(row).Text));

    /// <summary>The words, with one sign for any number.</summary>
    private static string FormOf(string text)
    {
        var form = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var sign = char.IsDigit(c) ? '#' : char.IsWhiteSpace(c) ? ' ' : char.ToUpperInvariant(c);
            if (!(form.Length > 0 && form[^1] == sign && sign is '#' or ' '))
            {
                form.Append(sign);
            }
        }

        return form.ToString();
    }

    /// <summary>Recognises "17", "- 17 -", "Page 17 of 40", "xii".</summary>
    private static bool IsNumber(string text)
    {
        if (text.Length > LongestNumber)
        {
            return false;
        }

        var (numbers, others) = (0, 0);
        foreach (var word in text.Split(
            [' ', '\t', '-', '–', '—', '/', '|', '[', ']', '(', ')', '.', '·'], StringSplitOptions.RemoveEmptyEntries))
        {
            var isNumber = word.Length <= 5 && (word.All(char.IsDigit) || word.All(static c => c is 'i' or 'v' or 'x' or 'l'));
            numbers += isNumber ? 1 : 0;
            others += isNumber || PageWords.Contains(word.ToLowerInvariant()) ? 0 : 1;
        }

        return numbers is 1 or 2 && others == 0;
    }
}
