using ClaimTracker.Api.Domain.Claims;
using ClaimTracker.Api.Domain.Users;

namespace ClaimTracker.Api.Features.Claims;

internal sealed record AssignClaimRequest
{
    [RouteParam]
    public long Id { get; init; }

    /// <summary>Name or id of a checker or an editor; null for nobody. It must be sent.</summary>
    public NameOrNumber? Assignee
    {
        get;
        init => (field, IsAssigneeSent) = (value, true);
    }

    /// <summary>A message to the assignee, kept in the history.</summary>
    public string? Message { get; init; }

    /// <summary>Whether it was: a body without it must not read as null, which takes the claim from whoever has it.</summary>
    internal bool IsAssigneeSent { get; private init; }
}

internal sealed class AssignClaimValidator : Validator<AssignClaimRequest>
{
    public AssignClaimValidator()
    {
        RuleFor(static r => r.IsAssigneeSent).Sent(nameof(AssignClaimRequest.Assignee))
            .WithMessage("is required: the name or id of a checker or an editor, or null for nobody");
        RuleFor(static r => r.Assignee!.Name).Optional(Limits.UserName).OverridePropertyName("assignee")
            .When(static r => r.Assignee is not null);
        RuleFor(static r => r.Message).Optional(Limits.Text);
    }
}

internal sealed class AssignClaim : WriteEndpoint<AssignClaimRequest, ClaimResponse>
{
    private const string AssignSql = """
        update claims
        set assignee = @assignee,
            assigned_at = case when @assignee is null then null when assignee = @assignee then assigned_at else @Now end,
            updated_at = @Now
        where id = @Id
        """;

    public override void Configure()
    {
        Put("{id}/assignee");
        Group<ClaimsGroup>();
        Policies(nameof(Permission.Write));
        Summary(static s =>
        {
            s.Summary = "Assign a claim";
            s.Description =
                "An editor assigns a claim to a checker or an editor; a checker takes a claim that nobody has, or returns one of their "
                + "own. The assignee may edit and submit the drafts on it. If-Match is optional.";
        });
        Description(
            static d => d.Produces<ClaimResponse>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(412), clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, AssignClaimRequest request)
    {
        await ClaimMerges.RequireAsync(change, request.Id);
        var current = (await ClaimReader.FindAsync(change, request.Id, change.Actor))!;
        var assignee = await Assignees.FindAsync(change, request.Assignee);
        change.Actor.RequireAssignment("a claim", current.Assignee, assignee);
        change.RequireUnchangedIfAsked(current, Subject.Claim(request.Id));
        if (assignee == current.Assignee && request.Message is null)
        {
            return Reply.ResourceAt(Subject.Claim(request.Id).Address, current);
        }

        await change.ExecuteAsync(AssignSql, new { request.Id, assignee, change.Now });
        await change.RecordAsync(
            EventKind.ClaimAssigned, Subject.Claim(request.Id), before: new { current.Assignee }, after: new { assignee, request.Message });
        return Reply.ResourceAt(
            Subject.Claim(request.Id).Address, (await ClaimReader.FindAsync(change, request.Id, change.Actor))!);
    }
}
