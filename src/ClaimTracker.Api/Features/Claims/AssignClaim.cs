using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.Json;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Api.Platform.Problems;
using ClaimTracker.Data;
using FastEndpoints;
using FluentValidation;

namespace ClaimTracker.Api.Features.Claims;

internal sealed record AssignClaimRequest
{
    [RouteParam]
    public long Id { get; init; }

    /// <summary>Name or id of a checker or an editor; null for nobody.</summary>
    public NameOrNumber? Assignee { get; init; }

    /// <summary>What goes with it; kept in the history.</summary>
    public string? Message { get; init; }
}

internal sealed class AssignClaimValidator : Validator<AssignClaimRequest>
{
    public AssignClaimValidator()
    {
        RuleFor(static r => r.Assignee!.Name).Optional(Limits.UserName).OverridePropertyName("assignee").When(static r => r.Assignee is not null);
        RuleFor(static r => r.Message).Optional(Limits.Text);
    }
}

internal sealed class AssignClaim(Writes writes) : Endpoint<AssignClaimRequest, ClaimResponse>
{
    private const string UserSql = """
        select name, role, also_editor
        from users
        where (id = @Number or name_key = @Key) and removed_at is null
        """;

    private const string AssignSql = "update claims set assignee = @assignee, updated_at = @Now where id = @Id";

    public override void Configure()
    {
        Put("/claims/{id}/assignee");
        Group<ClaimsGroup>();
        Description(static d => d
            .For(Permission.Write)
            .Says(
                "Assign a claim",
                "To a checker or an editor, by an editor; a checker takes a claim that nobody has, and gives back an own one. The assignee may edit and submit the drafts on it. If-Match is honoured, and not needed.")
            .Gives<ClaimResponse>().Refuses(404, 412));
    }

    public override async Task HandleAsync(AssignClaimRequest request, CancellationToken ct)
    {
        await writes.RunAsync(HttpContext, async (tx, actor) =>
        {
            var current = (await ClaimLoader.FindAsync(tx, request.Id, actor)).OrNotFound("claim", request.Id);
            var assignee = await FindAsync(tx, request.Assignee);
            actor.RequireAssignment(current.Assignee, assignee);
            ETags.CheckIfMatchIfSent(HttpContext, current);
            if (assignee == current.Assignee && request.Message is null)
            {
                return Reply.Resource(current);
            }

            await tx.ExecuteAsync(AssignSql, new { request.Id, assignee, tx.Now });
            await tx.RecordAsync(
                actor.Name, "claim.assigned", $"claim/{request.Id}", before: new { current.Assignee }, after: new { assignee, request.Message });
            return Reply.Resource((await ClaimLoader.FindAsync(tx, request.Id, actor))!);
        });
    }

    private static async Task<string?> FindAsync(ReadTx tx, NameOrNumber? wanted)
    {
        if (wanted is null)
        {
            return null;
        }

        var user = await tx.FirstAsync<AssigneeRow>(UserSql, new { wanted.Number, Key = wanted.Name is null ? null : TextKey.Of(wanted.Name) });
        return user is not null && user.ToActor().Decide(Permission.Write) == Decision.Allowed
            ? user.Name
            : throw Problem.Invalid("assignee", $"must be the name or id of a checker or an editor of the desk; {wanted} is not");
    }

    private sealed record AssigneeRow
    {
        public string Name { get; init; } = "";

        public string Role { get; init; } = "";

        public bool AlsoEditor { get; init; }

        public Actor ToActor() => new(Name, Vocabulary.Parse<Role>(Role)) { AlsoEditor = AlsoEditor };
    }
}
