namespace ClaimTracker.Data;

/// <summary>
/// The where clause of a list, joined from constant conditions: the filters that a caller left out leave no trace, so that
/// the engine can use the index of those that it set.
/// </summary>
public sealed class SqlWhere
{
    private readonly List<string> _conditions = [];

    /// <summary>Adds a condition (a constant text with named parameters) when its filter is set.</summary>
    public SqlWhere If(bool set, string condition)
    {
        if (set)
        {
            _conditions.Add(condition);
        }

        return this;
    }

    /// <summary>The clause, or nothing when no filter is set.</summary>
    public override string ToString() => _conditions.Count == 0 ? "" : "where " + string.Join("\n    and ", _conditions);
}
