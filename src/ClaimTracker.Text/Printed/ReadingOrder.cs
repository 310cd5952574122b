namespace ClaimTracker.Text.Printed;

/// <summary>
/// Puts the words of a page into reading order: cuts the page across where a band is empty, and from top to bottom between columns of
/// prose. The cells of a table are no columns: their lines do not fill them.
/// </summary>
internal sealed class ReadingOrder
{
    /// <summary>Cuts within cuts. A page has at most a handful.</summary>
    private const int DeepestCut = 6;

    /// <summary>Bands of a page that are looked at together; a page with more is no page of prose.</summary>
    private const int MostBands = 300;

    private const int FewestLines = 3;
    private const double FewestCharacters = 12;

    /// <summary>Parts of the size: the space between bands, and between columns.</summary>
    private const double Band = 0.7;
    private const double Gutter = 0.9;

    /// <summary>A line fills its column to this part; half of the lines must.</summary>
    private const double Full = 0.75;

    private const int MostGutters = 50;
    private const int FewestWordsOfKnown = 80;

    /// <summary>Gutters that were found so far: at the end of an article its last column may hold few lines.</summary>
    private readonly List<double> _gutters = [];

    /// <summary>The regions of a page in reading order, each with its words.</summary>
    public List<List<PrintedWord>> Of(List<PrintedWord> words)
    {
        var regions = new List<List<PrintedWord>>();
        Cut(words, 0, regions);
        return regions;
    }

    private void Cut(List<PrintedWord> words, int depth, List<List<PrintedWord>> into)
    {
        if (words.Count == 0)
        {
            return;
        }

        if (depth < DeepestCut && GutterOf(words) is { } gutter)
        {
            Cut(words.FindAll(w => w.Left < gutter), depth + 1, into);
            Cut(words.FindAll(w => w.Left >= gutter), depth + 1, into);
            return;
        }

        var bands = Bands(words);
        if (bands.Count is 1 or > MostBands || depth >= DeepestCut)
        {
            into.Add(words);
            return;
        }

        var alone = new List<PrintedWord>();
        foreach (var (band, hasColumns) in Together(bands))
        {
            if (hasColumns)
            {
                AddAlone();
                Cut(band, depth + 1, into);
            }
            else
            {
                alone.AddRange(band);
            }
        }

        AddAlone();

        void AddAlone()
        {
            if (alone.Count > 0)
            {
                into.Add(alone);
                alone = [];
            }
        }
    }

    /// <summary>Joins bands as long as the same columns run through all of them.</summary>
    private IEnumerable<(List<PrintedWord> Words, bool HasColumns)> Together(List<List<PrintedWord>> bands)
    {
        for (var i = 0; i < bands.Count;)
        {
            var (most, end, union) = ((List<PrintedWord>?)null, i + 1, new List<PrintedWord>());
            var open = Open(bands[i]);
            for (var j = i; j < bands.Count && open.Count > 0; j++)
            {
                union.AddRange(bands[j]);
                open = j == i ? open : Meet(open, Open(bands[j]));
                if (open.Count > 0 && GutterOf(union) is not null)
                {
                    (most, end) = ([.. union], j + 1);
                }
            }

            yield return (most ?? bands[i], most is not null);
            i = most is null ? i + 1 : end;
        }
    }

    private static double MedianSize(List<PrintedWord> words)
    {
        var sizes = words.ConvertAll(static w => w.Size);
        sizes.Sort();
        return sizes[sizes.Count / 2];
    }

    private static List<List<PrintedWord>> Bands(List<PrintedWord> words)
    {
        var (bands, least, bottom) = (new List<List<PrintedWord>>(), MedianSize(words) * Band, double.MinValue);
        foreach (var word in words.OrderByDescending(static w => w.Top))
        {
            if (bands.Count == 0 || bottom - word.Top > least)
            {
                bands.Add([]);
                bottom = word.Bottom;
            }

            bands[^1].Add(word);
            bottom = Math.Min(bottom, word.Bottom);
        }

        return bands;
    }

    /// <summary>The stretches from left to right in which no word stands, wide enough for a gutter; the page's edges among them.</summary>
    private static List<(double Left, double Right)> Open(List<PrintedWord> words)
    {
        var (open, least, right) = (new List<(double Left, double Right)>(), MedianSize(words) * Gutter, double.MinValue);
        foreach (var word in words.OrderBy(static w => w.Left))
        {
            if (word.Left - right >= least)
            {
                open.Add((right, word.Left));
            }

            right = Math.Max(right, word.Right);
        }

        open.Add((right, double.MaxValue));
        return open;
    }

    private static List<(double Left, double Right)> Meet(List<(double Left, double Right)> one, List<(double Left, double Right)> other)
    {
        var met = new List<(double Left, double Right)>();
        for (int i = 0, j = 0; i < one.Count && j < other.Count;)
        {
            var (left, right) = (Math.Max(one[i].Left, other[j].Left), Math.Min(one[i].Right, other[j].Right));
            if (left < right)
            {
                met.Add((left, right));
            }

            (i, j) = one[i].Right < other[j].Right ? (i + 1, j) : (i, j + 1);
        }

        return met;
    }

    /// <summary>The middle of the widest space between two columns of prose; null if there is none.</summary>
    private double? GutterOf(List<PrintedWord> words)
    {
        var inner = Open(words).FindAll(static o => o.Left > double.MinValue && o.Right < double.MaxValue);
        foreach (var (left, right) in inner.OrderByDescending(static o => o.Right - o.Left).Take(3))
        {
            var middle = (left + right) / 2;
            var (one, other) = (IsColumn(words.FindAll(w => w.Left < middle)), IsColumn(words.FindAll(w => w.Left >= middle)));
            if (one && other)
            {
                _gutters.AddRange(_gutters.Count < MostGutters && !IsKnown(left, right) ? [middle] : []);
                return middle;
            }

            if ((one || other) && IsKnown(left, right) && words.Count >= FewestWordsOfKnown)
            {
                return middle;
            }
        }

        return null;
    }

    private bool IsKnown(double left, double right) => _gutters.Exists(known => known > left && known < right);

    /// <summary>Checks whether words stand as in a column of prose: some lines, of some length, most of them full.</summary>
    private static bool IsColumn(List<PrintedWord> words)
    {
        var rows = TextLine.Rows(words).ToList();
        if (rows.Count < FewestLines || words.Sum(static w => w.Text.Length + 1) < rows.Count * FewestCharacters)
        {
            return false;
        }

        var (left, right) = (words.Min(static w => w.Left), words.Max(static w => w.Right));
        var full = rows.Count(row => row.Max(static w => w.Right) - row.Min(static w => w.Left) >= (right - left) * Full);
        return full * 2 >= rows.Count;
    }
}
