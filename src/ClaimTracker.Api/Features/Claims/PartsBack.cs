using ClaimTracker.Api.Domain.Claims;

namespace ClaimTracker.Api.Features.Claims;

/// <summary>
/// Moves the rows back that went over in a merge, as they are now. What was unlinked or deleted meanwhile stays gone, and what the other
/// claim got since stays there.
/// </summary>
internal static class PartsBack
{
    // With the links that later versions carried to other sentences.
    private const string SentencesSql = """
        update sentence_claims
        set claim_id = @id
        where claim_id = @into
            and (sentence_id in @Sentences or (created_at >= @mergedAt and first_sentence in @FirstSentences))
        returning sentence_id
        """;

    private const string FormerLinksSql = """
        update former_links set claim_id = @id where claim_id = @into and id in @FormerLinks returning sentence_id
        """;

    // Where the link that stood for both is now: a later version may have carried it.
    private const string PlacesSql = """
        select sentence_id
        from sentence_claims
        where claim_id = @into and (sentence_id = @SentenceId or first_sentence = @SentenceId)
        order by sentence_id
        """;

    private const string LinkSql = """
        insert into sentence_claims (
            sentence_id, claim_id, role, span_start, span_end, needs_recheck, first_sentence, outcome, outcome_note, outcome_by, outcome_at,
            created_at)
        values (
            @SentenceId, @id, @Role, @SpanStart, @SpanEnd, @NeedsRecheck, @FirstSentence, @Outcome, @OutcomeNote, @OutcomeBy, @OutcomeAt,
            @CreatedAt)
        on conflict (sentence_id, claim_id) do nothing
        """;

    private const string EvidenceSql = """
        update claim_evidence set claim_id = @id where claim_id = @into and evidence_id in @Evidence returning evidence_id
        """;

    private const string PresentEvidenceSql = "select id from evidence where id in @ids";

    private const string AttachSql = """
        insert into claim_evidence (claim_id, evidence_id, stance, set_number, note, question, answer_type, created_at)
        values (@id, @EvidenceId, @Stance, @SetNumber, @Note, @Question, @AnswerType, @CreatedAt)
        """;

    private const string ListsSql = """
        update list_claims set claim_id = @id where claim_id = @into and list_id in @Lists returning list_id
        """;

    private const string PresentListsSql = "select id from lists where id in @ids";

    private const string PlaceSql = """
        insert into list_claims (list_id, claim_id, position, note, created_at) values (@ListId, @id, @Position, @Note, @CreatedAt)
        """;

    // With the replies to them: a thread has one subject.
    private const string CommentsSql = """
        update comments
        set claim_id = @id
        where claim_id = @into and (id in @Comments or reply_to in @Comments)
        returning id
        """;

    private const string MergedSql = "update claim_merges set successor_id = @id where claim_id in @Merged";
    private const string VerdictsSql = "update verdicts set current_claim_id = @id where claim_id in @ids";

    /// <summary>Moves them.</summary>
    /// <returns>All subjects whose rows changed.</returns>
    public static async Task<IReadOnlyList<Subject>> MoveAsync(
        Change change, long id, long into, DateTimeOffset mergedAt, MovedParts moved)
    {
        var sentences = await change.ListAsync<long>(
            SentencesSql,
            new { id, into, mergedAt, Sentences = moved.Sentences.ToArray(), FirstSentences = moved.FirstSentences.ToArray() });
        var former = await change.ListAsync<long>(FormerLinksSql, new { id, into, FormerLinks = moved.FormerLinks.ToArray() });
        var evidence = await change.ListAsync<long>(EvidenceSql, new { id, into, Evidence = moved.Evidence.ToArray() });
        var lists = await change.ListAsync<long>(ListsSql, new { id, into, Lists = moved.Lists.ToArray() });
        var comments = await change.ListAsync<long>(CommentsSql, new { id, into, Comments = moved.Comments.ToArray() });
        await change.ExecuteAsync(MergedSql, new { id, Merged = moved.Merged.ToArray() });
        await change.ExecuteAsync(VerdictsSql, new { id, ids = moved.Merged.Prepend(id).ToArray() });
        return
        [
            .. sentences.Concat(former).Concat(await LinkAsync(change, id, into, moved.SameSentences)).Select(Subject.Sentence),
            .. evidence.Concat(await AttachAsync(change, id, moved.SameEvidence)).Select(Subject.Evidence),
            .. lists.Concat(await PlaceAsync(change, id, moved.SameLists)).Select(Subject.List),
            .. comments.Select(Subject.Comment),
            .. moved.Merged.Concat(await RelateAsync(change, id, into, moved)).Select(Subject.Claim),
        ];
    }

