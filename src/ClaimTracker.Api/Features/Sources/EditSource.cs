using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.Json;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Api.Platform.Problems;
using ClaimTracker.Api.Platform.Records;
using FastEndpoints;

namespace ClaimTracker.Api.Features.Sources;

internal sealed record EditSourceRequest
{
    [RouteParam]
    public long Id { get; init; }

    [FromBody]
    public MergePatch<SourceBody> Patch { get; init; } = null!;
}

internal sealed class EditSource(Writes writes) : Endpoint<EditSourceRequest, SourceResponse>
{
    public override void Configure()
    {
        Patch("/sources/{id}");
        Group<SourcesGroup>();
        Description(static d => d
            .For(Permission.Write)
            .Says("Edit a source", "A JSON Merge Patch: what is left out stays, null clears. Only an editor lifts `confidential`.")
            .Gives<SourceResponse>().Edits().Refuses(404, 409));
    }

    public override async Task HandleAsync(EditSourceRequest request, CancellationToken ct)
    {
        await writes.RunAsync(HttpContext, async (tx, actor) =>
        {
            var current = (await SourceRow.FindAsync(tx, request.Id)).OrNotFound("source", request.Id);
            ETags.CheckIfMatch(HttpContext, current);
            var edited = request.Patch.ApplyTo(current.ToBody(), SourceBodyValidator.Instance);
            if (current.Confidential && edited.Confidential != true)
            {
                actor.RequireDisclosure(request.Id);
            }

            await SourceRecord.UpdateAsync(tx, actor.Name, request.Id, current.ToBody(), edited);
            return Reply.Resource((await SourceRow.FindAsync(tx, request.Id))!);
        });
    }
}
