using System.Text;
using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text.Printed;

/// <summary>Lines that were joined to one block.</summary>
internal sealed class PrintedParagraph(int page, BlockType? type, double size, bool isBold)
{
    /// <summary>In lines. A heading is shorter.</summary>
    private const int MostLinesOfHeading = 4;
    private const int LongestHeading = 200;

    private readonly StringBuilder _text = new();

    /// <summary>The page on which it begins.</summary>
    public int Page => page;

    public double Size => size;

    public bool IsBold => isBold;

    public int Lines { get; private set; }

    /// <summary>Its type; null if only its words can tell.</summary>
    public BlockType? Type { get; set; } = type;

    /// <summary>Whether it is the last of its column, and its last line is full: its sentence may go on in the next.</summary>
    public bool IsOpenBelow { get; set; }

    /// <summary>Whether it is the first of its column.</summary>
    public bool IsOpenAbove { get; init; }

    /// <summary>Whether it stands above the next as a heading would.</summary>
    public bool MayBeHeading => Lines <= MostLinesOfHeading && _text.Length <= LongestHeading && !EndsSentence;

    public bool EndsSentence
    {
        get
        {
            var at = _text.Length - 1;
            while (at > 0 && Marks.IsClosing(_text[at]))
            {
                at--;
            }

            return at >= 0 && Marks.IsTerminator(_text[at]);
        }
    }

    public char First => _text.Length > 0 ? _text[0] : ' ';

    /// <summary>Adds a line. A word that was broken at the end of the one before is whole again.</summary>
    public void Add(string line, BrokenWords hyphens)
    {
        hyphens.Join(_text, line);
        Lines++;
    }

    public override string ToString() => _text.ToString();
}
