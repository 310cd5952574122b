using System.Text;
using ClaimTracker.Text;

namespace ClaimTracker.Benchmarks.Pages;

/// <summary>
/// The words of an article without what stands around it. The sets do not agree on captions, so that there are two answers.
/// </summary>
internal static class ArticleBody
{
    private static readonly BlockType[] Paragraphs =
    [
        BlockType.Paragraph, BlockType.Quote, BlockType.Standfirst, BlockType.Heading, BlockType.ListItem, BlockType.TableRow,
    ];

    public static readonly (string Name, BlockType[] Types)[] Definitions =
    [
        ("paragraphs and quotes", Paragraphs),
        ("all prose", [.. Paragraphs, BlockType.Caption, BlockType.Bio, BlockType.Disclaimer]),
    ];

    public static string Of(ReadArticle article, BlockType[] types)
    {
        var points = article.Text.EnumerateRunes().ToArray();
        var body = new StringBuilder();
        foreach (var block in article.Blocks.Where(b => types.Contains(b.Type)))
        {
            foreach (var rune in points.AsSpan(block.Start, block.End - block.Start))
            {
                body.Append(rune.ToString());
            }

            body.Append('\n');
        }

        return body.ToString();
    }
}
