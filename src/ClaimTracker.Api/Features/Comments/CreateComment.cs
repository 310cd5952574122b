using ClaimTracker.Api.Domain.Claims;
using ClaimTracker.Api.Domain.Comments;

namespace ClaimTracker.Api.Features.Comments;

internal sealed record CreateCommentRequest
{
    /// <summary>The resource that it is on: article/3, claim/12, evidence/3, sentence/7 or verdict/5.</summary>
    public string? Subject { get; init; }

    /// <summary>May mention users, as @name or @"two words".</summary>
    public string? Text { get; init; }

    /// <summary>The words that it points at.</summary>
    public AnchorSpan? Anchor { get; init; }

    /// <summary>The comment that it answers; on the same subject.</summary>
    public long? ReplyTo { get; init; }
}

/// <summary>
/// A span in the newest text of an article, the text of a claim or sentence, the excerpt of evidence, or the justification of a verdict.
/// </summary>
internal sealed record AnchorSpan
{
    /// <summary>First code point.</summary>
    public int? Start { get; init; }

    /// <summary>End, exclusive.</summary>
    public int? End { get; init; }
}

internal sealed class CreateCommentValidator : Validator<CreateCommentRequest>
{
    public CreateCommentValidator()
    {
        RuleFor(static c => c.Subject).Present();
        RuleFor(static c => c.Subject).NamesSubject();
        RuleFor(static c => c.Text).Required(Limits.CommentText);
        RuleFor(static c => c.Anchor!).SetValidator(new AnchorSpanValidator()).When(static c => c.Anchor is not null);
    }
}

internal sealed class AnchorSpanValidator : AbstractValidator<AnchorSpan>
{
    public AnchorSpanValidator()
    {
        RuleFor(static a => a.Start).Present();
        RuleFor(static a => a.Start).GreaterThanOrEqualTo(0).WithMessage("must be a number from 0");
        RuleFor(static a => a.End).Present();
        RuleFor(static a => a.End).GreaterThan(static a => a.Start).WithMessage("must be after start");
        RuleFor(static a => a.End).Must(static (a, end) => !(end - a.Start > Limits.AnchoredWords))
            .WithMessage($"must be at most {Limits.AnchoredWords:N0} after start");
    }
}

internal sealed class CreateComment : WriteEndpoint<CreateCommentRequest, CommentResponse>
{
    public override void Configure()
    {
        Post("");
        Group<CommentsGroup>();
        Policies(nameof(Permission.Write));
        Summary(static s =>
        {
            s.Summary = "Create a comment";
            s.Description =
                "On an article, a claim, evidence, a sentence or a verdict. An anchor keeps the words that it points at, so that it still "
                + "makes sense after the subject was edited.";
        });
        Description(static d => d.Produces<CommentResponse>(201).ProducesProblem(409), clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, CreateCommentRequest request)
    {
        var subject = CommentSubject.TryParse(request.Subject)!;
        if (subject is { Kind: CommentSubjectKind.Claim, Id: var claim })
        {
            await ClaimMerges.RefuseMergedAsync(change, claim);
        }

        var text = await SubjectText.FindAsync(change, subject);
        await RequireSameSubjectAsync(change, request.ReplyTo, subject);
        var comment = new NewComment(subject, request.Text!) { Anchor = Anchor(request.Anchor, text), ReplyTo = request.ReplyTo };
        var id = await CommentWriter.InsertAsync(change, comment);
        return Reply.Created(Subject.Comment(id).Address, (await CommentReader.FindAsync(change, id))!);
    }

    private static CommentAnchor? Anchor(AnchorSpan? span, string text)
    {
        if (span is not { Start: { } start, End: { } end })
        {
            return null;
        }

        return CodePoints.Count(text) is var length && end <= length
            ? new CommentAnchor(start, end, CodePoints.Slice(text, start, end))
            : throw Problem.Invalid("anchor.end", $"must be at most {length}, where the text of the subject ends");
    }

    private static async Task RequireSameSubjectAsync(ReadTx tx, long? replyTo, CommentSubject subject)
    {
        if (replyTo is { } id && (await CommentReader.FindAsync(tx, id))?.Subject != subject.ToString())
        {
            throw Problem.Invalid("replyTo", $"must be a comment on {subject}; {id} is not");
        }
    }
}
