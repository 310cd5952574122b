using System.Text;

namespace ClaimTracker.Benchmarks.Generating;

/// <summary>The text of an article: a title, a byline, and paragraphs of three to five sentences.</summary>
internal static class ArticleText
{
    /// <summary>With the title and the byline, an article of 40 sentences.</summary>
    public const int Sentences = 38;

    /// <summary>Sentences of an article of about 1,000 words.</summary>
    public const int OfThousandWords = 57;

    public static string Of(Dice dice, Words words, int sentences = Sentences)
    {
        var text = new StringBuilder();
        text.Append(words.Phrase(dice, 5, 9)).Append("\n\nBy ").Append(Words.Name(dice.Below(200))).Append("\n\n");
        for (var (written, inParagraph) = (0, 0); written < sentences; written++)
        {
            text.Append(words.Sentence(dice));
            inParagraph = inParagraph >= 2 && dice.Chance(0.4) || inParagraph == 4 ? 0 : inParagraph + 1;
            text.Append(inParagraph == 0 ? "\n\n" : " ");
        }

        return text.ToString().TrimEnd();
    }
}
