using ClaimTracker.Api.Domain.Claims;

namespace ClaimTracker.Api.Features.Claims;

/// <summary>Moves the rows of a claim to the one that it is merged into. Where both have the same, that of the other stays.</summary>
internal static class PartsOver
{
    private const string SameSentencesSql = """
        delete from sentence_claims
        where claim_id = @id and sentence_id in (select sentence_id from sentence_claims where claim_id = @into)
        returning
            sentence_id, role, span_start, span_end, needs_recheck, first_sentence, outcome, outcome_note, outcome_by, outcome_at,
            created_at
        """;

    private const string SentencesSql = """
        update sentence_claims set claim_id = @into where claim_id = @id returning sentence_id, coalesce(first_sentence, sentence_id)
        """;

    // One of a sentence that the other claim had too stays where it is: nobody lists it there.
    private const string FormerLinksSql = """
        update former_links
        set claim_id = @into
        where claim_id = @id and sentence_id not in (select f.sentence_id from former_links f where f.claim_id = @into)
        returning id, sentence_id
        """;

    private const string SameEvidenceSql = """
        delete from claim_evidence
        where claim_id = @id and evidence_id in (select evidence_id from claim_evidence where claim_id = @into)
        returning evidence_id, stance, set_number, note, question, answer_type, created_at
        """;

    private const string EvidenceSql = "update claim_evidence set claim_id = @into where claim_id = @id returning evidence_id";

    private const string SameListsSql = """
        delete from list_claims
        where claim_id = @id and list_id in (select list_id from list_claims where claim_id = @into)
        returning list_id, position, note, created_at
        """;

    private const string ListsSql = "update list_claims set claim_id = @into where claim_id = @id returning list_id";
    private const string CommentsSql = "update comments set claim_id = @into where claim_id = @id returning id";

    private const string MergedSql = "update claim_merges set successor_id = @into where successor_id = @id returning claim_id";
    private const string VerdictsSql = "update verdicts set current_claim_id = @into where current_claim_id = @id";

    /// <summary>Moves them.</summary>
    /// <returns>What was moved, and all subjects whose rows changed.</returns>
    public static async Task<(MovedParts Moved, IReadOnlyList<Subject> Touched)> MoveAsync(Change change, long id, long into)
    {
        var ids = new { id, into };
        var sameSentences = await change.ListAsync<MovedParts.SentenceRow>(SameSentencesSql, ids);
        var sentences = await change.ListAsync<(long Id, long First)>(SentencesSql, ids);
        var former = await change.ListAsync<(long Id, long Sentence)>(FormerLinksSql, ids);
        var sameEvidence = await change.ListAsync<MovedParts.EvidenceRow>(SameEvidenceSql, ids);
        var relations = await MoveRelationsAsync(change, id, into);
        var moved = new MovedParts
        {
            SameSentences = [.. sameSentences.OrderBy(static row => row.SentenceId)],
            Sentences = [.. sentences.Select(static s => s.Id).Order()],
            FirstSentences = [.. sentences.Select(static s => s.First).Distinct().Order()],
            FormerLinks = [.. former.Select(static f => f.Id).Order()],
            SameEvidence = [.. sameEvidence.OrderBy(static row => row.EvidenceId)],
            Evidence = [.. (await change.ListAsync<long>(EvidenceSql, ids)).Order()],
            SameLists = [.. (await change.ListAsync<MovedParts.PlaceRow>(SameListsSql, ids)).OrderBy(static row => row.ListId)],
            Lists = [.. (await change.ListAsync<long>(ListsSql, ids)).Order()],
            Comments = [.. (await change.ListAsync<long>(CommentsSql, ids)).Order()],
            Relations = relations.Moved,
            SameRelations = relations.Same,
            Merged = [.. (await change.ListAsync<long>(MergedSql, ids)).Order()],
        };
        await change.ExecuteAsync(VerdictsSql, ids);
        return (moved,
        [
            .. former.Select(static f => Subject.Sentence(f.Sentence)),
            .. moved.Sentences.Concat(moved.SameSentences.Select(static row => row.SentenceId)).Select(Subject.Sentence),
            .. moved.Evidence.Concat(moved.SameEvidence.Select(static row => row.EvidenceId)).Select(Subject.Evidence),
            .. moved.Lists.Concat(moved.SameLists.Select(static row => row.ListId)).Select(Subject.List),
            .. moved.Comments.Select(Subject.Comment),
            .. moved.Relations.Concat(moved.SameRelations.Select(static row => row.OtherId)).Select(Subject.Claim),
            .. moved.Merged.Select(Subject.Claim),
        ]);
    }

    // The relation between the two themselves ends: a claim has none to itself.
    private static async Task<(IReadOnlyList<long> Moved, IReadOnlyList<MovedParts.RelationRow> Same)> MoveRelationsAsync(
        Change change, long id, long into)
    {
        var theirs = await MovedRelations.OfAsync(change, into);
        var own = (await MovedRelations.OfAsync(change, id)).Values.OrderBy(static row => row.OtherId).ToList();
        var same = own.Where(row => row.OtherId == into || theirs.ContainsKey(row.OtherId)).ToList();
        foreach (var row in own)
        {
            await MovedRelations.RemoveAsync(change, id, row.OtherId);
        }

        foreach (var row in own.Except(same))
        {
            await MovedRelations.AddAsync(change, into, row);
        }

        return ([.. own.Except(same).Select(static row => row.OtherId)], same);
    }
}
