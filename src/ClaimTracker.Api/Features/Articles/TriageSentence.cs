using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.Json;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Api.Platform.Problems;
using FastEndpoints;
using FluentValidation;

namespace ClaimTracker.Api.Features.Articles;

internal sealed record TriageSentenceRequest
{
    [RouteParam]
    public long Id { get; init; }

    [FromBody]
    public MergePatch<TriageBody> Patch { get; init; } = null!;
}

/// <summary>What a fact-checker says of a sentence that has no claim.</summary>
internal sealed record TriageBody
{
    public Triage? State { get; init; }

    /// <summary>Why; needed where it is skipped, and gone when it is open again.</summary>
    public string? Reason { get; init; }
}

internal sealed class TriageBodyValidator : AbstractValidator<TriageBody>
{
    public static readonly TriageBodyValidator Instance = new();

    public TriageBodyValidator()
    {
        RuleFor(static t => t.State).Present();
        RuleFor(static t => t.Reason).Optional(Limits.Text);
        RuleFor(static t => t.Reason).NotNull().When(static t => t.State == Triage.Skipped).WithMessage("must say why the sentence is skipped");
    }
}

internal sealed class TriageSentence(Writes writes) : Endpoint<TriageSentenceRequest, SentenceResponse>
{
    private const string CurrentSql = "select triage as state, triage_reason as reason from sentences where id = @Id";
    private const string UpdateSql = "update sentences set triage = @State, triage_reason = @Reason where id = @Id";

    public override void Configure()
    {
        Patch("/sentences/{id}");
        Group<ArticlesGroup>();
        Description(static d => d
            .For(Permission.Write)
            .Says("Triage a sentence", "Set aside what cannot be checked, or need not be; or open it again. One that has claims is past triage.")
            .Gives<SentenceResponse>().Edits().Refuses(404, 409));
    }

    public override async Task HandleAsync(TriageSentenceRequest request, CancellationToken ct)
    {
        await writes.RunAsync(HttpContext, async (tx, actor) =>
        {
            var current = (await SentenceLoader.FindAsync(tx, request.Id, actor)).OrNotFound("sentence", request.Id);
            ETags.CheckIfMatch(HttpContext, current);
            if (current.Claims.Count > 0)
            {
                throw Problem.Conflict($"Sentence {request.Id} has claim {string.Join(", ", current.Claims.Select(static c => c.Id))}: its state follows from that.");
            }

            var before = (await tx.SingleAsync<TriageRow>(CurrentSql, new { request.Id })).ToBody();
            var after = request.Patch.ApplyTo(before, TriageBodyValidator.Instance);
            after = after.State == Triage.Open ? after with { Reason = null } : after;
            await tx.ExecuteAsync(UpdateSql, new { request.Id, State = after.State!.Value.ToWord(), after.Reason });
            await tx.RecordAsync(actor.Name, "sentence.triaged", $"sentence/{request.Id}", before, after);
            return Reply.Resource((await SentenceLoader.FindAsync(tx, request.Id, actor))!);
        });
    }

    private sealed record TriageRow
    {
        public string State { get; init; } = "";

        public string? Reason { get; init; }

        public TriageBody ToBody() => new() { State = Vocabulary.Parse<Triage>(State), Reason = Reason };
    }
}
