using System.Text;
using ClaimTracker.Text.Basics;
using ClaimTracker.Text.Languages;

namespace ClaimTracker.Text.Printed;

/// <summary>Joins lines, and the words that were broken at their ends. A hyphen of the word itself stays.</summary>
internal sealed class BrokenWords
{
    private static readonly WordSet Leading = new("self ex non half quasi all well so pro anti semi vice post pre co multi cross");

    private readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Learns the words of a document: those with a hyphen within a line are written with one.</summary>
    public void Learn(IEnumerable<PrintedWord> words)
    {
        foreach (var word in words)
        {
            var text = word.Text.Trim(['.', ',', ';', ':', '(', ')', '"', '“', '”', '!', '?', '\'', '’']);
            if (text.Length > 2 && text[^1] != '-')
            {
                _known.Add(text);
            }
        }
    }

    public void Join(StringBuilder text, string line)
    {
        if (text.Length > 0)
        {
            var isSoft = text[^1] == '\u00AD';
            var isBroken = isSoft || (text.Length > 1 && text[^1] is '-' or '‐' && char.IsLetter(text[^2]));
            if (isBroken && line.Length > 0 && char.IsLetter(line[0]))
            {
                if (isSoft || (char.IsLower(line[0]) && !KeepsHyphen(text, line)))
                {
                    text.Length--;
                }
            }
            else if (!(text[^1] is '-' or '‐' or '–' or '—' or '/' && text.Length > 1 && !char.IsWhiteSpace(text[^2]))
                && !(line.Length > 0 && Scripts.CharactersOfWord(text[^1]) > 0 && Scripts.CharactersOfWord(line[0]) > 0))
            {
                text.Append(' ');
            }
        }

        text.Append(line);
    }

    private bool KeepsHyphen(StringBuilder text, string line)
    {
        var start = text.Length - 1;
        while (start > 0 && !char.IsWhiteSpace(text[start - 1]))
        {
            start--;
        }

        var head = text.ToString(start, text.Length - 1 - start).TrimStart('(', '"', '“', '\'', '‘');
        var end = 0;
        while (end < line.Length && char.IsLetter(line[end]))
        {
            end++;
        }

        var tail = line[..end];
        return !_known.Contains(head + tail) && (_known.Contains($"{head}-{tail}") || Leading.Contains(head.ToLowerInvariant()));
    }
}
