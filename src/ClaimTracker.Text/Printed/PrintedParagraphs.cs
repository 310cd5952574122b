using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text.Printed;

/// <summary>Joins the lines of a column to paragraphs, and those that a column or a page cuts in two.</summary>
/// <param name="hyphens">Joins its lines.</param>
/// <param name="body">The size of most of its characters.</param>
internal sealed class PrintedParagraphs(BrokenWords hyphens, double body)
{
    /// <summary>Fonts of pictures have signs of their own.</summary>
    private const string Bullets = "•‣▪▫●○◦■□✓➤\uFFFD";

    /// <summary>Parts of the size of type.</summary>
    private const double OtherSize = 0.12;
    private const double Indent = 0.8;

    /// <summary>Parts of the usual step from line to line, and of the width of the column.</summary>
    private const double WideStep = 1.3;
    private const double Short = 0.9;

    private readonly List<PrintedParagraph> _all = [];
    private PrintedParagraph? _open;

    public IReadOnlyList<PrintedParagraph> All => _all;

    /// <summary>Adds a running head or page number.</summary>
    public void AddApart(string line, int page)
    {
        var apart = new PrintedParagraph(page, BlockType.Navigation, 0, isBold: false);
        apart.Add(line, hyphens);
        _all.Add(apart);
    }

    /// <summary>Adds the lines of a column, from the top.</summary>
    public void AddColumn(List<TextLine> lines, int page)
    {
        var (left, right, step) = (lines.Min(static l => l.Left), lines.Max(static l => l.Right), StepOf(lines));
        var (current, first) = (default(PrintedParagraph), _all.Count);
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var isRow = IsRow(lines, i);
            if (current is null || isRow || IsRow(lines, i - 1) || StartsParagraph(lines, i, left, right, step, current))
            {
                current = new PrintedParagraph(page, TypeOf(line, isRow), line.Size, line.IsBold) { IsOpenAbove = i == 0 };
                _all.Add(current);
            }

            current.Add(TypeOf(line, isRow) == BlockType.ListItem ? line.Text[1..].TrimStart() : line.Text, hyphens);
            current.IsOpenBelow = i == lines.Count - 1 && line.Right >= left + ((right - left) * Short);
        }

        GoOn(first);
    }

    /// <summary>The first paragraph of a column may be the rest of the last one that stands open.</summary>
    private void GoOn(int first)
    {
        var next = _all[first];
        if (_open is { } open && IsRest(open, next))
        {
            open.Add(next.ToString(), hyphens);
            open.IsOpenBelow = next.IsOpenBelow;
            _all.RemoveAt(first);
            _open = _all.Count > first || next.EndsSentence ? null : open;
        }

        if (_all.Count > first)
        {
            var last = _all.FindLastIndex(p => p.Type is null && Near(p.Size, body));
            _open = last < first ? _open : _all[last].EndsSentence ? null : _all[last];
        }
    }

    private static bool IsRest(PrintedParagraph open, PrintedParagraph next) =>
        next is { Type: null } && Near(open.Size, next.Size) && open.IsBold == next.IsBold
        && (char.IsLower(next.First) || (open.IsOpenBelow && !open.EndsSentence && char.IsLetterOrDigit(next.First)));

    private static bool Near(double one, double other) => Math.Abs(one - other) <= Math.Max(one, other) * OtherSize;

    private static double StepOf(List<TextLine> lines)
    {
        var steps = lines.Zip(lines.Skip(1), static (a, b) => a.Base - b.Base).Order().ToList();
        return steps.Count == 0 ? 0 : steps[steps.Count / 2];
    }

    /// <summary>A row of a table has cells, and a line with cells above or below it.</summary>
    private static bool IsRow(List<TextLine> lines, int at) =>
        at >= 0 && lines[at].HasCells
        && ((at > 0 && lines[at - 1].HasCells) || (at + 1 < lines.Count && lines[at + 1].HasCells));

    private static BlockType? TypeOf(TextLine line, bool isRow) =>
        isRow ? BlockType.TableRow
        : line.Text.Length > 1 && Bullets.Contains(line.Text[0], StringComparison.Ordinal) ? BlockType.ListItem
        : null;

    private static bool StartsParagraph(List<TextLine> lines, int at, double left, double right, double step, PrintedParagraph current)
    {
        var (line, before) = (lines[at], lines[at - 1]);
        if (!Near(line.Size, before.Size) || line.IsBold != before.IsBold || TypeOf(line, isRow: false) == BlockType.ListItem
            || before.Base - line.Base > Math.Max(step * WideStep, line.Size * WideStep))
        {
            return true;
        }

        // An item of a list goes on with the indent of its words; lines in the middle have any.
        var isCentred = Math.Abs(line.Left + line.Right - before.Left - before.Right) < line.Size;
        var isIndented = !isCentred && line.Left > left + (line.Size * Indent) && before.Left <= left + (before.Size * Indent);
        if (isIndented && current.Type != BlockType.ListItem)
        {
            return true;
        }

        // The first word would have fitted on the line before.
        var room = right - before.Right - (line.FirstWord + (line.Size * 0.3));
        return room > (right - left) * (1 - Short) && (current.EndsSentence || char.IsUpper(line.Text[0]));
    }
}
