using ClaimTracker.Api.Domain.Sentences;

namespace ClaimTracker.Api.Features.Articles;

/// <summary>The word of a fact-checker on a sentence that has no claim.</summary>
internal sealed record TriageBody
{
    public Triage? State { get; init; }

    /// <summary>The reason; required for `skipped`, and removed when the sentence is open again.</summary>
    public string? Reason { get; init; }
}

internal sealed class TriageBodyValidator : AbstractValidator<TriageBody>
{
    public static readonly TriageBodyValidator Instance = new();

    public TriageBodyValidator()
    {
        RuleFor(static t => t.State).Present();
        RuleFor(static t => t.Reason).Optional(Limits.Text);
        RuleFor(static t => t.Reason)
            .NotNull().When(static t => t.State == Triage.Skipped).WithMessage("must say why the sentence is skipped");
    }
}

internal sealed class TriageSentence : WriteEndpoint<PatchRequest<TriageBody>, SentenceResponse>
{
    private const string CurrentSql = "select triage as state, triage_reason as reason from sentences where id = @Id";
    private const string ClaimsSql = "select claim_id from sentence_claims where sentence_id = @Id order by claim_id";
    private const string UpdateSql = "update sentences set triage = @State, triage_reason = @Reason where id = @Id";

    public override void Configure()
    {
        Patch("{id}");
        Group<SentencesGroup>();
        Policies(nameof(Permission.Write));
        Summary(static s =>
        {
            s.Summary = "Triage a sentence";
            s.Description =
                "Sets aside a sentence that cannot be checked, or need not be, or opens it again. A sentence with claims is past triage.";
        });
        Description(
            static d => d
                .Produces<SentenceResponse>()
                .ProducesProblem(404)
                .ProducesProblem(409)
                .RequiresIfMatch(),
            clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, PatchRequest<TriageBody> request)
    {
        var current = (await SentenceReader.FindAsync(change, request.Id, change.Actor)).OrNotFound(Subject.Sentence(request.Id));
        change.RequireUnchanged(current);
        await TriageAsync(change, request.Id, before => request.Patch.ApplyTo(before, TriageBodyValidator.Instance));
        return Reply.Resource((await SentenceReader.FindAsync(change, request.Id, change.Actor))!);
    }

    /// <summary>Triages a sentence that has no claim, with its event.</summary>
    /// <param name="change">The change.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="edit">Makes the new triage of the one before.</param>
    /// <exception cref="ProblemException">404. 409: the sentence has claims, or is gone from the newest version.</exception>
    public static async Task TriageAsync(Change change, long sentence, Func<TriageBody, TriageBody> edit)
    {
        await SentencePlace.RequireAsync(change, sentence);
        var claims = await change.ListAsync<long>(ClaimsSql, new { Id = sentence });
        if (claims.Count > 0)
        {
            throw Problem.Conflict($"Sentence {sentence} has claim {string.Join(", ", claims)}: its state follows from that.");
        }

        var before = await change.SingleAsync<TriageBody>(CurrentSql, new { Id = sentence });
        var after = edit(before);
        after = after.State == Triage.Open ? after with { Reason = null } : after;
        await change.ExecuteAsync(UpdateSql, new { Id = sentence, after.State, after.Reason });
        await change.RecordAsync(EventKind.SentenceTriaged, Subject.Sentence(sentence), before, after);
    }
}
