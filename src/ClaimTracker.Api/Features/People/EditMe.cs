using ClaimTracker.Api.Domain.Users;

namespace ClaimTracker.Api.Features.People;

internal sealed record EditMeRequest
{
    [FromBody]
    public MergePatch<MeBody> Patch { get; init; } = null!;
}

/// <summary>The part of a user that the user edits.</summary>
internal sealed record MeBody
{
    /// <summary>The name to show; null for the one that the history knows.</summary>
    public string? DisplayName { get; init; }
}

internal sealed class MeBodyValidator : AbstractValidator<MeBody>
{
    public static readonly MeBodyValidator Instance = new();

    public MeBodyValidator() => RuleFor(static m => m.DisplayName).DisplayName();
}

internal sealed class EditMe : WriteEndpoint<EditMeRequest, MeResponse>
{
    public override void Configure()
    {
        Patch("");
        Group<MeGroup>();
        Policies(nameof(Permission.Read));
        Summary(static s =>
        {
            s.Summary = "Change the name that is shown";
            s.Description = "A JSON Merge Patch. The name in the history, and in everything that was done, stays.";
        });
        Description(static d => d.Produces<MeResponse>().ProducesProblem(409).RequiresIfMatch(), clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, EditMeRequest request)
    {
        var me = await MeResponse.FindAsync(change, change.Actor);
        change.RequireUnchanged(me);
        var edited = request.Patch.ApplyTo(new MeBody { DisplayName = me.DisplayName }, MeBodyValidator.Instance);
        var user = (await UserReader.FindAsync(change, me.Id))!.ToBody();
        await UserWriter.UpdateAsync(change, me.Id, user, user with { DisplayName = edited.DisplayName });
        return Reply.Resource(await MeResponse.FindAsync(change, change.Actor));
    }
}
