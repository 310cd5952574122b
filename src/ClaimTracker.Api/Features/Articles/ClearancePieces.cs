namespace ClaimTracker.Api.Features.Articles;

/// <summary>A run of a block in which no note begins or ends.</summary>
/// <param name="Block">The block.</param>
/// <param name="Text">Its words.</param>
/// <param name="Begin">The numbers of the notes that begin with it.</param>
/// <param name="End">The numbers of the notes that end with it.</param>
internal readonly record struct ClearancePiece(BlockResponse Block, string Text, IReadOnlyList<int> Begin, IReadOnlyList<int> End);

/// <summary>Cuts the text of an article at the words of its notes.</summary>
internal static class ClearancePieces
{
    /// <summary>The pieces of the blocks, in order.</summary>
    public static IEnumerable<ClearancePiece> Of(Clearance clearance) => Runs(clearance).Zip(
        CodePoints.Slices(clearance.Text, Runs(clearance).Select(static run => (run.Start, run.End))),
        static (run, words) => new ClearancePiece(run.Block, words, run.Begins, run.Ends));

    private static IEnumerable<ClearanceCut> Runs(Clearance clearance)
    {
        var (notes, next) = (clearance.Notes, 0);
        var begins = new SortedDictionary<int, List<int>>();
        var ends = new SortedDictionary<int, List<int>>();
        foreach (var block in clearance.Blocks)
        {
            begins.Clear();
            ends.Clear();
            for (; next < notes.Count && notes[next].Start < block.End; next++)
            {
                var start = Math.Max(notes[next].Start, block.Start);
                Add(begins, start, next);
                Add(ends, Math.Clamp(notes[next].End, start + 1, Math.Max(block.End, start + 1)), next);
            }

            int[] cuts = [.. begins.Keys.Union(ends.Keys).Append(block.Start).Append(block.End).Distinct().Order()];
            for (var i = 0; i + 1 < cuts.Length; i++)
            {
                yield return new ClearanceCut(
                    block, cuts[i], cuts[i + 1], begins.GetValueOrDefault(cuts[i]) ?? [], ends.GetValueOrDefault(cuts[i + 1]) ?? []);
            }
        }
    }

    private static void Add(SortedDictionary<int, List<int>> notes, int at, int number)
    {
        if (!notes.TryGetValue(at, out var there))
        {
            notes[at] = there = [];
        }

        there.Add(number);
    }

    private readonly record struct ClearanceCut(
        BlockResponse Block, int Start, int End, IReadOnlyList<int> Begins, IReadOnlyList<int> Ends);
}
