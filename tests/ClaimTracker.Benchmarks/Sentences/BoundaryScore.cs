using ClaimTracker.Text;

namespace ClaimTracker.Benchmarks.Sentences;

/// <summary>Counts the boundaries inside paragraphs that were found, missed, or made up. The end of a paragraph is no find.</summary>
internal sealed class BoundaryScore
{
    private const int Context = 40;
    private readonly List<string> _mistakes = [];
    private int _found;
    private int _madeUp;
    private int _missed;

    public IReadOnlyList<string> Mistakes => _mistakes;

    public void Add(MarkedParagraph paragraph, IReadOnlyList<TextSpan> ours)
    {
        var marked = paragraph.Spans.SkipLast(1).Select(s => s[1]).ToHashSet();
        var split = ours.SkipLast(1).Select(s => s.End).ToHashSet();
        var madeUp = split.Except(marked).ToList();
        var missed = marked.Except(split).ToList();
        _found += split.Count - madeUp.Count;
        _madeUp += madeUp.Count;
        _missed += missed.Count;
        _mistakes.AddRange(madeUp.Select(at => $"made up: {Around(paragraph.Text, at)}"));
        _mistakes.AddRange(missed.Select(at => $"missed:  {Around(paragraph.Text, at)}"));
    }

    public override string ToString()
    {
        var precision = Share(_found, _found + _madeUp);
        var recall = Share(_found, _found + _missed);
        return $"F1 {Share(2 * _found, (2 * _found) + _madeUp + _missed):F2}  precision {precision:F2}  recall {recall:F2}"
            + $"  found {_found}  made up {_madeUp}  missed {_missed}";
    }

    private static double Share(int part, int whole) => whole == 0 ? 100 : 100.0 * part / whole;

    private static string Around(string text, int at)
    {
        var points = text.EnumerateRunes().Select(r => r.ToString()).ToArray();
        var before = string.Concat(points[Math.Max(0, at - Context)..at]);
        var after = string.Concat(points[at..Math.Min(points.Length, at + Context)]);
        return $"{before} || {after}".ReplaceLineEndings("\\n");
    }
}
