using System.CommandLine;
using ClaimTracker.Text;

namespace ClaimTracker.Benchmarks.Sentences;

/// <summary><c>sentences FOLDER</c>: how well the boundaries of each file's paragraphs are found.</summary>
internal static class SentencesCommand
{
    public static Command Build()
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = "Folder of .jsonl files of marked paragraphs" };
        folder.AcceptExistingOnly();
        var mistakes = new Option<int>("--mistakes") { Description = "How many mistakes of each file to show" };

        var command = new Command("sentences", "Scores sentence boundaries: F1 per file, of the boundaries inside paragraphs")
        {
            folder, mistakes,
        };
        command.SetAction(parsed => Score(parsed.GetValue(folder)!, parsed.GetValue(mistakes)));
        return command;
    }

    private static void Score(DirectoryInfo folder, int mistakes)
    {
        foreach (var file in folder.EnumerateFiles("*.jsonl").OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            var score = new BoundaryScore();
            foreach (var paragraph in MarkedParagraph.ReadAll(file.FullName))
            {
                score.Add(paragraph, SentenceSplitter.Split(paragraph.Text, paragraph.Language));
            }

            Console.WriteLine($"{file.Name,-28} {score}");
            foreach (var mistake in score.Mistakes.Take(mistakes))
            {
                Console.WriteLine($"    {mistake}");
            }
        }
    }
}
