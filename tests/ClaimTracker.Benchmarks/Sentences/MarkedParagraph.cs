using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClaimTracker.Benchmarks.Sentences;

/// <summary>A paragraph whose sentences people have marked: one line of a .jsonl file.</summary>
/// <param name="Text">The paragraph.</param>
/// <param name="Language">Its language, as BCP 47 has it.</param>
/// <param name="Spans">Start and end of each sentence, in code points.</param>
internal sealed record MarkedParagraph(string Text, [property: JsonPropertyName("lang")] string Language, IReadOnlyList<int[]> Spans)
{
    public static IEnumerable<MarkedParagraph> ReadAll(string path) =>
        from line in File.ReadLines(path)
        where line.Length > 0
        select JsonSerializer.Deserialize<MarkedParagraph>(line, JsonSerializerOptions.Web)
            ?? throw new InvalidDataException($"{path} has a line that is no paragraph.");
}
