namespace ClaimTracker.Text.Matching;

/// <summary>Keeps the places with the highest scores of those that it is offered.</summary>
internal sealed class BestPlaces(int count)
{
    private readonly PriorityQueue<int, float> _kept = new(count + 1);
    private float _least = float.NegativeInfinity;

    public IEnumerable<int> Places => _kept.UnorderedItems.Select(static item => item.Element);

    public void Offer(int place, float score)
    {
        if (_kept.Count < count)
        {
            _kept.Enqueue(place, score);
        }
        else if (score > _least)
        {
            _kept.EnqueueDequeue(place, score);
        }
        else
        {
            return;
        }

        _ = _kept.Count == count && _kept.TryPeek(out _, out _least);
    }

    /// <summary>Whether a score would be kept.</summary>
    public bool Wants(float score) => _kept.Count < count || score > _least;
}
