namespace ClaimTracker.Api.Features.Verdicts;

/// <summary>A verdict in the write that moves it, with what the rules ask about.</summary>
internal sealed record MovingVerdict
{
    private const string Sql = """
        select
            v.submitted_by,
            c.assignee,
            r.needs_evidence
        from verdicts v
        join claims c on c.id = v.claim_id
        join ratings r on r.id = v.rating_id
        where v.id = @id
        """;

    /// <summary>As it is before the move.</summary>
    public VerdictResponse Verdict { get; private init; } = null!;

    public string? SubmittedBy { get; init; }

    /// <summary>To whom its claim is assigned.</summary>
    public string? Assignee { get; init; }

    public bool NeedsEvidence { get; init; }

    private IReadOnlyList<VerdictMove> Moves => VerdictWorkflow.MovesOf(Verdict.State, hasCorrection: Verdict.SupersededBy is not null);

    /// <exception cref="ProblemException">404.</exception>
    public static async Task<MovingVerdict> FindAsync(Change change, long id)
    {
        var verdict = (await VerdictReader.FindAsync(change, id, change.Actor)).OrNotFound(Subject.Verdict(id));
        return await change.SingleAsync<MovingVerdict>(Sql, new { id }) with { Verdict = verdict };
    }

    /// <summary>Refuses a move that is not legal now, and one that was decided on an older text: <c>If-Match</c> is honoured where it is sent.</summary>
    /// <exception cref="ProblemException">409 with the moves that are legal; 412.</exception>
    public void Require(Change change, VerdictMove move)
    {
        change.RequireUnchangedIfAsked(Verdict);
        if (!Moves.Contains(move))
        {
            throw move == VerdictMove.Corrections && Verdict is { State: VerdictState.Published, SupersededBy: { } correction }
                ? Refusal($"Verdict {correction} corrects it already, and is not published yet: edit that one.", Subject.Verdict(correction).Address)
                : Refusal($"From there, {move.ToWord()} is no move.");
        }
    }

    /// <summary>A refusal that says where the verdict stands, and what can be done with it.</summary>
    public ProblemException Refusal(string why, string? existing = null)
    {
        var moves = Moves;
        var legal = moves.Count == 0 ? "Nothing can be done with it any more." : $"What can be done now: {string.Join(", ", moves.Select(static m => m.ToWord()))}.";
        return new ProblemException(ProblemType.Conflict, $"Verdict {Verdict.Id} is {Verdict.State.ToWord()}. {why} {legal}")
        {
            Existing = existing ?? Subject.Verdict(Verdict.Id).Address,
            Moves = [.. moves.Select(static move => move.ToWord())],
        };
    }

    /// <summary>Records that it moved, and answers with it as it is now.</summary>
    public async Task<Reply> RecordAsync(Change change, EventKind kind)
    {
        var moved = (await VerdictReader.FindAsync(change, Verdict.Id, change.Actor))!;
        await change.RecordAsync(kind, Subject.Verdict(moved.Id), Verdict, moved);
        return Reply.Resource(moved);
    }
}
