using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Api.Platform.Problems;
using ClaimTracker.Data;
using FastEndpoints;

namespace ClaimTracker.Api.Features.Articles;

internal sealed record GetSentenceRequest
{
    [RouteParam]
    public long Id { get; init; }
}

internal sealed class GetSentence(Db db) : Endpoint<GetSentenceRequest, SentenceResponse>
{
    public override void Configure()
    {
        Get("/sentences/{id}");
        Group<ArticlesGroup>();
        Description(static d => d
            .For(Permission.Read)
            .Says("One sentence", "From the newest version that contains it.")
            .Gives<SentenceResponse>().Refuses(404));
    }

    public override async Task HandleAsync(GetSentenceRequest request, CancellationToken ct)
    {
        var sentence = await db.ReadAsync(tx => SentenceLoader.FindAsync(tx, request.Id, HttpContext.Actor()), ct);
        await Send.ResourceAsync(sentence.OrNotFound("sentence", request.Id));
    }
}
