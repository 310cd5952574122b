namespace ClaimTracker.Api.Features.Articles;

internal sealed record ReviseArticleRequest : IArticleInput
{
    [RouteParam]
    public long Id { get; init; }

    /// <summary>The whole text as it is now; every character is kept.</summary>
    [TextBody("text/plain")]
    public string? Text { get; init; }

    /// <summary>The page that the article is on, instead of its text.</summary>
    [TextBody("text/html")]
    public string? Html { get; init; }
}

internal sealed class ReviseArticleValidator : Validator<ReviseArticleRequest>
{
    public ReviseArticleValidator() => Include(ArticleInputValidator.Instance);
}

/// <summary>The next version of an article as it was read, and what becomes of the sentences of the one before.</summary>
internal sealed record PreparedRevision(ArticleVersion Before, PreparedText Next, IReadOnlyList<SentenceChange> Changes);

internal sealed class ReviseArticle : PreparedWriteEndpoint<ReviseArticleRequest, PreparedRevision, RevisionResponse>
{
    public override void Configure()
    {
        Put("{id}/text");
        Group<ArticlesGroup>();
        Policies(nameof(Permission.Write));
        Summary(static s =>
        {
            s.Summary = "Hand in a new version of an article";
            s.Description =
                "As JSON, text/plain or text/html. Sentences whose words are unchanged keep their ids and all that is linked to them. "
                + "Claims of sentences that were edited, split or merged go along, to be checked again; those of sentences that are gone "
                + "stay with them. The same text again makes no new version.";
        });
        Description(
            static d => d
                .Produces<RevisionResponse>()
                .ProducesProblem(404)
                .RequiresIfMatch(),
            clearDefaults: true);
    }

    public override async Task<PreparedRevision> PrepareAsync(Db db, ReviseArticleRequest request, CancellationToken cancellation)
    {
        var current = await db.ReadAsync(tx => VersionReader.FindAsync(tx, request.Id), cancellation);
        var next = PreparedText.Of(ArticleInput.Read(request, current.Language), current.Language);
        return new PreparedRevision(current, next, Align(current, next));
    }

    public override async Task<Reply> WriteAsync(Change change, PreparedRevision prepared)
    {
        var (current, next, changes) = prepared;
        if (await VersionReader.NumberAsync(change, current.Id) != current.Version)
        {
            // Another version came in between. If its text is the same, as after an edit of a block, If-Match still holds.
            current = await VersionReader.FindAsync(change, current.Id);
            changes = Align(current, next);
        }

        change.RequireUnchanged(current.Text);
        return Reply.Answer(current.Text == next.Read.Text
            ? RevisionResponse.Of(current.Id, current.Version, changes, [])
            : await VersionWriter.InsertNextAsync(change, current, next, changes));
    }

    private static IReadOnlyList<SentenceChange> Align(ArticleVersion current, PreparedText next) =>
        SentenceAligner.Align([.. current.Sentences.Select(static s => s.Text)], [.. next.Read.Sentences.Select(static s => s.Text)]);
}
