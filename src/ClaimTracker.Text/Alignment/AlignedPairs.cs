namespace ClaimTracker.Text.Alignment;

/// <summary>The links found so far between the sentences of two versions.</summary>
internal sealed class AlignedPairs(int beforeCount, int afterCount)
{
    private readonly SentenceChange?[] _before = new SentenceChange?[beforeCount];
    private readonly SentenceChange?[] _after = new SentenceChange?[afterCount];

    public int BeforeCount => beforeCount;

    public int AfterCount => afterCount;

    public bool HasLooseEnds => Array.Exists(_before, static c => c is null) && Array.Exists(_after, static c => c is null);

    public bool IsLooseBefore(int index) => index >= 0 && index < beforeCount && _before[index] is null;

    public bool IsLooseAfter(int index) => index >= 0 && index < afterCount && _after[index] is null;

    public int[] LooseBefore(int start, int end) => [.. Enumerable.Range(start, end - start).Where(IsLooseBefore)];

    public int[] LooseAfter(int start, int end) => [.. Enumerable.Range(start, end - start).Where(IsLooseAfter)];

    public SentenceChange? OfBefore(int index) => _before[index];

    public void Keep(int b, int a) => Set(new SentenceChange(ChangeKind.Kept, [b], [a]));

    public void Link(int[] before, int[] after) => Set(new SentenceChange(
        (before.Length, after.Length) switch
        {
            (1, 1) => ChangeKind.Edited,
            (1, _) => ChangeKind.Split,
            _ => ChangeKind.Merged,
        },
        before,
        after));

    public List<SentenceChange> ToChanges()
    {
        var changes = new List<SentenceChange>();
        AddDeleted(changes, 0);
        for (var a = 0; a < afterCount; a++)
        {
            var change = _after[a] ?? new SentenceChange(ChangeKind.Inserted, [], [a]);
            if (change.After[0] != a)
            {
                continue;
            }

            changes.Add(change);
            foreach (var b in change.Before)
            {
                AddDeleted(changes, b + 1);
            }
        }

        return changes;
    }

    private void AddDeleted(List<SentenceChange> changes, int start)
    {
        for (var b = start; IsLooseBefore(b); b++)
        {
            changes.Add(new SentenceChange(ChangeKind.Deleted, [b], []));
        }
    }

    private void Set(SentenceChange change)
    {
        foreach (var b in change.Before)
        {
            _before[b] = change;
        }

        foreach (var a in change.After)
        {
            _after[a] = change;
        }
    }
}
