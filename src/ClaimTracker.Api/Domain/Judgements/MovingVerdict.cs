namespace ClaimTracker.Api.Domain.Judgements;

/// <summary>A verdict inside the change that moves it, with the facts that the rules ask for.</summary>
internal sealed record MovingVerdict
{
    private const string Sql = """
        select
            v.submitted_by,
            c.assignee,
            r.needs_evidence
        from verdicts v
        join claims c on c.id = v.current_claim_id
        join ratings r on r.id = v.rating_id
        where v.id = @id
        """;

    /// <summary>The verdict before the move.</summary>
    public VerdictResponse Verdict { get; private init; } = null!;

    public required string? SubmittedBy { get; init; }

    /// <summary>The user who has its claim.</summary>
    public required string? Assignee { get; init; }

    /// <summary>Whether its rating needs evidence.</summary>
    public required bool NeedsEvidence { get; init; }

    /// <summary>The verdict as a sentence about its state begins, such as "A verdict in review".</summary>
    public string Kind => Verdict.State switch
    {
        VerdictState.InReview => "A verdict in review",
        VerdictState.Approved => "An approved verdict",
        var state => $"A {state.ToWord()} verdict",
    };

    private IReadOnlyList<VerdictMove> Moves => VerdictWorkflow.MovesOf(Verdict.State, hasCorrection: Verdict.SupersededBy is not null);

    /// <exception cref="ProblemException">404.</exception>
    public static async Task<MovingVerdict> FindAsync(Change change, long id)
    {
        var verdict = (await VerdictReader.FindAsync(change, id, change.Actor)).OrNotFound(Subject.Verdict(id));
        return await change.SingleAsync<MovingVerdict>(Sql, new { id }) with { Verdict = verdict };
    }

    /// <summary>Refuses a move that is not legal now, and a move that was decided on an older state than the present one.</summary>
    /// <exception cref="ProblemException">409 with the moves that are legal; 412.</exception>
    public void Require(Change change, VerdictMove move)
    {
        change.RequireUnchangedIfAsked(Verdict, Subject.Verdict(Verdict.Id));
        if (!Moves.Contains(move))
        {
            throw move == VerdictMove.Corrections && Verdict is { State: VerdictState.Published, SupersededBy: { } correction }
                ? Refusal(
                    $"Verdict {correction}, which is not published yet, already corrects verdict {Verdict.Id}: edit that one.",
                    Subject.Verdict(correction))
                : Refusal($"{Kind} cannot be {Done(move)}.");
        }
    }

    /// <summary>A refusal that adds the moves that are legal now.</summary>
    /// <param name="why">A sentence, such as "A draft verdict cannot be corrected."</param>
    /// <param name="existing">The resource that is in the way; if left out, the verdict itself.</param>
    public ProblemException Refusal(string why, Subject? existing = null)
    {
        string[] moves = [.. Moves.Select(static move => move.ToWord())];
        var legal = moves.Length == 0 ? "has no legal moves any more" : $"has these legal moves: {string.Join(", ", moves)}";
        return new ProblemException(ProblemType.Conflict, $"{why} Verdict {Verdict.Id} {legal}.")
        {
            Existing = (existing ?? Subject.Verdict(Verdict.Id)).Address,
            Moves = moves,
        };
    }

    /// <summary>Records the move, and answers with the verdict as it is now.</summary>
    public async Task<Reply> RecordAsync(Change change, EventKind kind)
    {
        var moved = (await VerdictReader.FindAsync(change, Verdict.Id, change.Actor))!;
        await change.RecordAsync(kind, Subject.Verdict(moved.Id), Verdict, moved);
        return Reply.ResourceAt(Subject.Verdict(moved.Id).Address, moved);
    }

    private static string Done(VerdictMove move) => move switch
    {
        VerdictMove.Submit => "submitted",
        VerdictMove.Approve => "approved",
        VerdictMove.Reject => "rejected",
        VerdictMove.Publish => "published",
        VerdictMove.Retract => "retracted",
        VerdictMove.Corrections => "corrected",
        _ => throw new ArgumentOutOfRangeException(nameof(move)),
    };
}
