using System.Text;
using System.Xml;

namespace ClaimTracker.Text.Docx;

/// <summary>Puts the text of runs into their paragraphs, and notes what begins and ends within it.</summary>
internal sealed class DocxRuns(DocxContent content, DocxTables tables)
{
    private const int ChunkLength = 4096;

    private readonly DocxFields _fields = new(content);
    private readonly Stack<int> _paragraphs = new();
    private readonly Stack<DocxDeletion?> _deletions = new();
    private readonly Stack<bool> _alternatives = new();
    private readonly StringBuilder _reading = new();
    private readonly char[] _chunk = new char[ChunkLength];
    private bool _inText;
    private bool _inInstruction;
    private bool _inOwnSign;
    private bool _inReading;

    /// <summary>The run is formatted as hidden.</summary>
    public bool IsHidden { get; set; }

    /// <summary>Whether characters at this place belong to the document.</summary>
    public bool TakesText => _inText || _inInstruction;

    /// <summary>Whether one of the forms that the same content is given in has been read.</summary>
    public bool HasAlternative => _alternatives.TryPeek(out var isRead) && isRead;

    /// <summary>The paragraph around this place; text outside of any gets one of its own.</summary>
    public DocxParagraph Current
    {
        get
        {
            if (_paragraphs.Count == 0)
            {
                AddParagraph(id: null);
                return content.Paragraphs[^1];
            }

            return content.Paragraphs[_paragraphs.Peek()];
        }
    }

    private DocxPlace Place => _paragraphs.TryPeek(out var paragraph)
        ? new DocxPlace(paragraph, content.Paragraphs[paragraph].Text.Length)
        : new DocxPlace(content.Paragraphs.Count, 0);

    public Action OpenParagraph(string? id)
    {
        AddParagraph(id);
        _paragraphs.Push(content.Paragraphs.Count - 1);
        return () =>
        {
            _fields.EndParagraph(Place);
            _paragraphs.Pop();
        };
    }

    public Action OpenRun()
    {
        IsHidden = false;
        return () => (IsHidden, _inOwnSign) = (false, false);
    }

    public Action OpenText(bool isInstruction)
    {
        (_inText, _inInstruction) = (!isInstruction, isInstruction);
        return () => (_inText, _inInstruction) = (false, false);
    }

    public Action OpenLink(string target)
    {
        content.CountNote();
        var start = Place;
        return () => content.Links.Add(new DocxLink(start, Place, target));
    }

    /// <param name="author">Who took the words out.</param>
    /// <param name="at">When.</param>
    /// <param name="isMove">They stand somewhere else now.</param>
    public Action OpenDeletion(string? author, DateTimeOffset? at, bool isMove)
    {
        var goesOn = content.Deletions is [.., var last] && last.Place == Place && last.Author == author;
        _deletions.Push(isMove ? null : goesOn ? content.Deletions[^1] : new DocxDeletion(Place, author, at));
        return () => _deletions.Pop();
    }

    public Action OpenAlternatives()
    {
        _alternatives.Push(false);
        return () =>
        {
            if (_alternatives.Pop())
            {
                MarkAlternative();
            }
        };
    }

    /// <summary>Begins the reading of characters, which is set above them.</summary>
    public Action OpenReading()
    {
        _inReading = true;
        return () => _inReading = false;
    }

    /// <summary>Puts the reading behind its characters.</summary>
    public void AddReading()
    {
        if (_reading.Length > 0)
        {
            var reading = $"({_reading})";
            _reading.Clear();
            Add(reading);
        }
    }

    public void BeginComment(string id)
    {
        content.CountNote();
        content.Ranges.TryAdd(id, new DocxRange(Place));
    }

    public void EndComment(string id)
    {
        if (content.Ranges.TryGetValue(id, out var range))
        {
            range.End ??= Place;
        }
    }

    /// <param name="kind">The kind of the note.</param>
    /// <param name="id">Its id.</param>
    /// <param name="hasOwnSign">The sign of the note follows in the same run.</param>
    public void Mark(CitationKind kind, string id, bool hasOwnSign)
    {
        _inOwnSign |= hasOwnSign;
        if (_deletions.Count == 0)
        {
            content.CountNote();
            content.Marks.Add(new DocxMark(kind, id, Place));
        }
    }

    public void BeginField() => _fields.Begin();

    public void AddInstruction(ReadOnlySpan<char> words) => _fields.AddInstruction(words);

    public void BeginResult() => _fields.BeginResult(Place);

    public void EndField() => _fields.End(Place);

    /// <summary>Adds the characters at the reader, in pieces: there may be millions.</summary>
    public void Read(XmlReader reader)
    {
        for (int count; (count = reader.ReadValueChunk(_chunk, 0, ChunkLength)) > 0;)
        {
            if (_inInstruction)
            {
                AddInstruction(_chunk.AsSpan(0, count));
            }
            else
            {
                Add(_chunk.AsSpan(0, count));
            }
        }
    }

    public void Add(ReadOnlySpan<char> words)
    {
        if (IsHidden || _inOwnSign || _fields.InInstruction)
        {
            return;
        }

        content.CountText(words.Length);
        if (_inReading)
        {
            _reading.Append(words);
            return;
        }

        MarkAlternative();
        if (_deletions.TryPeek(out var deletion))
        {
            Delete(deletion, words);
            return;
        }

        Current.Text.Append(words);
    }

    private void MarkAlternative()
    {
        if (_alternatives.TryPop(out _))
        {
            _alternatives.Push(true);
        }
    }

    private void Delete(DocxDeletion? deletion, ReadOnlySpan<char> words)
    {
        if (deletion is null)
        {
            return;
        }

        if (deletion.Text.Length == 0)
        {
            content.CountNote();
            content.Deletions.Add(deletion);
        }

        deletion.Text.Append(words);
    }

    private void AddParagraph(string? id) => content.Add(new DocxParagraph
    {
        Id = id,
        Row = tables.Row,
        Cell = tables.Cell,
        IsNested = tables.IsNested,
    });
}
