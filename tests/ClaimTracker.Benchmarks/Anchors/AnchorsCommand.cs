using System.CommandLine;
using System.Globalization;
using ClaimTracker.Benchmarks.Pages;
using ClaimTracker.Text;

namespace ClaimTracker.Benchmarks.Anchors;

/// <summary><c>anchors FOLDER</c>: how often an anchor names a wrong place, or none, after random edits of real articles.</summary>
internal static class AnchorsCommand
{
    private const int Rounds = 5;
    private const int Context = 32;
    private const int FewestSentences = 5;

    public static Command Build()
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = "Folder with fundus/, pages packed with gzip" };
        folder.AcceptExistingOnly();
        var command = new Command("anchors", "Counts false and lost anchors after random edits of news articles") { folder };
        command.SetAction(parsed => Print(PageSet.Fundus(parsed.GetValue(folder)!)));
        return command;
    }

    private static void Print(IReadOnlyList<MarkedPage> pages)
    {
        var articles = pages
            .Select(static p => ArticleParser.ReadPlain(p.Body).Sentences.Select(static s => s.Text).ToList())
            .Where(static sentences => sentences.Count >= FewestSentences)
            .ToList();
        var (all, standing, wrong, lost) = (0, 0, 0, 0);
        for (var a = 0; a < articles.Count; a++)
        {
            for (var round = 0; round < Rounds; round++)
            {
                var edited = EditedText.Of(articles[a], articles[(a + 1) % articles.Count], (uint)((a * Rounds) + round + 1));
                foreach (var (text, start, now) in edited.Sentences)
                {
                    var anchor = QuoteFinder.Anchor(
                        edited.After,
                        text,
                        edited.Before[Math.Max(0, start - Context)..start],
                        edited.Before[(start + text.Length)..Math.Min(edited.Before.Length, start + text.Length + Context)],
                        edited.Before.IndexOf(text, StringComparison.Ordinal) != edited.Before.LastIndexOf(text, StringComparison.Ordinal));
                    all++;
                    standing += now is null ? 0 : 1;
                    wrong += anchor.Place is { } place && now != Utf16(edited.After, place.Start) ? 1 : 0;
                    lost += now is not null && anchor.Place is null ? 1 : 0;
                }
            }
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{all} anchors: {wrong} false ({10_000.0 * wrong / all:F1} in 10,000), "
            + $"{lost} of {standing} lost ({100.0 * lost / standing:F2} %)"));
    }

    /// <summary>The UTF-16 position of a code point.</summary>
    private static int Utf16(string text, int point)
    {
        var position = 0;
        for (var i = 0; i < point; i++)
        {
            position += char.IsHighSurrogate(text[position]) ? 2 : 1;
        }

        return position;
    }
}
