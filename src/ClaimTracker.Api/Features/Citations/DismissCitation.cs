using ClaimTracker.Api.Domain.Citations;

namespace ClaimTracker.Api.Features.Citations;

internal sealed record DismissCitationRequest
{
    /// <summary>The citation.</summary>
    [RouteParam]
    public long Id { get; init; }

    public string? Reason { get; init; }
}

internal sealed class DismissCitationValidator : Validator<DismissCitationRequest>
{
    public DismissCitationValidator() => RuleFor(static r => r.Reason).Required(Limits.Reason);
}

internal sealed class DismissCitation : WriteEndpoint<DismissCitationRequest, CitationResponse>
{
    public override void Configure()
    {
        Post("{id}/dismiss");
        Group<CitationsGroup>();
        Policies(nameof(Permission.Write));
        Summary(static s =>
        {
            s.Summary = "Set a citation aside";
            s.Description = "It no longer counts as a source of its sentence. It can still be accepted later.";
        });
        Description(
            static d => d.Produces<CitationResponse>().ProducesProblem(404).ProducesProblem(409).HonoursIfMatch(), clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, DismissCitationRequest request)
    {
        var subject = Subject.Citation(request.Id);
        var citation = (await CitationReader.FindAsync(change, request.Id)).OrNotFound(subject);
        change.RequireUnchangedIfAsked(citation, subject);
        return citation.State switch
        {
            CitationState.Open => Reply.ResourceAt(
                subject.Address, await CitationWriter.DismissAsync(change, citation, request.Reason!)),
            CitationState.Accepted => throw Problem.Conflict(
                $"Citation {request.Id} was accepted as evidence {citation.EvidenceId}. Deleting that opens it again.",
                Subject.Evidence(citation.EvidenceId!.Value).Address),
            _ => throw Problem.Conflict($"Citation {request.Id} was dismissed already, by {citation.SettledBy}.", subject.Address),
        };
    }
}
