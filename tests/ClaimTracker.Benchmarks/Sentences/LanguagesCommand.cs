using System.CommandLine;
using ClaimTracker.Text;

namespace ClaimTracker.Benchmarks.Sentences;

/// <summary><c>languages FOLDER</c>: how often the language of a paragraph is told wrongly.</summary>
internal static class LanguagesCommand
{
    public static Command Build()
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = "Folder of .jsonl files of marked paragraphs" };
        folder.AcceptExistingOnly();
        var longer = new Option<int>("--longer")
        {
            Description = "Only paragraphs of more characters than this",
            DefaultValueFactory = static _ => 150,
        };

        var command = new Command("languages", "Counts the paragraphs of each file whose language is told wrongly") { folder, longer };
        command.SetAction(parsed => Count(parsed.GetValue(folder)!, parsed.GetValue(longer)));
        return command;
    }

    private static void Count(DirectoryInfo folder, int longer)
    {
        foreach (var file in folder.EnumerateFiles("*.jsonl").OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            var paragraphs = MarkedParagraph.ReadAll(file.FullName).Where(p => p.Text.EnumerateRunes().Count() > longer).ToList();
            var wrong = paragraphs.Select(p => SentenceSplitter.LanguageOf(p.Text))
                .Where((found, i) => found != paragraphs[i].Language)
                .ToList();
            Console.WriteLine($"{file.Name,-28} wrong {wrong.Count} of {paragraphs.Count}  {string.Join(' ', wrong)}");
        }
    }
}
