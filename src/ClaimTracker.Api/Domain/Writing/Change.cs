using ClaimTracker.Api.Domain.Fields;
using ClaimTracker.Api.Domain.Search;

namespace ClaimTracker.Api.Domain.Writing;

/// <summary>
/// A write transaction that knows who acts. A use case that writes is a function of a change and a request, so that a route, a form, an
/// import and an assistant all run the same.
/// </summary>
internal sealed class Change : WriteTx
{
    private readonly List<Action<ILogger, string>> _afterCommit = [];
    private readonly Precondition _ifMatch;

    public Change(WriteTx tx, Actor actor, Precondition ifMatch)
        : base(tx) => (Actor, _ifMatch) = (actor, ifMatch);

    /// <summary>Who acts, as of this transaction.</summary>
    public Actor Actor { get; }

    /// <summary>The instant since which replies are kept: see <see cref="StoredReplies"/>.</summary>
    public DateTimeOffset RepliesSince { get; init; }

    /// <summary>Runs a part of the change and undoes it: to see what it would do.</summary>
    public async Task<T> TryOutAsync<T>(Func<Task<T>> part)
    {
        var told = _afterCommit.Count;
        await ExecuteAsync("savepoint part");
        var result = await part();
        await UndoPartAsync(told);
        return result;
    }

    /// <summary>Runs a part of the change that may be refused without harm to the rest: what it has written by then is undone.</summary>
    /// <exception cref="ProblemException">The refusal of the part.</exception>
    public async Task<T> AttemptAsync<T>(Func<Task<T>> part)
    {
        var told = _afterCommit.Count;
        await ExecuteAsync("savepoint part");
        try
        {
            var result = await part();
            await ExecuteAsync("release savepoint part");
            return result;
        }
        catch (ProblemException)
        {
            await UndoPartAsync(told);
            throw;
        }
    }

    /// <summary>Refuses an edit that was made on another state than the present one, or does not say on which.</summary>
    /// <param name="current">The resource as a GET would send it now; a text as it is.</param>
    /// <param name="subject">The resource, where the request goes to another address.</param>
    /// <exception cref="ProblemException">428: no state was named. 412: another one was.</exception>
    public void RequireUnchanged<T>(T current, Subject? subject = null) => _ifMatch.Require(ETags.OfResource(current), subject?.Address);

    /// <summary>Refuses an edit that was made on another state than the present one, where it says on which.</summary>
    /// <param name="current">The resource as a GET would send it now.</param>
    /// <param name="subject">The resource.</param>
    /// <exception cref="ProblemException">412.</exception>
    public void RequireUnchangedIfAsked<T>(T current, Subject subject)
    {
        if (_ifMatch.IsSent)
        {
            _ifMatch.RequireIfSent(ETags.OfResource(current), subject.Address);
        }
    }

    /// <summary>Appends an event once its rows are written: it vouches for what the tables now hold on its subject.</summary>
    /// <param name="kind">What was done.</param>
    /// <param name="subject">What it was done to.</param>
    /// <param name="before">The subject before; null where it did not exist.</param>
    /// <param name="after">The subject after; null where it is gone.</param>
    /// <param name="touched">Other subjects whose rows changed with it, and that have no event of their own.</param>
    /// <param name="known">Digests that are known already, of the subject or others; null where no rows are left.</param>
    public async Task RecordAsync(
        EventKind kind,
        Subject subject,
        object? before,
        object? after,
        IEnumerable<Subject>? touched = null,
        IReadOnlyDictionary<Subject, string?>? known = null)
    {
        var others = touched?.ToList() ?? [];
        await EventWriter.RecordAsync(this, Actor.Name, kind, subject, before, after, others, known);
        Touch(kind, subject, others);
        if (kind != EventKind.EvidenceCreated) // Only its link ties it to a claim, which has an event of its own.
        {
            await ClaimActivity.MoveAsync(this, subject, after ?? before);
        }
    }

    /// <summary>Appends the events of new claims once their rows are written: those have their state from their insert.</summary>
    public async Task RecordNewClaimsAsync(IReadOnlyList<CreatedThing> claims)
    {
        await EventWriter.RecordCreatedAsync(this, Actor.Name, EventKind.ClaimCreated, claims);
        foreach (var claim in claims)
        {
            Touch(EventKind.ClaimCreated, claim.Subject, []);
        }
    }

    /// <summary>
    /// Tells the log of the change when it is durable. A change that is undone, or runs a second time, has told nothing before.
    /// </summary>
    /// <param name="tell">Takes the log and the trace id.</param>
    public void AfterCommit(Action<ILogger, string> tell) => _afterCommit.Add(tell);

    /// <summary>Called when the change is durable.</summary>
    public void Committed(ILogger log, string traceId) => _afterCommit.ForEach(tell => tell(log, traceId));

    private void Touch(EventKind kind, Subject subject, IReadOnlyList<Subject> others)
    {
        Keep<TouchedThings>().Add(kind, subject, others);
        if (subject.IsOfAccess)
        {
            Forget<NotedHolders>(); // The writes that follow in this transaction ask anew who may act.
        }
        else if (subject.IsOfField)
        {
            Forget<NotedFields>();
        }
    }

    private async Task UndoPartAsync(int told)
    {
        Forget();
        await ExecuteAsync("rollback to savepoint part");
        await ExecuteAsync("release savepoint part"); // An outer part may have the same name.
        _afterCommit.RemoveRange(told, _afterCommit.Count - told);
    }
}
