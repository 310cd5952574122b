namespace ClaimTracker.Text.Alignment;

/// <summary>
/// Bounds the work of one alignment by the words that it compares. Texts whose sentences are all alike would need the square of it.
/// </summary>
/// <param name="words">How many words may be compared.</param>
/// <param name="cancellation">Ends the work when nobody waits for it any more.</param>
internal sealed class WordBudget(long words, CancellationToken cancellation)
{
    private long _left = words;

    /// <summary>Takes words from the budget, if it has as many.</summary>
    /// <exception cref="OperationCanceledException">Nobody waits for the result.</exception>
    public bool TryTake(long count)
    {
        cancellation.ThrowIfCancellationRequested();
        if (_left < count)
        {
            return false;
        }

        _left -= count;
        return true;
    }
}
