using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Api.Platform.Problems;
using ClaimTracker.Text;
using FastEndpoints;
using FluentValidation;

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

internal sealed class CreateArticle(Writes writes) : Endpoint<CreateArticleRequest, ArticleResponse>
{
    public override void Configure()
    {
        Post("/articles");
        Group<ArticlesGroup>();
        RequestBinder(new CreateArticleBinder());
        Description(static d => d
            .For(Permission.Write)
            .Says(
                "Hand in an article",
                "As JSON, or as text/plain or text/html with the other members as query parameters. The same text again gives the article that has it, "
                + "with 200. Another text under the same url is refused: it is a new version of that article.")
            .TakesTextWith<ArticleFacts>("text/plain", "text/html")
            .Creates<ArticleResponse>().Gives<ArticleResponse>().Refuses(409));
    }

    public override async Task HandleAsync(CreateArticleRequest request, CancellationToken ct)
    {
        var read = ArticleInput.Read(request.Text, request.Html, request.Language);
        await writes.RunAsync(HttpContext, async (tx, actor) =>
        {
            var existing = await SameArticle.FindAsync(tx, request, read.Text);
            var id = existing ?? await ArticleRecord.InsertAsync(tx, actor.Name, request, read);
            var article = (await ArticleLoader.FindAsync(tx, id, version: null, actor))!;
            return existing is null ? Reply.Created(ArticlesGroup.Address + id, article) : Reply.Existing(ArticlesGroup.Address + id, article);
        });
    }
}
