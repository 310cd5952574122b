namespace ClaimTracker.Data;

/// <summary>
/// What the writes of one transaction know of the database, so that the next need not read it again. It ends with the transaction, and
/// with a part of it that is undone.
/// </summary>
internal sealed class GroupNotes
{
    private readonly Dictionary<Type, object> _notes = [];
    private readonly Dictionary<Type, object> _kept = [];

    /// <summary>What lasts to the end of the transaction, whatever part of it is undone.</summary>
    public T Keep<T>()
        where T : class, new()
    {
        if (!_kept.TryGetValue(typeof(T), out var kept))
        {
            _kept.Add(typeof(T), kept = new T());
        }

        return (T)kept;
    }

    public T? Recall<T>()
        where T : class => _notes.TryGetValue(typeof(T), out var note) ? (T)note : null;

    public void Note<T>(T note)
        where T : class => _notes[typeof(T)] = note;

    public void Forget<T>() => _notes.Remove(typeof(T));

    public void Forget() => _notes.Clear();
}
