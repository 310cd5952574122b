using ClaimTracker.Api.Domain.Judgements;

namespace ClaimTracker.Api.Features.Verdicts;

internal sealed record CorrectVerdictRequest : CorrectionNote, INamesRating
{
    /// <summary>The published verdict.</summary>
    [RouteParam]
    public long Id { get; init; }

    /// <summary>Name or value of a rating on the scale.</summary>
    public NameOrNumber? Rating { get; init; }

    /// <summary>Name or id of the rating scale.</summary>
    public NameOrNumber? Scale { get; init; }

    public string? Justification { get; init; }

    /// <summary>The evidence that it rests on, as it is now; if left out, the citations of the published verdict, unchanged.</summary>
    public IReadOnlyList<long>? EvidenceIds { get; init; }

    /// <summary>The day up to which the facts were checked.</summary>
    public DateOnly? ValidAsOf { get; init; }

    /// <summary>The day on which it should be reviewed.</summary>
    public DateOnly? ReviewDue { get; init; }

    /// <summary>The correction, with everything that was left out taken from the published verdict.</summary>
    public VerdictBody ToBody(VerdictResponse old) => new()
    {
        Rating = Rating ?? old.Rating.Name,
        Scale = Scale ?? old.Scale.Id,
        Justification = Justification ?? old.Justification,
        EvidenceIds = EvidenceIds,
        ValidAsOf = ValidAsOf ?? old.ValidAsOf,
        ReviewDue = ReviewDue ?? old.ReviewDue,
        Review = old.Review,
    };
}

internal sealed class CorrectVerdictValidator : Validator<CorrectVerdictRequest>
{
    public CorrectVerdictValidator()
    {
        Include(CorrectionNoteValidator.Instance);
        Include(NamesRatingValidator.Instance);
        RuleFor(static r => r.Justification).Optional(Limits.Justification);
        RuleFor(static r => r.EvidenceIds).Citable();
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
                "A new draft. Everything that is left out is taken from the published verdict. It is submitted, approved and published "
                + "like any other draft, and until then the published verdict stays in force. A verdict has one correction.";
        });
        Description(
            static d => d.Produces<VerdictResponse>(201).ProducesProblem(404).ProducesProblem(409).HonoursIfMatch(), clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, CorrectVerdictRequest request)
    {
        var moving = await MovingVerdict.FindAsync(change, request.Id);
        moving.Require(change, VerdictMove.Corrections);
        var old = moving.Verdict;
        var evidence = request.EvidenceIds is { } ids ? await VerdictCitations.OfAsync(change, old.ClaimId, ids) : old.Evidence;
        var verdict = await VerdictWriter.InsertAsync(
            change, new NewVerdict(old.ClaimId, request.ToBody(old), evidence) { Supersedes = request.Id, Correction = request });
        return Reply.Created(Subject.Verdict(verdict.Id).Address, verdict);
    }
}
