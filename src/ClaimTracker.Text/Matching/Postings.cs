namespace ClaimTracker.Text.Matching;

/// <summary>The places that have a word, in their order, each with how often it has it.</summary>
internal sealed class Postings
{
    private const int CountBits = 3;
    private const int MostCounted = (1 << CountBits) - 1;

    private uint[] _entries = new uint[2];
    private int _count;

    public int Count => _count;

    public ReadOnlySpan<uint> Entries => _entries.AsSpan(0, _count);

    public static int PlaceOf(uint entry) => (int)(entry >> CountBits);

    public static int TimesOf(uint entry) => (int)(entry & MostCounted);

    /// <param name="place">A place after all those that are there.</param>
    /// <param name="times">How often it has the word; more than seven times count as seven.</param>
    public void Add(int place, int times)
    {
        if (_count == _entries.Length)
        {
            Array.Resize(ref _entries, _count + Math.Max(2, _count / 2));
        }

        _entries[_count++] = ((uint)place << CountBits) | (uint)Math.Min(times, MostCounted);
    }
}
