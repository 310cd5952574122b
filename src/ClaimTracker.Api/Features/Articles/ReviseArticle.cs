namespace ClaimTracker.Api.Features.Articles;

internal sealed record ReviseArticleRequest
{
    [RouteParam]
    public long Id { get; init; }

    /// <summary>The whole text as it is now; every character is kept.</summary>
    public string? Text { get; init; }

    /// <summary>The page that it is on, in the place of its text.</summary>
    public string? Html { get; init; }
}

internal sealed class ReviseArticleValidator : Validator<ReviseArticleRequest>
{
    public ReviseArticleValidator()
    {
        RuleFor(static a => a.Text).Required(Limits.ArticleText, ProblemType.TooLarge).When(static a => a.Html is null);
        RuleFor(static a => a.Html).Optional(int.MaxValue);
        RuleFor(static a => a.Html).Null().When(static a => a.Text is not null).WithMessage("must be left out where text is sent");
    }
}

/// <summary>The next version of an article, as it was read.</summary>
internal sealed record PreparedRevision(long ArticleId, PreparedText Next);

internal sealed class ReviseArticle : PreparedWriteEndpoint<ReviseArticleRequest, PreparedRevision, RevisionResponse>
{
    private const string LanguageSql = "select language from articles where id = @Id";

    public override void Configure()
    {
        Put("{id}/text");
        Group<ArticlesGroup>();
        RequestBinder(new ReviseArticleBinder());
        Policies(nameof(Permission.Write));
        Summary(static s =>
        {
            s.Summary = "Hand in a new version of an article";
            s.Description =
                "As JSON, text/plain or text/html. Sentences whose words stand keep their ids and all that hangs on them. Claims of "
                + "sentences that were edited, split or merged go along, to be checked again; those of sentences that are gone stay with "
                + "them. The same text again makes no new version.";
        });
        Description(
            static d => d
                .Produces<RevisionResponse>()
                .ProducesProblem(404)
                .Takes("text/plain", "text/html")
                .RequiresIfMatch(),
            clearDefaults: true);
    }

    public override async Task<PreparedRevision> PrepareAsync(Db db, ReviseArticleRequest request, CancellationToken cancellation)
    {
        var language = (await db.ReadAsync(tx => tx.FirstAsync<string>(LanguageSql, new { request.Id }), cancellation)).OrNotFound(Subject.Article(request.Id));
        return new PreparedRevision(request.Id, PreparedText.Of(ArticleInput.Read(request.Text, request.Html, language), language));
    }

    public override async Task<Reply> WriteAsync(Change change, PreparedRevision prepared)
    {
        var (id, next) = prepared;
        var current = await CurrentVersion.FindAsync(change, id);
        change.RequireUnchanged(current.Text);
        var changes = SentenceAligner.Align([.. current.Sentences.Select(static s => s.Text)], [.. next.Read.Sentences.Select(static s => s.Text)]);
        return Reply.Answer(current.Text == next.Read.Text
            ? RevisionResponse.Of(current.Id, current.Version, changes, [])
            : await VersionWriter.InsertNextAsync(change, current, next, changes));
    }
}
