using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Api.Platform.Records;
using ClaimTracker.Data;
using FastEndpoints;

namespace ClaimTracker.Api.Features.Sources;

internal sealed record CreateSourceRequest : SourceBody;

internal sealed class CreateSourceValidator : Validator<CreateSourceRequest>
{
    public CreateSourceValidator() => Include(SourceBodyValidator.Instance);
}

internal sealed class CreateSource(Db db) : Endpoint<CreateSourceRequest, SourceResponse>
{
    public override void Configure()
    {
        Post("/sources");
        Group<SourcesGroup>();
        Description(static d => d
            .Says("Create a source", "An address that a source has already gives that source, unchanged, with 200.")
            .Creates<SourceResponse>().Gives<SourceResponse>());
    }

    public override async Task HandleAsync(CreateSourceRequest request, CancellationToken ct)
    {
        var actor = HttpContext.ActorName();
        var (source, isNew) = await db.WriteAsync(async tx =>
        {
            var (id, isNew) = await SourceRecord.FindOrInsertAsync(tx, actor, request);
            return ((await SourceRow.FindAsync(tx, id))!, isNew);
        });
        var address = SourcesGroup.Address + source.Id;
        await (isNew ? Send.CreatedAsync(address, source) : Send.ExistingAsync(address, source));
    }
}
