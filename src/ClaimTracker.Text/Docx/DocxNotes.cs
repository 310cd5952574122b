using System.Xml;
using ClaimTracker.Text.Basics;
using ClaimTracker.Text.Citations;
using ClaimTracker.Text.Lines;
using ClaimTracker.Text.Sentences;

namespace ClaimTracker.Text.Docx;

/// <summary>Makes the notes of an article from the links, comments, footnotes and endnotes of its document, at their words.</summary>
internal sealed class DocxNotes(DocxContent body, DocxLayout layout, SentenceRules rules)
{
    /// <summary>In characters. Longer addresses carry data.</summary>
    private const int LongestAddress = 2_000;

    /// <summary>In characters. A mark behind a longer run is on its end.</summary>
    private const int LongestWord = 100;

    private readonly List<DraftNote> _notes = [];

    /// <summary>The sentences of the blocks that have been looked at, and whether each of those ends like one.</summary>
    private readonly Dictionary<int, List<CharSpan>> _sentences = [];
    private readonly Dictionary<int, bool> _ends = [];

    public List<DraftNote> All => _notes;

    public void AddLinks()
    {
        foreach (var link in body.Links)
        {
            var span = new CharSpan(layout.At(link.Start), layout.At(link.End)).Trim(layout.Text);
            if (!span.IsEmpty && Absolute(link.Target) is { } address)
            {
                _notes.Add(new DraftNote(CitationKind.Link, span, null, address));
            }
        }
    }

    /// <param name="kind">Footnotes or endnotes.</param>
    /// <param name="part">The part that holds them.</param>
    public void AddNotes(CitationKind kind, DocxContent part)
    {
        var notes = ById(part.Notes, static note => note.Id);
        foreach (var mark in body.Marks)
        {
            if (mark.Kind == kind && notes.GetValueOrDefault(mark.Id) is { } note)
            {
                Add(kind, part, note, Before(layout.At(mark.Place)));
            }
        }
    }

    /// <param name="part">The part that holds the comments.</param>
    /// <param name="parents">The comment that each reply answers, by the ids of their paragraphs.</param>
    public void AddComments(DocxContent part, Dictionary<string, string> parents)
    {
        var spans = new Dictionary<string, CharSpan>(StringComparer.Ordinal);
        var ends = ById(part.Notes, note => EndId(part, note) ?? "");
        foreach (var mark in body.Marks.Where(static mark => mark.Kind == CitationKind.Comment))
        {
            spans.TryAdd(mark.Id, Before(layout.At(mark.Place)));
        }

        foreach (var (id, range) in body.Ranges)
        {
            var (start, end) = (layout.At(range.Start), layout.At(range.End ?? range.Start));
            var words = new CharSpan(start, Math.Max(start, end)).Trim(layout.Text);
            spans[id] = words.IsEmpty ? Before(end) : words;
        }

        foreach (var note in ById(part.Notes, static note => note.Id).Values)
        {
            if (Span(note, steps: 0) is { } span)
            {
                Add(CitationKind.Comment, part, note, span);
            }
        }

        // A reply without words of its own is on those of the comment that it answers.
        CharSpan? Span(DocxNote note, int steps) => spans.TryGetValue(note.Id, out var own)
            ? own
            : steps < DocxLimits.DeepestNesting && EndId(part, note) is { } id && parents.TryGetValue(id, out var parent)
                && ends.TryGetValue(parent, out var answered)
                ? Span(answered, steps + 1)
                : null;
    }

    /// <summary>Reads which comment each reply answers, by the ids of their paragraphs.</summary>
    public static Dictionary<string, string> Parents(XmlReader? reader)
    {
        var parents = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader?.Read() == true)
        {
            DocxNames.RequireDepth(reader);
            if (reader.NodeType == XmlNodeType.Element && DocxNames.Attribute(reader, "paraId") is { } id
                && DocxNames.Attribute(reader, "paraIdParent") is { } parent)
            {
                parents.TryAdd(id, parent);
            }
        }

        return parents;
    }

    private static Dictionary<string, DocxNote> ById(IEnumerable<DocxNote> notes, Func<DocxNote, string> id)
    {
        var byId = new Dictionary<string, DocxNote>(StringComparer.Ordinal);
        foreach (var note in notes)
        {
            byId.TryAdd(id(note), note);
        }

        return byId;
    }

    private static string? EndId(DocxContent part, DocxNote note) =>
        note.End > note.First ? part.Paragraphs[note.End - 1].Id : null;

    private void Add(CitationKind kind, DocxContent part, DocxNote note, CharSpan span)
    {
        var words = string.Join('\n', part.Paragraphs[note.First..note.End].Select(static paragraph => paragraph.Text)).Trim();
        var linked = FirstLink(part, note);
        var url = linked ?? NoteWords.Address(words);
        if (words.Length > 0 || url is not null)
        {
            _notes.Add(new DraftNote(kind, span, words.Length > 0 ? words : url, url, note.Author, note.At));
        }
    }

    // Links are in the order of their ends, and so of the notes.
    private static string? FirstLink(DocxContent part, DocxNote note)
    {
        var (low, high) = (0, part.Links.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = part.Links[middle].End.Paragraph < note.First ? (middle + 1, high) : (low, middle);
        }

        for (; low < part.Links.Count && part.Links[low].End.Paragraph < note.End; low++)
        {
            if (Absolute(part.Links[low].Target) is { } address)
            {
                return address;
            }
        }

        return null;
    }

    private static string? Absolute(string target) =>
        target.Length <= LongestAddress && Uri.TryCreate(target.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? uri.AbsoluteUri
            : null;

    /// <summary>What a mark at a position is about: the word before it, or the sentence if one ends there.</summary>
    private CharSpan Before(int position)
    {
        if (SentenceBefore(position) is not { } sentence)
        {
            return default;
        }

        var end = Math.Min(position, sentence.End);
        if (end == sentence.End && EndsSentence(sentence))
        {
            return sentence;
        }

        var least = Math.Max(sentence.Start, end - LongestWord);
        while (end > least + 1 && (char.IsWhiteSpace(layout.Text[end - 1]) || char.IsPunctuation(layout.Text[end - 1])))
        {
            end--;
        }

        var start = end;
        while (start > least && !char.IsWhiteSpace(layout.Text[start - 1]))
        {
            start--;
        }

        return start > sentence.Start && char.IsLowSurrogate(layout.Text[start]) ? new CharSpan(start - 1, end) : new CharSpan(start, end);
    }

    private bool EndsSentence(CharSpan sentence)
    {
        if (!_ends.TryGetValue(sentence.Start, out var ends))
        {
            _ends[sentence.Start] = ends = LineShape.EndsSentence(layout.Text, sentence);
        }

        return ends;
    }

    /// <summary>The last sentence that begins before a position, in its block.</summary>
    private CharSpan? SentenceBefore(int position)
    {
        var passage = LastBefore(layout.Passages, static p => p.Span.Start, position);
        if (passage < 0)
        {
            return null;
        }

        if (!_sentences.TryGetValue(passage, out var sentences))
        {
            _sentences[passage] = sentences = [];
            SentenceScanner.Scan(layout.Text, layout.Passages[passage].Span, rules, sentences);
        }

        var sentence = LastBefore(sentences, static s => s.Start, position);
        return sentence < 0 ? layout.Passages[passage].Span : sentences[sentence];
    }

    private static int LastBefore<T>(List<T> items, Func<T, int> start, int position)
    {
        var (low, high) = (0, items.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = start(items[middle]) < position ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }
}
