using System.Diagnostics.CodeAnalysis;
using ClaimTracker.Api.Domain.Citations;
using ClaimTracker.Api.Domain.Claims;
using ClaimTracker.Api.Domain.Erasure;
using ClaimTracker.Api.Domain.Evidence;
using ClaimTracker.Api.Domain.Sources;

namespace ClaimTracker.Api.Features.Citations;

/// <summary>The evidence as it is to be. An excerpt or a source that is left out is that of the citation.</summary>
internal sealed record AcceptCitationRequest : EvidenceAttachment
{
    /// <summary>The citation.</summary>
    [RouteParam]
    public long Id { get; init; }

    /// <summary>The claim of the sentence that is meant; required if it has several.</summary>
    public long? ClaimId { get; init; }
}

internal sealed class AcceptCitationValidator : EvidenceAttachmentValidator<AcceptCitationRequest>
{
    public AcceptCitationValidator()
        : base(isWhole: false)
    {
    }
}

/// <summary>The evidence record that was made of a citation, with the citation.</summary>
internal sealed record CitationEvidence : SentenceEvidence
{
    [SetsRequiredMembers]
    public CitationEvidence(SentenceEvidence evidence, CitationResponse citation)
        : base(evidence) => Citation = citation;

    public required CitationResponse Citation { get; init; }
}

internal sealed class AcceptCitation : WriteEndpoint<AcceptCitationRequest, CitationEvidence>
{
    private const string ErasedSql = "select erased_at is not null from articles where id = @ArticleId";

    public override void Configure()
    {
        Post("{id}/accept");
        Group<CitationsGroup>();
        Policies(nameof(Permission.Write));
        Summary(static s =>
        {
            s.Summary = "Make evidence of a citation";
            s.Description =
                "On the claim of its sentence; one without a claim gets it, with the same words. An `excerpt` that is left out is the "
                + "text of the citation. A `source` that is left out is what is at its url, or has its text as title.";
        });
        Description(
            static d => d
                .Produces<CitationEvidence>(201)
                .AnswersNoResource()
                .ProducesProblem(404)
                .ProducesProblem(409)
                .HonoursIfMatch(),
            clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, AcceptCitationRequest request)
    {
        var subject = Subject.Citation(request.Id);
        var citation = (await CitationReader.FindAsync(change, request.Id)).OrNotFound(subject);
        change.RequireUnchangedIfAsked(citation, subject);
        if (citation.EvidenceId is { } made)
        {
            throw Problem.Conflict($"Citation {request.Id} was accepted already, as evidence {made}.", Subject.Evidence(made).Address);
        }

        Subject.Article(citation.ArticleId).RefuseIfErased(await change.SingleAsync<bool>(ErasedSql, new { citation.ArticleId }));
        var whole = request with { Excerpt = request.Excerpt ?? Excerpt(citation), Source = request.Source ?? Source(citation) };
        var claim = await ClaimOfSentence.ChooseOrMakeAsync(change, citation.SentenceId, request.ClaimId);
        var id = await EvidenceWriter.InsertAsync(change, claim, whole);
        var settled = await CitationWriter.AcceptAsync(change, citation, id);
        var evidence = SentenceEvidence.Of((await EvidenceReader.FindAsync(change, id))!, claim);
        return Reply.CreatedReport(Subject.Evidence(id).Address, new CitationEvidence(evidence, settled));
    }

    private static string Excerpt(CitationResponse citation) => string.IsNullOrWhiteSpace(citation.Text)
        ? throw Problem.Invalid("excerpt", "is required: the citation has no words")
        : CodePoints.Count(citation.Text) > Limits.Excerpt
            ? throw Problem.Invalid("excerpt", $"is required: the words of the citation are more than {Limits.Excerpt:N0} characters")
            : citation.Text;

    private static EvidenceSource Source(CitationResponse citation)
    {
        var source = citation.Url is { } url ? new EvidenceSource { Url = url } : new EvidenceSource { Title = Title(citation.Text) };
        return SourceBodyValidator.Instance.Validate(source).IsValid
            ? source
            : throw Problem.Invalid("source", "is required: the citation does not name one that can be stored");
    }

    private static string Title(string text) =>
        CodePoints.Count(text) > Limits.Title ? CodePoints.Slice(text, 0, Limits.Title) : text;
}
