namespace ClaimTracker.Api.Features.Articles;

internal sealed record CreateArticleRequest : ArticleFacts
{
    /// <summary>The article as it came; every character is kept.</summary>
    public string? Text { get; init; }

    /// <summary>The page that the article is on, in the place of its text.</summary>
    public string? Html { get; init; }
}

internal sealed class CreateArticleValidator : Validator<CreateArticleRequest>
{
    public CreateArticleValidator()
    {
        Include(ArticleFactsValidator.Instance);
        RuleFor(static a => a.Text).Required(Limits.ArticleText, ProblemType.TooLarge).When(static a => a.Html is null);
        RuleFor(static a => a.Html).Optional(int.MaxValue);
        RuleFor(static a => a.Html).Null().When(static a => a.Text is not null).WithMessage("must be left out where text is sent");
    }
}

/// <summary>An article as it was handed in, and as it was read.</summary>
internal sealed record PreparedArticle(ArticleFacts Facts, PreparedText Text);

internal sealed class CreateArticle : PreparedWriteEndpoint<CreateArticleRequest, PreparedArticle, ArticleResponse>
{
    public override void Configure()
    {
        Post("");
        Group<ArticlesGroup>();
        RequestBinder(new CreateArticleBinder());
        Policies(nameof(Permission.Write));
        Summary(static s =>
        {
            s.Summary = "Hand in an article";
            s.Description =
                "As JSON, or as text/plain or text/html with the other members as query parameters. The same text again gives the "
                + "article that has it, with 200. Another text under the same url is refused: it is a new version of that article.";
        });
        Description(
            static d => d
                .Produces<ArticleResponse>(201)
                .Produces<ArticleResponse>()
                .ProducesProblem(409)
                .TakesTextWith<ArticleFacts>("text/plain", "text/html"),
            clearDefaults: true);
    }

    public override Task<PreparedArticle> PrepareAsync(Db db, CreateArticleRequest request, CancellationToken cancellation)
    {
        var read = ArticleInput.Read(request.Text, request.Html, request.Language);
        return Task.FromResult(new PreparedArticle(request, PreparedText.Of(read, request.Language ?? read.Language)));
    }

    public override async Task<Reply> WriteAsync(Change change, PreparedArticle prepared)
    {
        var (facts, text) = prepared;
        var existing = await SameArticle.FindAsync(change, facts, text.Digest);
        var id = existing ?? await ArticleWriter.InsertAsync(change, facts, text);
        var article = (await ArticleLoader.FindAsync(change, id, version: null, change.Actor))!;
        return existing is null ? Reply.Created(Subject.Article(id).Address, article) : Reply.Existing(Subject.Article(id).Address, article);
    }
}
