namespace ClaimTracker.Api.Features.History;

internal sealed record TakeCheckpointRequest;

internal sealed class TakeCheckpoint(Checkpoints checkpoints) : Endpoint<TakeCheckpointRequest, Checkpoint>
{
    public override void Configure()
    {
        Get("checkpoint");
        Group<HistoryGroup>();
        Policies(nameof(Permission.Read));
        Summary(static s =>
        {
            s.Summary = "Take a checkpoint of the history";
            s.Description =
                "The present state of the history, signed. Keep it elsewhere: `verify --checkpoint` shows whether the history up to it is "
                + "still the same.";
        });
        Description(static d => d.Produces<Checkpoint>().AnswersNoResource(), clearDefaults: true);
    }

    public override async Task HandleAsync(TakeCheckpointRequest request, CancellationToken ct) =>
        await Send.AnswerAsync(await checkpoints.TakeAsync(ct));
}