    private static async Task<IEnumerable<long>> LinkAsync(Change change, long id, long into, IReadOnlyList<MovedParts.SentenceRow> rows)
    {
        var linked = new List<long>();
        foreach (var row in rows)
        {
            var places = await change.ListAsync<long>(PlacesSql, new { into, row.SentenceId });
            var links = places.Count == 0 || places.Contains(row.SentenceId)
                ? [row]
                : places.Select(place => row with
                {
                    SentenceId = place,
                    SpanStart = null,
                    SpanEnd = null,
                    NeedsRecheck = true,
                    FirstSentence = row.FirstSentence ?? row.SentenceId,
                });
            foreach (var link in links)
            {
                await change.ExecuteAsync(LinkSql, new
                {
                    id,
                    link.SentenceId,
                    link.Role,
                    link.SpanStart,
                    link.SpanEnd,
                    link.NeedsRecheck,
                    link.FirstSentence,
                    link.Outcome,
                    link.OutcomeNote,
                    link.OutcomeBy,
                    link.OutcomeAt,
                    link.CreatedAt,
                });
                linked.Add(link.SentenceId);
            }
        }

        return linked;
    }

    private static async Task<IEnumerable<long>> AttachAsync(Change change, long id, IReadOnlyList<MovedParts.EvidenceRow> rows)
    {
        long[] ids = [.. rows.Select(static row => row.EvidenceId)];
        var present = await change.ListAsync<long>(PresentEvidenceSql, new { ids });
        await change.ExecuteAsync(AttachSql, rows.Where(row => present.Contains(row.EvidenceId)).Select(row => new
        {
            id,
            row.EvidenceId,
            row.Stance,
            row.SetNumber,
            row.Note,
            row.Question,
            row.AnswerType,
            row.CreatedAt,
        }));
        return present;
    }

    private static async Task<IEnumerable<long>> PlaceAsync(Change change, long id, IReadOnlyList<MovedParts.PlaceRow> rows)
    {
        long[] ids = [.. rows.Select(static row => row.ListId)];
        var present = await change.ListAsync<long>(PresentListsSql, new { ids });
        await change.ExecuteAsync(PlaceSql, rows.Where(row => present.Contains(row.ListId)).Select(row =>
            new { id, row.ListId, row.Position, row.Note, row.CreatedAt }));
        return present;
    }

    private static async Task<IEnumerable<long>> RelateAsync(Change change, long id, long into, MovedParts moved)
    {
        var theirs = await MovedRelations.OfAsync(change, into);
        var back = moved.Relations.Where(theirs.ContainsKey).Select(other => theirs[other]).ToList();
        foreach (var row in back)
        {
            await MovedRelations.RemoveAsync(change, into, row.OtherId);
        }

        foreach (var row in moved.SameRelations)
        {
            if (await ClaimMerges.CurrentAsync(change, row.OtherId) == row.OtherId)
            {
                back.Add(row);
            }
        }

        foreach (var row in back)
        {
            await MovedRelations.AddAsync(change, id, row);
        }

        return back.Select(static row => row.OtherId);
    }
}
