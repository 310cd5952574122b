namespace ClaimTracker.Seed.Loading;

/// <summary>What was loaded. Several articles are loaded at a time, so every count is kept with <see cref="Interlocked"/>.</summary>
internal sealed class SeedCounts
{
    private int _articles;
    private int _existing;
    private int _claims;
    private int _evidence;
    private int _verdicts;
    private int _published;
    private int _triaged;
    private int _missed;

    public void AddArticle() => Interlocked.Increment(ref _articles);

    /// <summary>An article or a claim that the service had already.</summary>
    public void AddExisting() => Interlocked.Increment(ref _existing);

    public void AddClaim() => Interlocked.Increment(ref _claims);

    public void AddEvidence() => Interlocked.Increment(ref _evidence);

    public void AddVerdict() => Interlocked.Increment(ref _verdicts);

    public void AddPublished() => Interlocked.Increment(ref _published);

    public void AddTriaged() => Interlocked.Increment(ref _triaged);

    /// <summary>A sentence that the service divides in another way than it was written.</summary>
    public void AddMissed() => Interlocked.Increment(ref _missed);

    public override string ToString() =>
        $"{_articles} articles, {_claims} claims, {_evidence} evidence records, {_verdicts} verdicts ({_published} published), "
        + $"{_triaged} triaged sentences"
        + (_existing == 0 ? "" : $"; {_existing} articles and claims were there already")
        + (_missed == 0 ? "" : $"; {_missed} sentences were not found again");
}
