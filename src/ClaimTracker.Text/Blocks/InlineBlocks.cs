using ClaimTracker.Text.Basics;
using ClaimTracker.Text.Sentences;

namespace ClaimTracker.Text.Blocks;

/// <summary>
/// Cuts wire datelines, credits and disclaimers out of lines of prose, into blocks of their own. Also finds the author's bio.
/// </summary>
internal static class InlineBlocks
{
    /// <summary>Bios and disclaimers are among the last paragraphs.</summary>
    private const int ClosingParagraphs = 4;

    /// <summary>A wire dateline opens the report; at most a standfirst comes before it.</summary>
    private const int OpeningParagraphs = 3;

    /// <summary>Before the "/Newswire/" of a press release come contacts and labels.</summary>
    private const int OpeningOfRelease = 10;

    public static List<Draft> Cut(string text, DraftArticle article, SentenceRules rules)
    {
        var paragraphs = article.Blocks.Count(b => b.Type == BlockType.Paragraph);
        var cut = new List<Draft>(article.Blocks.Count + 8);
        var seen = 0;
        foreach (var block in article.Blocks)
        {
            seen += block.Type == BlockType.Paragraph ? 1 : 0;
            switch (block.Type)
            {
                case BlockType.Caption:
                    AddParts(text, cut, block, BlockType.Caption, Credits.StartIn(text, block.Span), BlockType.Credit);
                    break;
                case BlockType.Paragraph when WireDatelines.Length(block.Span.In(text)) is > 0 and var length
                    && (seen <= OpeningParagraphs || (seen <= OpeningOfRelease && text.AsSpan(block.Span.Start, length).Contains('/'))):
                    AddParts(text, cut, block, BlockType.Dateline, block.Span.Start + length, BlockType.Paragraph);
                    break;
                case BlockType.Paragraph when Disclaimers.Opens(block.Span.In(text)):
                    cut.Add(block with { Type = BlockType.Disclaimer });
                    break;
                case BlockType.Paragraph when paragraphs - seen < ClosingParagraphs:
                    AddParts(text, cut, block, BlockType.Paragraph, DisclaimerStart(text, block.Span, rules), BlockType.Disclaimer);
                    break;
                default:
                    cut.Add(block);
                    break;
            }
        }

        MarkBios(text, cut, article.Byline);
        return cut;
    }

    private static void AddParts(string text, List<Draft> into, Draft block, BlockType first, int at, BlockType second)
    {
        var head = new CharSpan(block.Span.Start, at).Trim(text);
        var tail = new CharSpan(at, block.Span.End).Trim(text);
        if (!head.IsEmpty)
        {
            into.Add(new Draft(first, head));
        }

        if (!tail.IsEmpty)
        {
            into.Add(new Draft(second, tail));
        }
    }

    private static int DisclaimerStart(string text, CharSpan block, SentenceRules rules)
    {
        var sentences = new List<CharSpan>();
        SentenceScanner.Scan(text, block, rules, sentences);
        var first = sentences.FindIndex(s => Disclaimers.Opens(s.In(text)));
        return first < 0 ? block.End : sentences[first].Start;
    }

    /// <summary>
    /// Marks bios from the end of the article upwards, as long as paragraphs are about the author. The opening paragraph never is.
    /// </summary>
    private static void MarkBios(string text, List<Draft> blocks, string? byline)
    {
        var first = blocks.FindIndex(b => b.Type == BlockType.Paragraph);
        for (var i = blocks.Count - 1; i > first; i--)
        {
            if (blocks[i].Type != BlockType.Paragraph)
            {
                continue;
            }

            if (!Bios.Is(blocks[i].Span.In(text), byline))
            {
                return;
            }

            blocks[i] = blocks[i] with { Type = BlockType.Bio };
        }
    }
}
