using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Api.Platform.Problems;
using ClaimTracker.Data;
using ClaimTracker.Text;
using FastEndpoints;
using FluentValidation;

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

internal sealed class ReviseArticle(Db db, Writes writes) : Endpoint<ReviseArticleRequest, RevisionResponse>
{
    private const string LanguageSql = "select language from articles where id = @Id";

    public override void Configure()
    {
        Put("/articles/{id}/text");
        Group<ArticlesGroup>();
        RequestBinder(new ReviseArticleBinder());
        Description(static d => d
            .For(Permission.Write)
            .Says(
                "Hand in a new version of an article",
                "As JSON, text/plain or text/html. Sentences whose words stand keep their ids and all that hangs on them. Claims of sentences that were edited, "
                + "split or merged go along, to be checked again; those of sentences that are gone stay with them. The same text again makes no new version.")
            .Takes("text/plain", "text/html")
            .Gives<RevisionResponse>().Edits().Refuses(404));
    }

    public override async Task HandleAsync(ReviseArticleRequest request, CancellationToken ct)
    {
        var language = (await db.ReadAsync(tx => tx.FirstAsync<string>(LanguageSql, new { request.Id }), ct)).OrNotFound("article", request.Id);
        var read = ArticleInput.Read(request.Text, request.Html, language);
        await writes.RunAsync(HttpContext, async (tx, actor) =>
        {
            var current = await CurrentVersion.FindAsync(tx, request.Id);
            ETags.CheckTextIfMatch(HttpContext, current.Text);
            var changes = SentenceAligner.Align([.. current.Sentences.Select(static s => s.Text)], [.. read.Sentences.Select(static s => s.Text)]);
            return Reply.Answer(current.Text == read.Text
                ? RevisionResponse.Of(current.Id, current.Version, changes, [])
                : await VersionRecord.InsertNextAsync(tx, actor.Name, current, read, changes));
        });
    }
}
