using System.Text;
using ClaimTracker.Text.Basics;
using ClaimTracker.Text.Lines;

namespace ClaimTracker.Text.Docx;

/// <summary>
/// Sets the paragraphs of a document one below the other: blank lines between blocks, tabs between the cells of a row.
/// </summary>
internal sealed class DocxLayout
{
    private const string Separator = "\n\n";

    /// <summary>In characters. The rows of a table that only lays out a page are longer.</summary>
    private const int LongestRow = 1_000;

    /// <summary>Words of a line above the first heading that may be a label or a byline, and is no prose.</summary>
    private const int MostWordsOfLabel = 12;

    private readonly StringBuilder _text = new();
    private readonly List<(CharSpan Span, StyledAs Styled)> _blocks = [];
    private readonly int[] _starts;
    private readonly List<DocxParagraph> _paragraphs;

    private DocxLayout(List<DocxParagraph> paragraphs) => (_paragraphs, _starts) = (paragraphs, new int[paragraphs.Count]);

    public string Text { get; private set; } = "";

    /// <summary>The blocks, with the types that their styles give.</summary>
    public List<Passage> Passages { get; private set; } = [];

    public static DocxLayout Of(List<DocxParagraph> paragraphs, DocxStyles styles)
    {
        var layout = new DocxLayout(paragraphs);
        for (var first = 0; first < paragraphs.Count;)
        {
            var end = layout.EndOfRow(first);
            if (end > first && layout.IsData(first, end))
            {
                layout.AddRow(first, end);
            }
            else
            {
                end = layout.EndOfJoined(first);
                layout.AddJoined(first, end, styles.Of(paragraphs[end - 1]));
            }

            first = end;
        }

        layout.Text = layout._text.ToString();
        layout.Passages = layout.Typed();
        return layout;
    }

    /// <summary>The position of a place in the text.</summary>
    public int At(DocxPlace place) =>
        place.Paragraph < _starts.Length ? Math.Min(_starts[place.Paragraph] + place.Offset, Text.Length) : Text.Length;

    private int EndOfRow(int first)
    {
        var (row, end) = (_paragraphs[first].Row, first);
        while (row > 0 && end < _paragraphs.Count && _paragraphs[end].Row == row)
        {
            end++;
        }

        // A row is looked at once, from its first paragraph.
        return first > 0 && _paragraphs[first - 1].Row == row ? first : end;
    }

    private int EndOfJoined(int first)
    {
        var end = first + 1;
        while (end < _paragraphs.Count && _paragraphs[end - 1].JoinsNext
            && (_paragraphs[end].Row, _paragraphs[end].Cell) == (_paragraphs[first].Row, _paragraphs[first].Cell))
        {
            end++;
        }

        return end;
    }

    /// <summary>Checks that the row has cells of data, and not the columns of a page.</summary>
    private bool IsData(int first, int end)
    {
        var (length, inCell, cell) = (0, 0, 0);
        for (var i = first; i < end; i++)
        {
            var paragraph = _paragraphs[i];
            inCell = paragraph.Cell == cell ? inCell : 0;
            (inCell, cell) = (inCell + (paragraph.Text.Length > 0 ? 1 : 0), paragraph.Cell);
            length += paragraph.Text.Length;
            if (paragraph.IsNested || inCell > 1 || length > LongestRow)
            {
                return false;
            }
        }

        return cell > 1;
    }

    private void AddRow(int first, int end)
    {
        var start = Begin();
        var cell = _paragraphs[first].Cell;
        for (var i = first; i < end; i++)
        {
            _text.Append('\t', _paragraphs[i].Cell - cell);
            cell = _paragraphs[i].Cell;
            _starts[i] = _text.Length;
            _text.Append(_paragraphs[i].Text);
        }

        Add(new CharSpan(start, _text.Length), new StyledAs(BlockType.TableRow));
    }

    private void AddJoined(int first, int end, StyledAs styled)
    {
        // A paragraph that was emptied leaves no trace. What stood in it stood at the end of the one before.
        var start = _paragraphs[first..end].Exists(static paragraph => paragraph.Text.Length > 0) ? Begin() : _text.Length;
        for (var i = first; i < end; i++)
        {
            _starts[i] = _text.Length;
            _text.Append(_paragraphs[i].Text);
        }

        Add(new CharSpan(start, _text.Length), styled);
    }

    private int Begin()
    {
        if (_text.Length > 0)
        {
            _text.Append(Separator);
        }

        return _text.Length;
    }

    private void Add(CharSpan span, StyledAs styled)
    {
        if (!span.IsEmpty)
        {
            _blocks.Add((span, styled));
        }
    }

    /// <summary>The blocks, cut at blank lines, which a writer made with two line breaks in a row.</summary>
    private List<Passage> Typed()
    {
        var passages = new List<Passage>(_blocks.Count);
        var hasTitle = _blocks.Exists(static block => block.Styled.Type == BlockType.Title);
        var mayHead = true;
        foreach (var (span, styled) in _blocks)
        {
            foreach (var part in Parts(span))
            {
                var type = styled.Type;
                if (type == BlockType.Title || (!hasTitle && mayHead && styled.IsFirstLevel))
                {
                    type = mayHead ? BlockType.Title : BlockType.Heading;
                    mayHead = false;
                }
                else if (!hasTitle && LineShape.WordCount(part.In(Text)) > MostWordsOfLabel)
                {
                    mayHead = false;
                }

                passages.Add(new Passage(part, AfterBlank: true, type, InArticle: true));
            }
        }

        return passages;
    }

    private IEnumerable<CharSpan> Parts(CharSpan block)
    {
        var (start, at) = (block.Start, block.Start);
        while (at < block.End)
        {
            var (breaks, gap) = (0, at);
            while (gap < block.End && char.IsWhiteSpace(Text[gap]))
            {
                breaks += Text[gap++] == '\n' ? 1 : 0;
            }

            if (breaks > 1 && new CharSpan(start, at).Trim(Text) is { IsEmpty: false } part)
            {
                yield return part;
                start = gap;
            }

            at = Math.Max(gap, at + 1);
        }

        if (new CharSpan(start, block.End).Trim(Text) is { IsEmpty: false } last)
        {
            yield return last;
        }
    }
}
