using System.Buffers;
using System.Text;
using ClaimTracker.Text.Words;

namespace ClaimTracker.Text.Matching;

/// <summary>
/// Compares spellings: BM25 over runs of three bytes of the letters, which finds names in another spelling, compounds and misprints. Only
/// for few places at a time: a run of three stands in too many to be looked up.
/// </summary>
internal sealed class LetterTable
{
    /// <summary>Of a text, in bytes; the rest is left out.</summary>
    private const int Longest = 1_500;
    private const int Run = 3;

    /// <summary>Runs are told apart by so many numbers: that two share one is rare and harmless.</summary>
    private const int Numbers = 1 << 16;

    private readonly int[] _places = new int[Numbers];
    private long _total;
    private int _count;

    /// <summary>Letters and digits in their form for comparison, one space between words and around all.</summary>
    public static byte[] LettersOf(string text)
    {
        var letters = new StringBuilder(text.Length + 2).Append(' ');
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark)
            {
                letters.Append(FoldedLetters.Of(rune));
            }
            else if (letters[^1] != ' ')
            {
                letters.Append(' ');
            }
        }

        var bytes = Encoding.UTF8.GetBytes(letters[^1] == ' ' ? letters.ToString() : letters.Append(' ').ToString());
        return bytes.Length > Longest ? bytes[..Longest] : bytes;
    }

    public void Add(byte[] letters)
    {
        var seen = new HashSet<int>();
        for (var i = 0; i + Run <= letters.Length; i++)
        {
            if (seen.Add(NumberAt(letters, i)))
            {
                _places[NumberAt(letters, i)]++;
            }
        }

        _total += letters.Length;
        _count++;
    }

    /// <summary>Makes a comparison of many places with one text.</summary>
    public Comparison With(byte[] letters) => new(this, letters);

    private static int NumberAt(ReadOnlySpan<byte> letters, int i) =>
        (int)((letters[i] * 0x9E3779B1u) ^ (letters[i + 1] * 0x85EBCA6Bu) ^ (letters[i + 2] * 0xC2B2AE35u)) >>> 16;

    private float Weight(int number) => MathF.Log2(1 + ((_count - _places[number] + 0.5f) / (_places[number] + 0.5f)));

    internal sealed class Comparison : IDisposable
    {
        private readonly LetterTable _table;
        // One as large as this would let all garbage be collected with each search.
        private readonly ushort[] _slots = ArrayPool<ushort>.Shared.Rent(Numbers);
        private readonly float[] _weights;
        private readonly byte[] _times;

        public Comparison(LetterTable table, byte[] letters)
        {
            _table = table;
            Array.Clear(_slots);
            var weights = new List<float> { 0 };
            for (var i = 0; i + Run <= letters.Length; i++)
            {
                ref var slot = ref _slots[NumberAt(letters, i)];
                if (slot == 0)
                {
                    slot = (ushort)weights.Count;
                    weights.Add(table.Weight(NumberAt(letters, i)));
                }
            }

            _weights = [.. weights];
            _times = new byte[_weights.Length];
            Most = _weights.Sum();
        }

        /// <summary>The score of a place of average length that has each run once.</summary>
        public float Most { get; }

        public void Dispose() => ArrayPool<ushort>.Shared.Return(_slots);

        public float Score(byte[] letters)
        {
            Array.Clear(_times);
            for (var i = 0; i + Run <= letters.Length; i++)
            {
                ref var times = ref _times[_slots[NumberAt(letters, i)]];
                times = (byte)Math.Min(times + 1, byte.MaxValue);
            }

            var average = Math.Max(1f, (float)_table._total / Math.Max(1, _table._count));
            var damping = WordTable.Saturation * (1 - WordTable.LengthShare + (WordTable.LengthShare * letters.Length / average));
            var score = 0f;
            for (var slot = 1; slot < _times.Length; slot++)
            {
                score += _weights[slot] * (WordTable.Saturation + 1) * _times[slot] / (_times[slot] + damping);
            }

            return score;
        }
    }
}
