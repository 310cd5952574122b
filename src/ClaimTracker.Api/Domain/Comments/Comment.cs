namespace ClaimTracker.Api.Domain.Comments;

/// <summary>The part of a comment that clients edit.</summary>
internal sealed record CommentBody
{
    /// <summary>Only its author may change it.</summary>
    public string? Text { get; init; }

    /// <summary>True once it is settled. Anybody who may write may set it.</summary>
    public bool? Resolved { get; init; }
}

internal sealed class CommentBodyValidator : AbstractValidator<CommentBody>
{
    public static readonly CommentBodyValidator Instance = new();

    public CommentBodyValidator() => RuleFor(static c => c.Text).Required(Limits.CommentText);
}

/// <summary>A remark on an article, a claim, an evidence record, a sentence or a verdict.</summary>
internal sealed record CommentResponse
{
    public required long Id { get; init; }

    /// <summary>The resource that it is on, such as claim/12.</summary>
    public required string Subject { get; init; }

    public required string Text { get; init; }

    public required string Author { get; init; }

    public required CommentAnchor? Anchor { get; init; }

    /// <summary>The comment that it answers.</summary>
    public required long? ReplyTo { get; init; }

    /// <summary>Names of the users that its text mentions.</summary>
    public required IReadOnlyList<string> Mentions { get; init; }

    public required bool Resolved { get; init; }

    public required string? ResolvedBy { get; init; }

    public required DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>True once its words were erased for legal reasons: blocks stand in their place.</summary>
    public required bool Erased { get; init; }

    public required DateTimeOffset? ErasedAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The part that clients edit.</summary>
    public CommentBody ToBody() => new() { Text = Text, Resolved = Resolved };
}

/// <summary>The words that a comment points at, kept as they were: they still make sense after the subject was edited.</summary>
/// <param name="Start">First code point, in the text of the subject when the comment was made.</param>
/// <param name="End">End, exclusive.</param>
/// <param name="Exact">The words.</param>
internal sealed record CommentAnchor(int Start, int End, string Exact);
