using System.Text.Json.Serialization;

namespace ClaimTracker.Api.Features.Articles;

internal sealed record ReviseArticleRequest : IArticleInput
{
    [RouteParam]
    public long Id { get; init; }

    /// <summary>The whole text as it is now; every character is kept, but a form feed is a line end.</summary>
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

internal sealed class ReviseArticleValidator : Validator<ReviseArticleRequest>
{
    public ReviseArticleValidator() => Include(ArticleInputValidator.Instance);
}

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
                "As JSON or as a file, in the forms of POST /articles. Sentences whose words are unchanged keep their ids and all that is "
                + "linked to them. "
                + "Claims of sentences that were edited, split or merged go along, to be checked again; those of sentences that are gone "
                + "stay with them. Citations do too. The same text again makes no new version, unless it brings citations.";
        });
        Description(
            static d => d
                .Produces<RevisionResponse>()
                .AnswersNoResource()
                .RunsHeavy()
                .ProducesProblem(404)
                .ProducesProblem(409)
                .RequiresIfMatch(),
            clearDefaults: true);
    }

    public override async Task<PreparedRevision> PrepareAsync(
        Db db, Caller caller, ReviseArticleRequest request, CancellationToken cancellation)
    {
        var current = await CurrentVersion.FindUnchangedAsync(db, caller, request.Id, mustMatch: true, cancellation);
        var read = ArticleInput.Read(request, current.Language, current.Kind == ArticleKind.Draft);
        if (current.Text == read.Text && read.Citations.Count > 0
            && (await db.ReadAsync(tx => CarriedCitations.ReadAsync(tx, request.Id), cancellation)).Lacks(read.Citations))
        {
            return WithCitations(current, read.Citations);
        }

        var changes = PreparedRevision.Align(current, read, cancellation);
        var next = current.Text == read.Text ? null : PreparedText.Of(read, current.Language, current.Weights, current);
        return new PreparedRevision(current, next, changes);
    }

    public override async Task<Reply> WriteAsync(Change change, PreparedRevision prepared) =>
        Reply.Answer(await VersionWriter.InsertNextAsync(change, prepared));

    private static PreparedRevision WithCitations(ArticleVersion current, IReadOnlyList<TextCitation> citations)
    {
        var same = current.With(current.Sentences.Select(static sentence => sentence.ToText())) with { Citations = citations };
        return new PreparedRevision(
            current,
            PreparedText.Of(current, same, []),
            [.. Enumerable.Range(0, current.Sentences.Count).Select(static i => new SentenceChange(ChangeKind.Kept, [i], [i]))]);
    }
}
