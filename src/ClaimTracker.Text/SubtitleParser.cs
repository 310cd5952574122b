using ClaimTracker.Text.Blocks;
using ClaimTracker.Text.Cues;
using ClaimTracker.Text.Languages;

namespace ClaimTracker.Text;

/// <summary>Reads the subtitles of a recording, in SRT or WebVTT.</summary>
public static class SubtitleParser
{
    /// <summary>In UTF-16 units.</summary>
    public const int LongestText = 8_000_000;

    /// <summary>
    /// Joins the cues to running text. Numbers, times, settings, styles and notes are no part of it. Each sentence has the time of the
    /// cues that it spans.
    /// </summary>
    /// <param name="text">The file.</param>
    /// <param name="language">A BCP 47 tag; if it is left out, the language is detected.</param>
    /// <param name="isDraft">True for a text of one's own: sounds in brackets are paragraphs too.</param>
    /// <exception cref="ArticleReadException">The file is larger than any recording, or holds no cue.</exception>
    public static ReadArticle Read(string text, string? language = null, bool isDraft = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > LongestText)
        {
            throw new ArticleReadException($"The file has {text.Length:N0} characters; the limit is {LongestText:N0}.");
        }

        var spoken = SpokenText.Of(CueReader.Read(text));
        var words = spoken.Document.ToString();
        var given = LanguageTag.Primary(language);
        var code = given ?? LanguageDetector.Detect(words);
        var draft = new DraftArticle(
            spoken.Document.Passages.ConvertAll(static p => new Draft(p.Type ?? BlockType.Paragraph, p.Span)));
        var article = Assembler.Assemble(words, code, isDraft ? draft.AsDraft() : draft);
        return article with
        {
            Sentences = Timed(words, article.Sentences, spoken),
            Report = article.Report with { Method = isDraft ? "draft" : "document", LanguageFrom = given is null ? "detected" : "given" },
        };
    }

    private static List<TextSentence> Timed(string text, IReadOnlyList<TextSentence> sentences, SpokenText spoken)
    {
        var points = new CodePoints(text);
        var times = spoken.Times
            .Select(t => (Start: points.At(t.Span.Start), End: points.At(t.Span.End), From: t.Start, To: t.End))
            .ToList();
        var (timed, first) = (new List<TextSentence>(sentences.Count), 0);
        foreach (var sentence in sentences)
        {
            while (first < times.Count && times[first].End <= sentence.Start)
            {
                first++;
            }

            var (from, to) = (TimeSpan.MaxValue, TimeSpan.Zero);
            for (var i = first; i < times.Count && times[i].Start < sentence.End; i++)
            {
                (from, to) = (times[i].From < from ? times[i].From : from, times[i].To > to ? times[i].To : to);
            }

            timed.Add(from == TimeSpan.MaxValue ? sentence : sentence with { Media = new MediaSpan(from, to) });
        }

        return timed;
    }
}
