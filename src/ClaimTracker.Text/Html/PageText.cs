using System.Text;
using ClaimTracker.Text.Basics;
using ClaimTracker.Text.Body;

namespace ClaimTracker.Text.Html;

/// <summary>
/// Collects the text of a page: white space collapsed as in a browser, one block for each paragraph, blank lines between blocks.
/// </summary>
internal sealed class PageText
{
    private const string Separator = "\n\n";

    /// <summary>In characters. A longer block only mentions an author, however the link is marked.</summary>
    private const int LongestByline = 160;

    private readonly StringBuilder _text = new();
    private readonly List<PagePassage> _passages = [];
    private readonly List<PageLink> _links = [];
    private int _start;
    private int _linked;
    private char? _gap;
    private bool _lineBroken;
    private bool _elementEnded;
    private bool _afterDropCap;
    private PageContext _context;

    public IReadOnlyList<PagePassage> Passages => _passages;

    /// <summary>The links of the page, in the order of their ends.</summary>
    public IReadOnlyList<PageLink> Links => _links;

    /// <summary>Where the next character will stand, or close before it.</summary>
    public int Length => _text.Length;

    private bool IsEmpty => _text.Length == _start;

    public void Add(ReadOnlySpan<char> words, PageContext context)
    {
        foreach (var c in words)
        {
            if (char.IsWhiteSpace(c) && (c != '\u00A0' || IsEmpty))
            {
                _gap ??= ' ';
                continue;
            }

            if (IsEmpty)
            {
                Open(context);
            }
            else if (_gap is { } gap && !(_afterDropCap && gap == ' ' && char.IsLower(c)))
            {
                _text.Append(gap);
            }

            // "By <a rel=author>": the link makes the whole line a byline.
            _context = _context with { Type = _context.Type ?? context.Type };
            (_gap, _lineBroken, _elementEnded, _afterDropCap) = (null, false, false, false);
            _linked += context.InLink ? 1 : 0;
            _text.Append(c);
        }
    }

    /// <summary>Notes that the letter before this is set large, and that its word goes on.</summary>
    public void EndDropCap() => _afterDropCap = true;

    /// <summary>
    /// Notes the start of an inline element. Two that follow each other without white space are drawn apart by their styles.
    /// </summary>
    public void StartInline()
    {
        if (_elementEnded && !IsEmpty && !char.IsWhiteSpace(_text[^1]))
        {
            _gap ??= ' ';
        }
    }

    /// <summary>Notes the end of an inline element whose text may be the end of a word.</summary>
    public void EndInline() => _elementEnded = _gap is null;

    /// <summary>Ends a cell of a table.</summary>
    public void EndCell() => _gap = IsEmpty ? _gap : '\t';

    /// <summary>Adds a link, whose text began at a position.</summary>
    public void AddLink(int start, string address)
    {
        while (start < _text.Length && char.IsWhiteSpace(_text[start]))
        {
            start++;
        }

        if (start >= _start && start < _text.Length)
        {
            _links.Add(new PageLink(new CharSpan(start, _text.Length), address));
        }
    }

    /// <summary>
    /// Adds a line break. One break is white space; two in a row separate paragraphs on pages without paragraph elements.
    /// </summary>
    public void BreakLine()
    {
        if (_lineBroken)
        {
            EndBlock();
        }

        (_gap, _lineBroken) = (_gap ?? ' ', true);
    }

    /// <summary>Ends the block. A block of nothing but white space leaves no trace.</summary>
    public void EndBlock()
    {
        (_gap, _lineBroken, _elementEnded, _afterDropCap) = (null, false, false, false);
        if (IsEmpty)
        {
            return;
        }

        // A no-break space is kept like a word inside a block; at its end it is white space like any other.
        while (char.IsWhiteSpace(_text[^1]))
        {
            _text.Length--;
        }

        var span = new CharSpan(_start, _text.Length);
        var type = _context.Type == BlockType.Byline && span.Length > LongestByline ? null : _context.Type;
        _passages.Add(new PagePassage(span, type, _context.Node, _linked, _context.InParagraph));
        (_start, _linked) = (_text.Length, 0);
    }

    public override string ToString() => _text.ToString();

    private void Open(PageContext context)
    {
        if (_passages.Count > 0)
        {
            _text.Append(Separator);
        }

        _start = _text.Length;
        _context = context;
    }
}
