namespace ClaimTracker.Text.Alignment;

/// <summary>
/// Finds the sentences that both versions have in the same order: first the common beginning and end, then the sentences that occur once in
/// each version (they leave no doubt), then the gaps between these in the same way. Repeated sentences are decided last, when few are left.
/// </summary>
internal sealed class CommonSequence
{
    /// <summary>The largest table that is filled. Under this bound the work for all gaps grows only with the length of the text.</summary>
    private const int MostCells = 250_000;

    /// <summary>Bounds hostile texts, which would otherwise yield one pair per round.</summary>
    private const int MostRounds = 24;

    private readonly int[] _old;
    private readonly int[] _now;
    private readonly List<(int Before, int After)> _found = [];

    private CommonSequence(int[] old, int[] now) => (_old, _now) = (old, now);

    public static List<(int Before, int After)> Of(int[] old, int[] now)
    {
        var sequence = new CommonSequence(old, now);
        sequence.Find(0, old.Length, 0, now.Length, MostRounds);
        return sequence._found;
    }

    private void Find(int b, int bEnd, int a, int aEnd, int rounds)
    {
        while (b < bEnd && a < aEnd && _old[b] == _now[a])
        {
            _found.Add((b++, a++));
        }

        var tail = 0;
        while (b < bEnd && a < aEnd && _old[bEnd - 1] == _now[aEnd - 1])
        {
            (bEnd, aEnd, tail) = (bEnd - 1, aEnd - 1, tail + 1);
        }

        if (b < bEnd && a < aEnd)
        {
            Between(b, bEnd, a, aEnd, rounds);
        }

        for (var i = 0; i < tail; i++)
        {
            _found.Add((bEnd + i, aEnd + i));
        }
    }

    private void Between(int b, int bEnd, int a, int aEnd, int rounds)
    {
        var anchors = rounds > 0 ? Ascending.Longest(Unique(b, bEnd, a, aEnd)) : [];
        if (anchors.Count > 0)
        {
            foreach (var (nextB, nextA) in anchors)
            {
                Find(b, nextB, a, nextA, rounds - 1);
                _found.Add((nextB, nextA));
                (b, a) = (nextB + 1, nextA + 1);
            }

            Find(b, bEnd, a, aEnd, rounds - 1);
        }
        else if ((long)(bEnd - b) * (aEnd - a) <= MostCells)
        {
            FillTable(b, bEnd, a, aEnd);
        }
        else
        {
            _found.AddRange(Ascending.Longest(ByTurn(b, bEnd, a, aEnd)));
        }
    }

    private List<(int Before, int After)> Unique(int b, int bEnd, int a, int aEnd)
    {
        var places = new Dictionary<int, (int Count, int Index)>();
        for (var i = a; i < aEnd; i++)
        {
            places[_now[i]] = (places.GetValueOrDefault(_now[i]).Count + 1, i);
        }

        var counts = new Dictionary<int, int>();
        for (var i = b; i < bEnd; i++)
        {
            counts[_old[i]] = counts.GetValueOrDefault(_old[i]) + 1;
        }

        var pairs = new List<(int Before, int After)>();
        for (var i = b; i < bEnd; i++)
        {
            if (counts[_old[i]] == 1 && places.TryGetValue(_old[i], out var place) && place.Count == 1)
            {
                pairs.Add((i, place.Index));
            }
        }

        return pairs;
    }

    // Pairs the first of equal sentences with the first, the second with the second.
    private List<(int Before, int After)> ByTurn(int b, int bEnd, int a, int aEnd)
    {
        var places = new Dictionary<int, Queue<int>>();
        for (var i = a; i < aEnd; i++)
        {
            (places.TryGetValue(_now[i], out var queue) ? queue : places[_now[i]] = new Queue<int>()).Enqueue(i);
        }

        var pairs = new List<(int Before, int After)>();
        for (var i = b; i < bEnd; i++)
        {
            if (places.TryGetValue(_old[i], out var queue) && queue.TryDequeue(out var index))
            {
                pairs.Add((i, index));
            }
        }

        return pairs;
    }

    private void FillTable(int b, int bEnd, int a, int aEnd)
    {
        var (rows, columns) = (bEnd - b, aEnd - a);
        var table = Enumerable.Range(0, rows + 1).Select(_ => new int[columns + 1]).ToArray();
        for (var i = rows - 1; i >= 0; i--)
        {
            for (var j = columns - 1; j >= 0; j--)
            {
                table[i][j] = _old[b + i] == _now[a + j] ? table[i + 1][j + 1] + 1 : Math.Max(table[i + 1][j], table[i][j + 1]);
            }
        }

        for (var (i, j) = (0, 0); i < rows && j < columns;)
        {
            if (_old[b + i] == _now[a + j])
            {
                _found.Add((b + i++, a + j++));
            }
            else if (table[i + 1][j] >= table[i][j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }
    }
}
