using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.Events;
using ClaimTracker.Api.Platform.OpenApi;
using FastEndpoints;

namespace ClaimTracker.Api.Features.History;

internal sealed record TakeCheckpointRequest;

internal sealed class TakeCheckpoint(Checkpoints checkpoints) : Endpoint<TakeCheckpointRequest, Checkpoint>
{
    public override void Configure()
    {
        Get("/history/checkpoint");
        Group<HistoryGroup>();
        Description(static d => d
            .For(Permission.Read)
            .Says("Take a checkpoint of the history", "Where it stands now, signed. Keep it elsewhere: `verify --checkpoint` shows whether the history up to it is still the same.")
            .Gives<Checkpoint>());
    }

    public override async Task HandleAsync(TakeCheckpointRequest request, CancellationToken ct) =>
        await Send.AnswerAsync(await checkpoints.TakeAsync(ct));
}
