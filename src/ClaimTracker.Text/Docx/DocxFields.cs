using System.Text;

namespace ClaimTracker.Text.Docx;

/// <summary>The fields that are open at a place: each is an instruction, which nobody sees, and its result.</summary>
internal sealed class DocxFields(DocxContent content)
{
    private const int LongestInstruction = 10_000;

    private readonly Stack<Field> _open = new();

    /// <summary>Whether text is a part of an instruction.</summary>
    public bool InInstruction => _open.TryPeek(out var innermost) && innermost.Result is null;

    /// <exception cref="ArticleReadException">More fields are open than in any document.</exception>
    public void Begin()
    {
        if (_open.Count == DocxLimits.DeepestNesting)
        {
            throw new ArticleReadException($"The document nests fields more than {DocxLimits.DeepestNesting} levels deep.");
        }

        _open.Push(new Field());
    }

    public void AddInstruction(ReadOnlySpan<char> words)
    {
        if (InInstruction && _open.Peek().Instruction is { Length: < LongestInstruction } instruction)
        {
            instruction.Append(words);
        }
    }

    public void BeginResult(DocxPlace place)
    {
        if (InInstruction)
        {
            _open.Peek().Result = place;
        }
    }

    /// <summary>Ends a field; the result of one that is a link is the words of the link.</summary>
    public void End(DocxPlace place)
    {
        if (_open.TryPop(out var field) && field.Result is { } start && Address(field.Instruction.ToString()) is { } address)
        {
            content.CountNote();
            content.Links.Add(new DocxLink(start, place, address));
        }
    }

    /// <summary>Ends a paragraph. An instruction that is still open there will have no end: what follows is text.</summary>
    public void EndParagraph(DocxPlace place)
    {
        foreach (var field in _open)
        {
            field.Result ??= place;
        }
    }

    /// <summary>The address in an instruction, HYPERLINK "address" \o "tip"; null for other instructions.</summary>
    private static string? Address(string instruction)
    {
        var words = instruction.AsSpan().Trim();
        if (!words.StartsWith("HYPERLINK", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        words = words["HYPERLINK".Length..].TrimStart();
        if (words.StartsWith("\""))
        {
            var end = words[1..].IndexOf('"');
            return (end < 0 ? words[1..] : words[1..(end + 1)]).ToString();
        }

        var space = words.IndexOf(' ');
        words = space < 0 ? words : words[..space];
        return words.IsEmpty || words[0] == '\\' ? null : words.ToString();
    }

    private sealed class Field
    {
        public StringBuilder Instruction { get; } = new();

        public DocxPlace? Result { get; set; }
    }
}
