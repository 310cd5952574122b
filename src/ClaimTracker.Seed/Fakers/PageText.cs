using System.Text;

namespace ClaimTracker.Seed.Fakers;

/// <summary>The plain text of a page, as a scraper leaves it.</summary>
/// <param name="indent">Spaces before each line of the article; a menu has its own.</param>
internal sealed class PageText(int indent)
{
    private readonly StringBuilder _text = new();
    private readonly string _indent = new(' ', indent);

    public void AddMenu(string banner, IEnumerable<string> entries)
    {
        _text.Append(banner).Append('\n');
        foreach (var entry in entries)
        {
            _text.Append("  • ").Append(entry).Append('\n');
        }

        _text.Append('\n');
    }

    /// <summary>Adds lines that belong together, and a blank line after them.</summary>
    public void Add(params ReadOnlySpan<string> lines)
    {
        foreach (var line in lines)
        {
            _text.Append(_indent).Append(line).Append('\n');
        }

        _text.Append('\n');
    }

    public override string ToString() => _text.ToString();
}
