using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Api.Platform.Problems;
using ClaimTracker.Text;
using FastEndpoints;
using FluentValidation;

namespace ClaimTracker.Api.Features.Articles;

internal sealed record SplitSentenceRequest
{
    [RouteParam]
    public long Id { get; init; }

    /// <summary>First code point of the second part, in the text of the article.</summary>
    public int? At { get; init; }
}

internal sealed class SplitSentenceValidator : Validator<SplitSentenceRequest>
{
    public SplitSentenceValidator() => RuleFor(static r => r.At).NotNull().WithMessage("must be there");
}

internal sealed class SplitSentence(Writes writes) : Endpoint<SplitSentenceRequest, RevisionResponse>
{
    private const string ArticleSql = "select article_id from sentences where id = @Id";

    public override void Configure()
    {
        Post("/sentences/{id}/split");
        Group<ArticlesGroup>();
        Description(static d => d
            .For(Permission.Write)
            .Says("Split a sentence by hand", "It makes a new version of the article, with the same text. Its claims go along to both parts, to be checked again. If-Match, where it is sent, takes the ETag of the article.")
            .Gives<RevisionResponse>().HonoursIfMatch().Refuses(404, 409));
    }

    public override async Task HandleAsync(SplitSentenceRequest request, CancellationToken ct)
    {
        await writes.RunAsync(HttpContext, async (tx, actor) =>
        {
            var article = await tx.FirstAsync<long?>(ArticleSql, new { request.Id }) ?? throw Problem.NotFound("sentence", request.Id);
            ETags.CheckIfMatchIfSent(HttpContext, (await ArticleLoader.FindAsync(tx, article, version: null, actor)).OrNotFound("article", article));
            var current = await CurrentVersion.FindAsync(tx, article);
            var sentence = current.Sentences.FirstOrDefault(s => s.Id == request.Id)
                ?? throw Problem.Conflict($"Sentence {request.Id} is not in the newest version of article {article}.", ArticlesGroup.Address + article);
            var parts = Parts(current.Text, sentence, request.At!.Value);
            var read = current.With(current.Sentences.SelectMany(s => s == sentence ? parts : [s.ToText()]));
            return Reply.Answer(await VersionRecord.InsertNextAsync(tx, actor.Name, current, read, Changes(current.Sentences.Count, sentence.Ordinal)));
        });
    }

    private static TextSentence[] Parts(string text, PlacedSentence sentence, int at)
    {
        if (at <= sentence.StartOffset || at >= sentence.EndOffset)
        {
            throw Problem.Invalid("at", $"must be inside the sentence, from {sentence.StartOffset + 1} to {sentence.EndOffset - 1}, counted in the text of the article");
        }

        return
        [
            Prose.Sentence(text, sentence.BlockOrdinal, sentence.StartOffset, at),
            Prose.Sentence(text, sentence.BlockOrdinal, at, sentence.EndOffset),
        ];
    }

    private static List<SentenceChange> Changes(int count, int split) =>
    [
        .. Enumerable.Range(0, count).Select(i => i == split
            ? new SentenceChange(ChangeKind.Split, [i], [i, i + 1])
            : new SentenceChange(ChangeKind.Kept, [i], [i < split ? i : i + 1])),
    ];
}
