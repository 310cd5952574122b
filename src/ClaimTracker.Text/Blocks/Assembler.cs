using ClaimTracker.Text.Basics;
using ClaimTracker.Text.Citations;
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
        var spans = new List<CharSpan>();
        var notes = new List<TextCitation>();
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
            foreach (var span in spans)
            {
                sentences.Add(TextSentence.Of(text, span, sentences.Count, blocks.Count - 1, sentencePoints));
            }
        }

        return new ReadArticle(text, language, article.Title, article.Byline, article.PublishedOn, blocks, sentences)
        {
            Citations = notes,
        };
    }
}
