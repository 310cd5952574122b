namespace ClaimTracker.Api.Domain.Erasure;

/// <summary>
/// An erasure before its turn. It has walked through the history, which says what each event vouches for and finds those that hold the
/// words.
/// </summary>
internal sealed class PreparedErasure
{
    private readonly HistoryWalk _walk;
    private readonly string _reason;

    private PreparedErasure(EraseRequest request, HistoryWalk walk) => (Id, _reason, _walk) = (request.Id, request.Reason!, walk);

    /// <summary>The resource.</summary>
    public long Id { get; }

    /// <summary>Walks through the history, without the writer.</summary>
    /// <param name="db">The database.</param>
    /// <param name="request">The request.</param>
    /// <param name="holds">Whether an event holds the words.</param>
    /// <param name="cancellation">Ends the walk.</param>
    public static async Task<PreparedErasure> OfAsync(
        Db db, EraseRequest request, Func<EventLine, RecordedBody, bool> holds, CancellationToken cancellation)
    {
        var walk = new HistoryWalk(checkpoint: null, holds);
        while (await db.ReadAsync(walk.ContinueAsync, cancellation))
        {
        }

        return new PreparedErasure(request, walk);
    }

    /// <summary>
    /// Records an erasure once the rows are blanked. Then blanks the events that hold the words, forgets the replies that do, and has the
    /// files of the database wiped before the answer.
    /// </summary>
    /// <param name="change">The change.</param>
    /// <param name="kind">The kind of its event.</param>
    /// <param name="subject">What was erased.</param>
    /// <param name="touched">Other subjects whose rows were blanked with it, and that have no event of their own.</param>
    /// <param name="shown">Other subjects that were shown with the words.</param>
    /// <exception cref="ProblemException">409: the history does not hold, so it cannot say what its events vouch for.</exception>
    public async Task RecordAsync(
        Change change, EventKind kind, Subject subject, IEnumerable<Subject>? touched = null, IEnumerable<Subject>? shown = null)
    {
        var walk = _walk.Branch();
        await walk.CatchUpAsync(change);
        if (walk.Fault is { } fault)
        {
            throw Problem.Conflict($"{fault} Nothing was erased: let the operator run `verify`.");
        }

        var lines = await Redaction.OfSeqsAsync(change, walk.Picked);
        await change.RecordAsync(kind, subject, before: null, after: new { reason = _reason }, touched);
        await walk.CatchUpAsync(change);
        await Redaction.BlankAsync(change, change.Actor.Name, _reason, lines, walk.Content);
        var told = lines.Select(static line => Subject.Parse(line.Subject)).OfType<Subject>();
        await StoredReplies.EraseAsync(
            change, told.Concat(shown ?? []).Append(subject).Select(static one => one.Address).Distinct(StringComparer.Ordinal));
        change.WipeOnCommit();
    }

    /// <summary>Records the erasure of what verdicts keep a copy of, and of those copies: each verdict has an event of its own.</summary>
    /// <param name="change">The change.</param>
    /// <param name="verdicts">The verdicts, with their claims.</param>
    public async Task RecordCopiesAsync(Change change, IEnumerable<(long Id, long Claim)> verdicts)
    {
        foreach (var (id, claim) in verdicts)
        {
            await change.RecordAsync(EventKind.VerdictErased, Subject.Verdict(id), before: null, after: new ErasedCopy(claim, _reason));
        }
    }

    /// <summary>Answers with what may still quote what was erased.</summary>
    /// <param name="tx">The change.</param>
    /// <param name="subject">What was erased.</param>
    /// <param name="erasedAt">When.</param>
    /// <param name="quotesSql">A query for the first of the subjects that may, such as claim/12, each with the number of all.</param>
    public async Task<Reply> AnswerAsync(ReadTx tx, Subject subject, DateTimeOffset? erasedAt, string quotesSql)
    {
        var quotes = await tx.ListAsync<(string Subject, long Number)>(quotesSql, new { Id, Limits.Quotes });
        return Reply.Answer(new ErasureResponse
        {
            Subject = subject.ToString(),
            ErasedAt = erasedAt!.Value,
            MayQuote = [.. quotes.Select(static quote => Subject.Parse(quote.Subject)!.Address)],
            MayQuoteCount = quotes is [var first, ..] ? first.Number : 0,
        });
    }

    private sealed record ErasedCopy(long ClaimId, string Reason) : IOfClaim;
}
