using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Api.Platform.Records;
using FastEndpoints;

namespace ClaimTracker.Api.Features.Sources;

internal sealed record CreateSourceRequest : SourceBody;

internal sealed class CreateSourceValidator : Validator<CreateSourceRequest>
{
    public CreateSourceValidator() => Include(SourceBodyValidator.Instance);
}

internal sealed class CreateSource(Writes writes) : Endpoint<CreateSourceRequest, SourceResponse>
{
    public override void Configure()
    {
        Post("/sources");
        Group<SourcesGroup>();
        Description(static d => d
            .For(Permission.Write)
            .Says("Create a source", "An address that a source has already gives that source, unchanged, with 200; 409 where `confidential` is true and that one is not.")
            .Creates<SourceResponse>().Gives<SourceResponse>().Refuses(409));
    }

    public override async Task HandleAsync(CreateSourceRequest request, CancellationToken ct)
    {
        await writes.RunAsync(HttpContext, async (tx, actor) =>
        {
            var (id, isNew) = await SourceRecord.FindOrInsertAsync(tx, actor.Name, request);
            var source = (await SourceRow.FindAsync(tx, id))!;
            return isNew ? Reply.Created(SourcesGroup.Address + id, source) : Reply.Existing(SourcesGroup.Address + id, source);
        });
    }
}
