namespace ClaimTracker.Api.Features.Articles;

/// <summary>Reads what was handed in, within the limits.</summary>
internal static class ArticleInput
{
    /// <param name="text">The article as plain text, or null.</param>
    /// <param name="html">The page that it is on, where there is no text.</param>
    /// <param name="language">A language tag; found out where it is left out.</param>
    /// <exception cref="ProblemException">400: a page that cannot be read; 413: too many characters or sentences.</exception>
    public static ReadArticle Read(string? text, string? html, string? language)
    {
        ReadArticle read;
        try
        {
            read = text is not null ? ArticleParser.ReadPlain(text, language) : ArticleParser.ReadHtml(html!, language);
        }
        catch (ArticleReadException refused)
        {
            throw Problem.Invalid("html", refused.Message);
        }

        if (string.IsNullOrWhiteSpace(read.Text))
        {
            throw Problem.Invalid("html", "must be a page with some text in it");
        }

        if (read.Sentences.Count > Limits.SentencesOfArticle || CodePoints.Count(read.Text) > Limits.ArticleText)
        {
            throw Problem.TooLarge($"An article must have at most {Limits.ArticleText:N0} characters and {Limits.SentencesOfArticle:N0} sentences.");
        }

        return read;
    }
}
