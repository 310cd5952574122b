using ClaimTracker.Text.Basics;
using ClaimTracker.Text.Citations;
using ClaimTracker.Text.Dates;
using ClaimTracker.Text.Sentences;

namespace ClaimTracker.Text.Blocks;

/// <summary>
/// Makes the article from its typed runs: numbers the blocks, splits the prose, converts UTF-16 positions to code points.
/// </summary>
internal static class Assembler
{
    public static ReadArticle Assemble(string text, string language, DraftArticle article)
    {
        var rules = SentenceRules.For(language);
        var drafts = InlineBlocks.Cut(text, article, rules);
        var blocks = new List<TextBlock>(drafts.Count);
        var sentences = new List<TextSentence>();
        var (spans, all, notes) = (new List<CharSpan>(), new List<CharSpan>(), new List<TextCitation>());
        var (blockPoints, sentencePoints, notePoints) = (new CodePoints(text), new CodePoints(text), new CodePoints(text));
        foreach (var draft in drafts)
        {
            blocks.Add(new TextBlock(blocks.Count, draft.Type, blockPoints.At(draft.Span.Start), blockPoints.At(draft.Span.End)));
            if (!draft.Type.HasSentences())
            {
                continue;
            }

            BracketNotes.Find(text, draft.Span, notePoints, notes);
            spans.Clear();
            SentenceScanner.Scan(text, draft.Span, rules, spans);
            all.AddRange(spans);
            foreach (var span in spans)
            {
                sentences.Add(TextSentence.Of(text, span, sentences.Count, blocks.Count - 1, sentencePoints));
            }
        }

        var published = article.PublishedOn ?? DateOfWire(text, language, drafts);
        return new ReadArticle(text, language, article.Title, article.Byline, published, blocks, sentences)
        {
            Citations = [.. NoteCitations.Of(text, article.Notes, all).Concat(notes).OrderBy(static c => c.Start)],
            Report = ReadingReport.OfText with { Warnings = SetApart.In(text, drafts, article.PlaceOf) },
        };
    }

    /// <summary>The date in the dateline that opens a wire report, "LUND, May 3, 2019 /Newswire/ --".</summary>
    private static DateOnly? DateOfWire(string text, string language, List<Draft> drafts)
    {
        var dateline = drafts.Find(static d => d.Type == BlockType.Dateline);
        return dateline.Type == BlockType.Dateline ? DateReader.Find(dateline.Span.In(text), language) : null;
    }
}
