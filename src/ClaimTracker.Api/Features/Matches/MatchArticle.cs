using System.Buffers;
using System.Text.Json;
using ClaimTracker.Api.Domain.Matching;

namespace ClaimTracker.Api.Features.Matches;

internal sealed record MatchArticleRequest
{
    /// <summary>The article.</summary>
    [RouteParam]
    public long Id { get; init; }

    /// <summary>The most claims to find for each sentence; 3, if left out.</summary>
    [QueryParam]
    public int? Limit { get; init; }
}

/// <summary>Sentences of an article with what was said of the same before; those with the best match first.</summary>
internal sealed record MatchArticleResponse(IReadOnlyList<MatchedSentence> Items);

internal sealed class MatchArticleValidator : Validator<MatchArticleRequest>
{
    public MatchArticleValidator() => RuleFor(static r => r.Limit)
        .InclusiveBetween(1, Limits.Matches).WithMessage($"must be from 1 to {Limits.Matches}");
}

internal sealed class MatchArticle(ArticleMatches matches) : Endpoint<MatchArticleRequest, MatchArticleResponse>
{
    public override void Configure()
    {
        Post("{id}/matches");
        Group<ArticlesGroup>();
        Policies(nameof(Permission.Read));
        Summary(static s =>
        {
            s.Summary = "Find earlier checks of all open sentences";
            s.Description =
                "Of the newest version. The sentences with the best match come first; one without any is left out. Of an article with "
                + $"more than {Limits.ItemsAtOnce} open sentences, those that most deserve a check are looked up; in other articles, the "
                + $"first {EarlierSentences.MostTexts} of them. Nothing is stored. With "
                + $"`Accept: {NdJson.ContentType}` each item is a line of its own, in the same order.";
        });
        Description(
            static d => d
                .Produces<MatchArticleResponse>()
                .Produces<MatchedSentence>(200, NdJson.ContentType)
                .AnswersNoResource()
                .ProducesProblem(404)
                .RunsHeavy(),
            clearDefaults: true);
    }

    public override async Task HandleAsync(MatchArticleRequest request, CancellationToken ct)
    {
        var found = await matches.FindAsync(HttpContext.Actor(), request.Id, request.Limit ?? ArticleMatches.UsualLimit, ct);
        HttpContext.Response.Headers.AppendCommaSeparatedValues("Vary", "Accept");
        await (NdJson.IsAccepted(HttpContext.Request) ? WriteLinesAsync(found, ct) : Send.AnswerAsync(new MatchArticleResponse(found)));
    }

    private async Task WriteLinesAsync(IReadOnlyList<MatchedSentence> sentences, CancellationToken ct)
    {
        HttpContext.MarkResponseStart();
        HttpContext.Response.ContentType = NdJson.ContentType;
        foreach (var sentence in sentences)
        {
            HttpContext.Response.BodyWriter.Write(
                (byte[])[.. JsonSerializer.SerializeToUtf8Bytes(sentence, ApiJson.Options), (byte)'\n']);
            await HttpContext.Response.BodyWriter.FlushAsync(ct);
        }
    }
}
