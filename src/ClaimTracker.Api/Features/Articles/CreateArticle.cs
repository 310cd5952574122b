using System.Text.Json.Serialization;
using ClaimTracker.Api.Domain.Matching;
using ClaimTracker.Api.Domain.Sentences;

namespace ClaimTracker.Api.Features.Articles;

internal sealed record CreateArticleRequest : ArticleFacts, IArticleInput
{
    /// <summary>true: `matches` of the answer are earlier checks of its open sentences.</summary>
    [QueryParam]
    public bool? Match { get; init; }

    /// <summary>The article as it came; every character is kept, but a form feed is a line end.</summary>
    [TextBody("text/plain", IsUnguarded = true)]
    [JsonConverter(typeof(UnguardedTextConverter))]
    public string? Text { get; init; }

    /// <summary>The page that the article is on, instead of its text.</summary>
    [TextBody("text/html", IsUnguarded = true)]
    [JsonConverter(typeof(UnguardedTextConverter))]
    public string? Html { get; init; }

    /// <summary>The article in Markdown, instead of its text: that is the words which it shows.</summary>
    [TextBody("text/markdown")]
    public string? Markdown { get; init; }

    /// <summary>A file that holds the article.</summary>
    [BytesBody(
        ArticleFile.SubRip, ArticleFile.WebVtt, ArticleFile.Pdf, ArticleFile.Mail, ArticleFile.Docx, ArticleFile.AnyBytes)]
    [JsonIgnore]
    public FileBody? File { get; init; }
}

internal sealed class CreateArticleValidator : Validator<CreateArticleRequest>
{
    public CreateArticleValidator()
    {
        Include(ArticleFactsValidator.Instance);
        Include(ArticleInputValidator.Instance);
    }
}

internal sealed class CreateArticle : PreparedWriteEndpoint<CreateArticleRequest, PreparedArticle, NewArticleResponse>
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
                "As JSON, or with the other members as query parameters as text/plain, text/html, text/markdown, subtitles "
                + "(application/x-subrip, text/vtt), application/pdf, or a mail (message/rfc822); as application/octet-stream the "
                + "bytes tell which. A document of a word processor (DOCX) brings its links, notes and comments along. The same text again "
                + "gives the article that has it, with 200; Text-Differs names what differs at its ends or line ends. Another "
                + "text under the same url is refused: it is a new version of that article.";
        });
        Description(
            static d => d
                .Produces<NewArticleResponse>(201)
                .Produces<NewArticleResponse>()
                .RunsHeavy()
                .SendsHeader(
                    Reply.DiffersHeader,
                    "What differs from the text of the article that has it: byte order mark, line ends, end of text.")
                .ProducesProblem(409),
            clearDefaults: true);
    }

    public override async Task<PreparedArticle> PrepareAsync(
        Db db, Caller caller, CreateArticleRequest request, CancellationToken cancellation)
    {
        var read = ArticleInput.Read(request, request.Language, request.Kind == ArticleKind.Draft);
        return PreparedArticle.Of(request, read, await db.AskAsync(DeskWeights.InForceAsync, cancellation));
    }

    public override async Task<Reply> WriteAsync(Change change, PreparedArticle prepared)
    {
        var existing = await SameArticle.FindAsync(change, prepared);
        if (existing is not { } same)
        {
            return Reply.CreatedAt(Subject.Article(await ArticleWriter.InsertAsync(change, prepared)).Address);
        }

        var known = await VersionReader.TextAsync(change, same, version: null);
        return Reply.ResourceAt(Subject.Article(same).Address) with { Differs = SameText.Difference(known, prepared.Text.Read.Text) };
    }

    protected override async Task<object> AnswerAsync(ReadTx tx, Actor actor, string address)
    {
        var article = Subject.IdOf(address);
        return (await ArticleReader.FindAsync(tx, article, actor)).OrNotFound(Subject.Article(article));
    }
    protected override async Task<object?> CompleteAsync(CreateArticleRequest request, object resource, CancellationToken cancellation)
    {
        var article = (ArticleResponse)resource;
        var matches = request.Match == true
            ? await Resolve<EarlierChecks>().OfArticleAsync(HttpContext.Actor(), article.Id, cancellation)
            : null;
        return matches is null ? null : new NewArticleResponse(article) { Matches = matches };
    }
}
