namespace ClaimTracker.Api.Features.Articles;

internal sealed record CreateArticleRequest : ArticleFacts, IArticleInput
{
    /// <summary>The article as it came; every character is kept.</summary>
    [TextBody("text/plain")]
    public string? Text { get; init; }

    /// <summary>The page that the article is on, instead of its text.</summary>
    [TextBody("text/html")]
    public string? Html { get; init; }
}

internal sealed class CreateArticleValidator : Validator<CreateArticleRequest>
{
    public CreateArticleValidator()
    {
        Include(ArticleFactsValidator.Instance);
        Include(ArticleInputValidator.Instance);
    }
}

internal sealed class CreateArticle : PreparedWriteEndpoint<CreateArticleRequest, PreparedArticle, ArticleResponse>
{
    public override void Configure()
    {
        Post("");
        Group<ArticlesGroup>();
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
                .RunsHeavy()
                .ProducesProblem(409),
            clearDefaults: true);
    }

    public override Task<PreparedArticle> PrepareAsync(
        Db db, Caller caller, CreateArticleRequest request, CancellationToken cancellation) =>
        Task.FromResult(PreparedArticle.Of(request, ArticleInput.Read(request, request.Language)));

    public override async Task<Reply> WriteAsync(Change change, PreparedArticle prepared)
    {
        var existing = await SameArticle.FindAsync(change, prepared);
        var address = Subject.Article(existing ?? await ArticleWriter.InsertAsync(change, prepared)).Address;
        return existing is null ? Reply.CreatedAt(address) : Reply.ResourceAt(address);
    }

    protected override async Task<object> AnswerAsync(ReadTx tx, Actor actor, string address)
    {
        var article = Subject.IdOf(address);
        return (await ArticleReader.FindAsync(tx, article, actor)).OrNotFound(Subject.Article(article));
    }
}
