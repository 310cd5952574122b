namespace ClaimTracker.Api.Features.Articles;

/// <summary>An article as it is handed in: its text, the page that it is on, or a file.</summary>
internal interface IArticleInput
{
    string? Text { get; }

    string? Html { get; }

    string? Markdown { get; }

    FileBody? File { get; }
}

internal sealed class ArticleInputValidator : AbstractValidator<IArticleInput>
{
    public static readonly ArticleInputValidator Instance = new();

    public ArticleInputValidator()
    {
        RuleFor(static a => a.Text).Required(Limits.ArticleText, ProblemType.TooLarge)
            .When(static a => a.Html is null && a.Markdown is null && a.File is null);
        RuleFor(static a => a.Html).Optional(int.MaxValue);
        RuleFor(static a => a.Html).Null().When(static a => a.Text is not null).WithMessage("cannot be combined with text");
        RuleFor(static a => a.Markdown).Required(Limits.ArticleText, ProblemType.TooLarge).When(static a => a.Markdown is not null);
        RuleFor(static a => a.Markdown).Null().When(static a => (a.Text ?? a.Html) is not null)
            .WithMessage("cannot be combined with text or html");
    }
}

/// <summary>Reads articles that are handed in, within the limits.</summary>
internal static class ArticleInput
{
    private const char FormFeed = '\f';

    /// <param name="input">The text, page or file.</param>
    /// <param name="language">A language tag; null to detect it.</param>
    /// <param name="isDraft">Whether it is a text of our own, of which nothing is furniture.</param>
    /// <exception cref="ProblemException">400: what cannot be read; 413: too many characters or sentences.</exception>
    public static ReadArticle Read(IArticleInput input, string? language, bool isDraft)
    {
        var member = input.Text is not null ? "text" : input.Html is not null ? "html" : input.Markdown is not null ? "markdown" : "body";
        ReadArticle read;
        try
        {
            read = input switch
            {
                { Text: { } text } => ReadPlain(text, language, isDraft),
                { Html: { } html } => ArticleParser.ReadHtml(WithVisibleNull(html), language, isDraft),
                { Markdown: { } markdown } => MarkdownParser.Read(markdown, language, isDraft),
                _ => ArticleFile.Read(input.File!, language, isDraft),
            };
        }
        catch (ArticleReadException refused)
        {
            throw Problem.Invalid(member, refused.Message);
        }

        if (string.IsNullOrWhiteSpace(read.Text))
        {
            throw Problem.Invalid(member, input.Html is not null ? "must be a page with some text in it" : "must have some words in it");
        }

        // What a page writes by its number is a character of its text; what it only holds in its markup is none.
        if (input.Html is null || TextGuard.Check(input.Html) is not null)
        {
            RequireText(member, read.Text);
        }

        if (read.Sentences.Count > Limits.SentencesOfArticle || CodePoints.Count(read.Text) > Limits.ArticleText)
        {
            throw Problem.TooLarge(
                $"An article must have at most {Limits.ArticleText:N0} characters and {Limits.SentencesOfArticle:N0} sentences.");
        }

        // Addresses and notes may be from attributes, which hold what no text does.
        return read with { Citations = [.. read.Citations.Where(static c => TextGuard.Check(c.Text + c.Url + c.Author) is null)] };
    }

    // HTML drops the null character from text without a word. Another control character is kept, and refused if it is in the text.
    private static string WithVisibleNull(string html) => html.Replace('\0', '\u0001');

    // A form feed is white space between pages: it tells the reader where one ends, and is kept as a line end.
    private static ReadArticle ReadPlain(string text, string? language, bool isDraft)
    {
        var plain = text.Replace(FormFeed, '\n');
        RequireText("text", plain);
        var read = ArticleParser.ReadPlain(text, language, isDraft);
        return plain == text ? read : read with
        {
            Text = plain,
            Sentences =
            [
                .. read.Sentences.Select(static s => s with
                {
                    Text = s.Text.Replace(FormFeed, '\n'),
                    Prefix = s.Prefix.Replace(FormFeed, '\n'),
                    Suffix = s.Suffix.Replace(FormFeed, '\n'),
                }),
            ],
        };
    }

    private static void RequireText(string member, string text)
    {
        if (TextGuard.Check(text) is { } wrong)
        {
            throw Problem.Invalid(member, wrong);
        }
    }
}
