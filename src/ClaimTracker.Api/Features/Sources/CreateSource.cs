using ClaimTracker.Api.Domain.Sources;

namespace ClaimTracker.Api.Features.Sources;

internal sealed record CreateSourceRequest : SourceBody;

internal sealed class CreateSourceValidator : Validator<CreateSourceRequest>
{
    public CreateSourceValidator() => Include(SourceBodyValidator.Instance);
}

internal sealed class CreateSource : WriteEndpoint<CreateSourceRequest, SourceResponse>
{
    public override void Configure()
    {
        Post("");
        Group<SourcesGroup>();
        Policies(nameof(Permission.Write));
        Summary(static s =>
        {
            s.Summary = "Create a source";
            s.Description =
                "If a source already has this address, it is returned unchanged, with 200; 409 if that one is not confidential but this "
                + "request says it must be.";
        });
        Description(static d => d.Produces<SourceResponse>(201).Produces<SourceResponse>().ProducesProblem(409), clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, CreateSourceRequest request)
    {
        var (id, isNew) = await SourceWriter.FindOrInsertAsync(change, request);
        var source = (await SourceReader.FindAsync(change, id))!;
        return isNew ? Reply.Created(Subject.Source(id).Address, source) : Reply.Existing(Subject.Source(id).Address, source);
    }
}
