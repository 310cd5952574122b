namespace ClaimTracker.Api.Features.Verdicts;

internal sealed record CorrectVerdictRequest
{
    /// <summary>The published verdict.</summary>
    [RouteParam]
    public long Id { get; init; }

    public CorrectionKind? Kind { get; init; }

    /// <summary>Why; public.</summary>
    public string? Reason { get; init; }

    /// <summary>What the readers are told.</summary>
    public string? PublicText { get; init; }

    /// <summary>Name or value of a rating of the scale.</summary>
    public NameOrNumber? Rating { get; init; }

    /// <summary>Name or id of the rating scale.</summary>
    public NameOrNumber? Scale { get; init; }

    public string? Justification { get; init; }

    /// <summary>The evidence that it rests on, as it stands now; if left out, what the old one cites, as that cites it.</summary>
    public IReadOnlyList<long>? EvidenceIds { get; init; }

    /// <summary>The day up to which facts were looked at.</summary>
    public DateOnly? ValidAsOf { get; init; }

    /// <summary>The day on which it should be looked at again.</summary>
    public DateOnly? ReviewDue { get; init; }

    public VerdictEdit ToEdit(VerdictResponse old) => new()
    {
        Rating = Rating ?? old.Rating.Name,
        Scale = Scale ?? old.Scale.Id,
        Justification = Justification ?? old.Justification,
        EvidenceIds = EvidenceIds,
        ValidAsOf = ValidAsOf ?? old.ValidAsOf,
        ReviewDue = ReviewDue ?? old.ReviewDue,
        Review = old.Review,
        Correction = new CorrectionNote { Kind = Kind, Reason = Reason, PublicText = PublicText },
    };
}

internal sealed class CorrectVerdictValidator : Validator<CorrectVerdictRequest>
{
    public CorrectVerdictValidator()
    {
        RuleFor(static r => r.Kind).Present();
        RuleFor(static r => r.Reason).Required(Limits.Reason);
        RuleFor(static r => r.PublicText).Required(Limits.Reason);
        RuleFor(static r => r.Rating!.Name).Optional(Limits.Tag).OverridePropertyName("rating").When(static r => r.Rating is not null);
        RuleFor(static r => r.Scale!.Name).Optional(Limits.Title).OverridePropertyName("scale").When(static r => r.Scale is not null);
        RuleFor(static r => r.Justification).Optional(Limits.Justification);
        RuleFor(static r => r.EvidenceIds).AtMost(Limits.EvidenceOfVerdict).EachOnce();
    }
}

internal sealed class CorrectVerdict : WriteEndpoint<CorrectVerdictRequest, VerdictResponse>
{
    public override void Configure()
    {
        Post("{id}/corrections");
        Group<VerdictsGroup>();
        Policies(nameof(Permission.Publish));
        Summary(static s =>
        {
            s.Summary = "Draft a correction of a published verdict";
            s.Description =
                "A new draft, with what is left out taken from the old one. It is submitted, approved and published as any other; until "
                + "then the old one stands. A verdict has one correction.";
        });
        Description(
            static d => d
                .Produces<VerdictResponse>(201)
                .ProducesProblem(404)
                .ProducesProblem(409)
                .HonoursIfMatch(),
            clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, CorrectVerdictRequest request)
    {
        var moving = await MovingVerdict.FindAsync(change, request.Id);
        moving.Require(change, VerdictMove.Corrections);
        var draft = request.ToEdit(moving.Verdict);
        var verdict = await VerdictWriter.InsertAsync(change, new NewVerdict(moving.Verdict.ClaimId, draft, await EvidenceAsync(change, request, moving.Verdict))
        {
            Supersedes = request.Id,
            Correction = draft.Correction,
        });
        return Reply.Created(Subject.Verdict(verdict.Id).Address, verdict);
    }

    private static async Task<IReadOnlyList<CitedEvidence>> EvidenceAsync(WriteTx tx, CorrectVerdictRequest request, VerdictResponse old) =>
        request.EvidenceIds is { } ids ? await Citations.OfAsync(tx, old.ClaimId, ids) : old.Evidence;
}
