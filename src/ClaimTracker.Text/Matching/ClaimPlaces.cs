namespace ClaimTracker.Text.Matching;

/// <summary>Claims by place: a claim that is put anew gets a new place, and its old one stays empty.</summary>
internal sealed class ClaimPlaces
{
    private readonly Dictionary<long, int> _byClaim = [];
    private readonly List<IndexedClaim?> _claims = [];

    /// <summary>The number of places, the empty ones too.</summary>
    public int Places => _claims.Count;

    public int Count => _byClaim.Count;

    public IndexedClaim? this[int place] => _claims[place];

    public int? PlaceOf(long claim) => _byClaim.TryGetValue(claim, out var place) ? place : null;

    public void Add(IndexedClaim claim)
    {
        _byClaim[claim.Id] = _claims.Count;
        _claims.Add(claim);
    }

    /// <returns>The place that is empty now; null if the claim had none.</returns>
    public int? Remove(long claim)
    {
        if (!_byClaim.Remove(claim, out var place))
        {
            return null;
        }

        _claims[place] = null;
        return place;
    }
}

/// <summary>What the index keeps of a claim.</summary>
internal sealed class IndexedClaim(long id, byte[] letters)
{
    public long Id { get; } = id;

    public byte[] Letters { get; } = letters;

    public bool IsPublic { get; set; }
}
