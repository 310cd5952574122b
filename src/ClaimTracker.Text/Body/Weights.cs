using ClaimTracker.Text.Blocks;
using ClaimTracker.Text.Languages;
using ClaimTracker.Text.Lines;

namespace ClaimTracker.Text.Body;

/// <summary>What each passage of a page says for or against being part of an article, and sums of that over runs of passages.</summary>
internal sealed class Weights
{
    private const int FewestWordsOfSentence = 6;
    private const int FewestWordsOfProse = 12;
    private const int MostCountedWords = 100;
    private const int MostWordsToFunctionWord = 5;
    private const double MostlyLinks = 0.5;
    private const double NothingButLinks = 0.85;

    private readonly double[] _sums;
    private readonly int[] _prose;
    private readonly int[] _words;
    private readonly int[] _voted;

    public Weights(PageFacts page)
    {
        var (text, passages) = (page.Text, page.Passages);
        _sums = new double[passages.Count + 1];
        _prose = new int[passages.Count + 1];
        _words = new int[passages.Count + 1];
        _voted = new int[passages.Count + 1];
        for (var i = 0; i < passages.Count; i++)
        {
            var words = LineShape.WordCount(passages[i].Span.In(text));
            var (weight, isProse) = Of(text, passages[i], words, page.Language);
            _sums[i + 1] = _sums[i] + weight;
            _prose[i + 1] = _prose[i] + (isProse ? words : 0);
            _words[i + 1] = _words[i] + words;
            _voted[i + 1] = _voted[i] + (isProse && page.Voted?.Contains(i) == true ? words : 0);
        }
    }

    /// <summary>The words of prose on the page.</summary>
    public int AllProse => _prose[^1];

    /// <summary>Those of them that another method found.</summary>
    public int AllVoted => _voted[^1];

    public double Sum(int first, int end) => _sums[end] - _sums[first];

    public int ProseIn(int first, int end) => _prose[end] - _prose[first];

    /// <summary>The words of prose that another method found too.</summary>
    public int VotedIn(int first, int end) => _voted[end] - _voted[first];

    public int Words(int first, int end) => _words[end] - _words[first];

    public bool IsProse(int passage) => ProseIn(passage, passage + 1) > 0;

    private static (double Weight, bool IsProse) Of(string text, PagePassage passage, int words, string? language)
    {
        var line = passage.Span.In(text);
        if (LineShape.StandsAlone(text, passage.Span) || SiteChrome.Is(line))
        {
            return (-4, false);
        }

        if (passage.Type is BlockType.Quote)
        {
            return (Math.Min(words, MostCountedWords) / 2.0, words >= FewestWordsOfSentence);
        }

        if (passage.Type is BlockType.Caption or BlockType.Title or BlockType.Byline or BlockType.Dateline)
        {
            return (0, false);
        }

        var counted = Math.Min(words, MostCountedWords);
        if (passage.Type == BlockType.Heading)
        {
            return (passage.LinkShare > MostlyLinks ? -4 : 0, false);
        }

        var ends = LineShape.EndsSentence(text, passage.Span) && words >= FewestWordsOfSentence;
        var isProse = ends || (words >= FewestWordsOfProse && (passage.InParagraph || RunsOn(line, words, language)));
        if (!isProse)
        {
            var weight = passage.Type is BlockType.TableRow ? 1 : passage.Type is BlockType.ListItem || passage.InParagraph ? 0 : -2;
            return (passage.LinkShare > MostlyLinks ? -4 : weight, false);
        }

        return passage.LinkShare switch
        {
            > NothingButLinks => (passage.InParagraph ? 0 : -4, false),
            > MostlyLinks => (passage.InParagraph && ends ? counted / 2.0 : -2, passage.InParagraph && ends),
            _ => ((passage.InParagraph ? 1 : 0.7) * (ends ? counted : counted / 2.0), true),
        };
    }

    private static bool RunsOn(ReadOnlySpan<char> line, int words, string? language) =>
        words >= 2 * FewestWordsOfProse
        && (language is null || !FunctionWords.ByLanguage.TryGetValue(language, out var small)
            || FunctionWords.CountIn(line, small) * MostWordsToFunctionWord >= words);
}
