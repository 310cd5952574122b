namespace ClaimTracker.Api.Features.Articles;

internal sealed class GetSentence : ReadEndpoint<OneRequest, SentenceResponse>
{
    public override void Configure()
    {
        Get("{id}");
        Group<SentencesGroup>();
        Policies(nameof(Permission.Read));
        Summary(static s =>
        {
            s.Summary = "One sentence";
            s.Description = "From the newest version that contains it.";
        });
        Description(static d => d.Produces<SentenceResponse>().ProducesProblem(404), clearDefaults: true);
    }

    public override async Task<SentenceResponse> ReadAsync(ReadTx tx, Actor actor, OneRequest request) =>
        (await SentenceReader.FindAsync(tx, request.Id, actor)).OrNotFound(Subject.Sentence(request.Id));
}
