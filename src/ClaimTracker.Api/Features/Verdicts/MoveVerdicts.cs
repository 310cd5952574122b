using ClaimTracker.Api.Domain.Judgements;

namespace ClaimTracker.Api.Features.Verdicts;

internal sealed record MoveVerdictsRequest
{
    /// <summary>Whether a refusal of one undoes all.</summary>
    [QueryParam]
    public bool? Atomic { get; init; }

    /// <summary>submit, approve, reject, publish or retract.</summary>
    public VerdictMove? Move { get; init; }

    public IReadOnlyList<long>? Ids { get; init; }

    /// <summary>The changes that are needed; required to reject. Each verdict gets it as a comment.</summary>
    public string? Comment { get; init; }

    /// <summary>The public reason; required to retract.</summary>
    public string? Reason { get; init; }
}

internal sealed class MoveVerdictsValidator : Validator<MoveVerdictsRequest>
{
    public MoveVerdictsValidator()
    {
        RuleFor(static r => r.Move).Present();
        RuleFor(static r => r.Move)
            .NotEqual(VerdictMove.Corrections).WithMessage("must be submit, approve, reject, publish or retract: corrections have a body");
        RuleFor(static r => r.Ids).NotEmpty().WithMessage("must name at least one verdict").AtMost(Limits.ItemsAtOnce);
        RuleFor(static r => r.Ids)
            .Must(static ids => ids is null || ids.Distinct().Count() == ids.Count).WithMessage("must name each verdict once");
        RuleFor(static r => r.Comment).Required(Limits.CommentText).When(static r => r.Move == VerdictMove.Reject);
        RuleFor(static r => r.Comment)
            .Null().When(static r => r.Move != VerdictMove.Reject).WithMessage("is allowed only with the move `reject`");
        RuleFor(static r => r.Reason).Required(Limits.Reason).When(static r => r.Move == VerdictMove.Retract);
        RuleFor(static r => r.Reason)
            .Null().When(static r => r.Move != VerdictMove.Retract).WithMessage("is allowed only with the move `retract`");
    }
}

internal sealed class MoveVerdicts : WriteEndpoint<MoveVerdictsRequest, ManyResponse>
{
    public override void Configure()
    {
        Post("moves");
        Group<VerdictsGroup>();
        Policies(nameof(Permission.EditDraft));
        Summary(static s =>
        {
            s.Summary = "Move many verdicts at once";
            s.Description =
                "Each as its own route would: a verdict that is refused harms no other, and its result says why. With `atomic=true` all "
                + "are moved or none; the status of those that were not refused themselves is then 424.";
        });
        Description(static d => d.Produces<ManyResponse>().AnswersNoResource(), clearDefaults: true);
    }

    public override Task<Reply> WriteAsync(Change change, MoveVerdictsRequest request)
    {
        if (request.Move != VerdictMove.Submit)
        {
            change.Actor.Require(Permission.Publish);
        }

        return ManyItems.RunAsync(
            change,
            HttpContext,
            [.. request.Ids!.Select(static id => (id, id))],
            request.Atomic == true,
            id => MoveAsync(change, request, id));
    }

    private static Task<Reply> MoveAsync(Change change, MoveVerdictsRequest request, long id) => request.Move switch
    {
        VerdictMove.Submit => SubmitVerdict.MoveAsync(change, new OneRequest { Id = id }),
        VerdictMove.Approve => ApproveVerdict.MoveAsync(change, new OneRequest { Id = id }),
        VerdictMove.Reject => RejectVerdict.MoveAsync(change, new RejectVerdictRequest { Id = id, Comment = request.Comment }),
        VerdictMove.Publish => PublishVerdict.MoveAsync(change, new OneRequest { Id = id }),
        VerdictMove.Retract => RetractVerdict.MoveAsync(change, new RetractVerdictRequest { Id = id, Reason = request.Reason }),
        _ => throw new ArgumentOutOfRangeException(nameof(request)),
    };
}
