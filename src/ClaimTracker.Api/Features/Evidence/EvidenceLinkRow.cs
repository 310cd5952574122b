namespace ClaimTracker.Api.Features.Evidence;

/// <summary>A link of an evidence record to a claim as the database gives it.</summary>
internal sealed record EvidenceLinkRow
{
    public const string Sql = """
        select claim_id, evidence_id, stance, set_number, note, question, answer_type
        from claim_evidence
        where evidence_id in @ids
        order by evidence_id, claim_id
        """;

    private const string WriteSql = """
        insert into claim_evidence (claim_id, evidence_id, stance, set_number, note, question, answer_type, created_at)
        values (@ClaimId, @id, @Stance, @Set, @Note, @Question, @AnswerType, @Now)
        on conflict (claim_id, evidence_id) do update
        set stance = excluded.stance,
            set_number = excluded.set_number,
            note = excluded.note,
            question = excluded.question,
            answer_type = excluded.answer_type
        """;

    public long ClaimId { get; init; }

    public long EvidenceId { get; init; }

    public string Stance { get; init; } = "";

    public int? SetNumber { get; init; }

    public string? Note { get; init; }

    public string? Question { get; init; }

    public string? AnswerType { get; init; }

    public EvidenceLink ToLink() => new()
    {
        ClaimId = ClaimId,
        Stance = EnumWords.Parse<Stance>(Stance),
        Set = SetNumber,
        Note = Note,
        Question = Question,
        AnswerType = AnswerType,
    };

    /// <summary>Makes or replaces a link, with its event.</summary>
    public static async Task WriteAsync(Change change, long id, EvidenceLink link, EvidenceLink? before = null)
    {
        await change.ExecuteAsync(WriteSql, new
        {
            id,
            link.ClaimId,
            Stance = link.Stance.ToWord(),
            link.Set,
            link.Note,
            link.Question,
            link.AnswerType,
            change.Now,
        });
        await change.RecordAsync(before is null ? EventKind.EvidenceLinked : EventKind.EvidenceRelinked, Subject.Evidence(id), before, link);
    }
}
