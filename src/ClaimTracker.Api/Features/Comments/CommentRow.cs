using ClaimTracker.Api.Domain.Comments;

namespace ClaimTracker.Api.Features.Comments;

/// <summary>A remark on a claim, an evidence record, a sentence or a verdict.</summary>
internal sealed record CommentResponse
{
    public required long Id { get; init; }

    /// <summary>What it is on, such as claim/12.</summary>
    public required string Subject { get; init; }

    public required string Text { get; init; }

    public required string Author { get; init; }

    public required CommentAnchor? Anchor { get; init; }

    /// <summary>The comment that it answers.</summary>
    public required long? ReplyTo { get; init; }

    /// <summary>Names of the users whom its text mentions.</summary>
    public required IReadOnlyList<string> Mentions { get; init; }

    public required bool Resolved { get; init; }

    public required string? ResolvedBy { get; init; }

    public required DateTimeOffset? ResolvedAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The part that clients edit.</summary>
    public CommentBody ToBody() => new() { Text = Text, Resolved = Resolved };
}

/// <summary>A comment as the database gives it.</summary>
internal sealed record CommentRow
{
    private const string Sql = """
        select
            id,
            claim_id,
            evidence_id,
            sentence_id,
            verdict_id,
            reply_to,
            author,
            text,
            anchor_start,
            anchor_end,
            anchor_exact,
            resolved_by,
            resolved_at,
            created_at,
            updated_at
        from comments
        where id in @ids
        """;

    private const string MentionsSql = """
        select m.comment_id, u.name
        from comment_mentions m
        join users u on u.id = m.user_id
        where m.comment_id in @ids
        order by m.comment_id, u.name_key
        """;

    public long Id { get; init; }

    public long? ClaimId { get; init; }

    public long? EvidenceId { get; init; }

    public long? SentenceId { get; init; }

    public long? VerdictId { get; init; }

    public long? ReplyTo { get; init; }

    public string Author { get; init; } = "";

    public string Text { get; init; } = "";

    public int? AnchorStart { get; init; }

    public int? AnchorEnd { get; init; }

    public string? AnchorExact { get; init; }

    public string? ResolvedBy { get; init; }

    public DateTimeOffset? ResolvedAt { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    private CommentSubject Subject =>
        ClaimId is { } claim ? new(CommentSubjectKind.Claim, claim)
        : EvidenceId is { } evidence ? new(CommentSubjectKind.Evidence, evidence)
        : SentenceId is { } sentence ? new(CommentSubjectKind.Sentence, sentence)
        : new(CommentSubjectKind.Verdict, VerdictId!.Value);

    /// <returns>The comments in the order of <paramref name="ids"/>; those that do not exist are left out.</returns>
    public static async Task<IReadOnlyList<CommentResponse>> LoadAsync(ReadTx tx, long[] ids)
    {
        var rows = (await tx.ListAsync<CommentRow>(Sql, new { ids })).ToDictionary(static c => c.Id);
        var mentions = (await tx.ListAsync<MentionRow>(MentionsSql, new { ids })).ToLookup(static m => m.CommentId, static m => m.Name);
        return [.. ids.Where(rows.ContainsKey).Select(id => rows[id].ToResponse([.. mentions[id]]))];
    }

    public static async Task<CommentResponse?> FindAsync(ReadTx tx, long id) => await LoadAsync(tx, [id]) is [var comment] ? comment : null;

    private CommentResponse ToResponse(IReadOnlyList<string> mentions) => new()
    {
        Id = Id,
        Subject = Subject.ToString(),
        Text = Text,
        Author = Author,
        Anchor = AnchorExact is null ? null : new CommentAnchor(AnchorStart!.Value, AnchorEnd!.Value, AnchorExact),
        ReplyTo = ReplyTo,
        Mentions = mentions,
        Resolved = ResolvedAt is not null,
        ResolvedBy = ResolvedBy,
        ResolvedAt = ResolvedAt,
        CreatedAt = CreatedAt,
        UpdatedAt = UpdatedAt,
    };

    private sealed record MentionRow
    {
        public long CommentId { get; init; }

        public string Name { get; init; } = "";
    }
}
