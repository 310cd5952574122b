using System.Text;
using ClaimTracker.Text.Basics;
using ClaimTracker.Text.Lines;

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
    private readonly List<Passage> _passages = [];
    private int _start;
    private bool _space;
    private bool _lineBroken;
    private PageContext _context;

    public IReadOnlyList<Passage> Passages => _passages;

    public void Add(ReadOnlySpan<char> words, PageContext context)
    {
        foreach (var c in words)
        {
            if (char.IsWhiteSpace(c) && (c != '\u00A0' || _text.Length == _start))
            {
                _space = true;
                continue;
            }

            if (_text.Length == _start)
            {
                Open(context);
            }
            else if (_space)
            {
                _text.Append(' ');
            }

            // "By <a rel=author>": the link makes the whole line a byline.
            _context = _context with { Type = _context.Type ?? context.Type };
            _space = _lineBroken = false;
            _text.Append(c);
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

        _space = _lineBroken = true;
    }

    /// <summary>Ends the block. A block of nothing but white space leaves no trace.</summary>
    public void EndBlock()
    {
        _space = _lineBroken = false;
        if (_text.Length == _start)
        {
            return;
        }

        // A no-break space is kept like a word inside a block; at its end it is white space like any other.
        while (char.IsWhiteSpace(_text[^1]))
        {
            _text.Length--;
        }

        var type = _context.Type == BlockType.Byline && _text.Length - _start > LongestByline ? null : _context.Type;
        _passages.Add(new Passage(new CharSpan(_start, _text.Length), AfterBlank: true, type, _context.InArticle ? true : null));
        _start = _text.Length;
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
