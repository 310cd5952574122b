namespace ClaimTracker.Api.Domain.Comments;

/// <summary>Reads comments: three queries, however many comments.</summary>
internal static class CommentReader
{
    // A comment is on one subject: the columns of the others are null.
    private const string Sql = """
        select
            id,
            coalesce(
                'article/' || article_id, 'claim/' || claim_id, 'evidence/' || evidence_id, 'sentence/' || sentence_id,
                'verdict/' || verdict_id) as subject,
            text,
            author,
            reply_to,
            resolved_at is not null as resolved,
            resolved_by,
            resolved_at,
            erased_at is not null as erased,
            erased_at,
            created_at,
            updated_at
        from comments
        where id in @ids
        """;

    private const string AnchorsSql =
        "select id, anchor_start, anchor_end, anchor_exact from comments where id in @ids and anchor_exact is not null";

    private const string MentionsSql = """
        select m.comment_id, u.name
        from comment_mentions m
        join users u on u.id = m.user_id
        where m.comment_id in @ids
        order by m.comment_id, u.name_key
        """;

    /// <returns>The comments in the order of <paramref name="ids"/>; those that do not exist are left out.</returns>
    public static async Task<IReadOnlyList<CommentResponse>> LoadAsync(ReadTx tx, long[] ids)
    {
        var comments = (await tx.ListAsync<CommentResponse>(Sql, new { ids })).ToDictionary(static c => c.Id);
        var anchors = (await tx.ListAsync<(long Comment, int Start, int End, string Exact)>(AnchorsSql, new { ids }))
            .ToDictionary(static a => a.Comment, static a => new CommentAnchor(a.Start, a.End, a.Exact));
        var mentions = (await tx.ListAsync<(long Comment, string Name)>(MentionsSql, new { ids }))
            .ToLookup(static m => m.Comment, static m => m.Name);
        return
        [
            .. ids.Where(comments.ContainsKey)
                .Select(id => comments[id] with { Anchor = anchors.GetValueOrDefault(id), Mentions = [.. mentions[id]] }),
        ];
    }

    public static async Task<CommentResponse?> FindAsync(ReadTx tx, long id) => await LoadAsync(tx, [id]) is [var comment] ? comment : null;
}
