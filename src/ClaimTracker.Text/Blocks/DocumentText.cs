using System.Text;
using ClaimTracker.Text.Basics;
using ClaimTracker.Text.Lines;

namespace ClaimTracker.Text.Blocks;

/// <summary>Collects the text of a document block by block, with blank lines between them.</summary>
internal sealed class DocumentText
{
    private const string Separator = "\n\n";

    private readonly StringBuilder _text = new();
    private readonly List<Passage> _passages = [];
    private int _start = -1;

    /// <summary>The blocks so far.</summary>
    public List<Passage> Passages => _passages;

    /// <summary>Where the next character will stand.</summary>
    public int Length => _text.Length;

    /// <summary>Whether a block is open and has a character.</summary>
    public bool IsOpen => _start >= 0;

    /// <summary>The last character of the open block; a blank if there is none.</summary>
    public char Last => IsOpen ? _text[^1] : ' ';

    /// <summary>Adds words to the open block. White space does not begin one.</summary>
    public void Add(ReadOnlySpan<char> words)
    {
        words = IsOpen ? words : words.TrimStart();
        if (words.IsEmpty)
        {
            return;
        }

        if (!IsOpen)
        {
            _text.Append(_passages.Count > 0 ? Separator : "");
            _start = _text.Length;
        }

        _text.Append(words);
    }

    /// <summary>Adds one space, unless the block is at its start or ends in white space.</summary>
    public void AddSpace()
    {
        if (!char.IsWhiteSpace(Last))
        {
            _text.Append(' ');
        }
    }

    /// <summary>Takes the last character of the open block away.</summary>
    public void DropLast() => _text.Length--;

    /// <summary>Ends the block. One without words leaves no trace.</summary>
    /// <param name="type">Its type; null if only its words can tell.</param>
    /// <returns>Its place; empty if there was none.</returns>
    public CharSpan End(BlockType? type)
    {
        if (!IsOpen)
        {
            return default;
        }

        while (char.IsWhiteSpace(_text[^1]))
        {
            _text.Length--;
        }

        var span = new CharSpan(_start, _text.Length);
        _passages.Add(new Passage(span, AfterBlank: true, type, InArticle: true));
        _start = -1;
        return span;
    }

    /// <summary>Where the last word of the open block begins, without the space behind it.</summary>
    public CharSpan LastWord()
    {
        var end = _text.Length;
        while (IsOpen && end > _start && char.IsWhiteSpace(_text[end - 1]))
        {
            end--;
        }

        var start = end;
        while (IsOpen && start > _start && !char.IsWhiteSpace(_text[start - 1]))
        {
            start--;
        }

        return new CharSpan(start, end);
    }

    /// <summary>The words of a block.</summary>
    public string Words(CharSpan block) => _text.ToString(block.Start, block.Length);

    public override string ToString() => _text.ToString();
}
