namespace ClaimTracker.Api.Features.Articles;

/// <summary>An article as it is handed in: its text, or the page that it is on.</summary>
internal interface IArticleInput
{
    string? Text { get; }

    string? Html { get; }
}

internal sealed class ArticleInputValidator : AbstractValidator<IArticleInput>
{
    public static readonly ArticleInputValidator Instance = new();

    public ArticleInputValidator()
    {
        RuleFor(static a => a.Text).Required(Limits.ArticleText, ProblemType.TooLarge).When(static a => a.Html is null);
        RuleFor(static a => a.Html).Optional(int.MaxValue);
        RuleFor(static a => a.Html).Null().When(static a => a.Text is not null).WithMessage("cannot be combined with text");
    }
}

/// <summary>Reads articles that are handed in, within the limits.</summary>
internal static class ArticleInput
{
    /// <param name="input">The text or the page.</param>
    /// <param name="language">A language tag; null to detect it.</param>
    /// <exception cref="ProblemException">400: a page that cannot be read; 413: too many characters or sentences.</exception>
    public static ReadArticle Read(IArticleInput input, string? language)
    {
        ReadArticle read;
        try
        {
            read = input.Text is { } text ? ArticleParser.ReadPlain(text, language) : ArticleParser.ReadHtml(input.Html!, language);
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
            throw Problem.TooLarge(
                $"An article must have at most {Limits.ArticleText:N0} characters and {Limits.SentencesOfArticle:N0} sentences.");
        }

        return read;
    }
}
