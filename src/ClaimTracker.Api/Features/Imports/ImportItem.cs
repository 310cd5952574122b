namespace ClaimTracker.Api.Features.Imports;

/// <summary>What a file brings at a line, before anything is made of it.</summary>
/// <param name="Line">The line on which it begins; of a JSON list its place, counted from 1.</param>
internal abstract record ImportItem(long Line)
{
    /// <summary>Why it cannot be read; null where it can.</summary>
    public string? Fault { get; init; }

    /// <summary>Why it is refused, as far as that can be told without the tables; null where it cannot.</summary>
    public ProblemException? Refusal { get; private set; }

    /// <summary>Works out, before its turn to write, what can be told without the tables.</summary>
    public void Prepare()
    {
        try
        {
            if (Fault is not null)
            {
                throw Problem.Malformed(Fault);
            }

            PrepareContent();
        }
        catch (ProblemException refusal)
        {
            Refusal = refusal;
        }
    }

    /// <summary>Takes it.</summary>
    /// <param name="change">The write.</param>
    /// <param name="waiting">Claims that are not written yet: it may leave its own there.</param>
    /// <returns>Whether it brought anything new.</returns>
    /// <exception cref="ProblemException">It is refused.</exception>
    public abstract Task<bool> TakeAsync(Change change, WaitingClaims waiting);

    /// <summary>Makes of it what is taken.</summary>
    /// <exception cref="ProblemException">It is refused.</exception>
    protected virtual void PrepareContent()
    {
    }
}

/// <summary>Something that cannot be read.</summary>
internal sealed record UnreadItem(long Line) : ImportItem(Line)
{
    public override Task<bool> TakeAsync(Change change, WaitingClaims waiting) => throw Problem.Malformed(Fault!);
}
