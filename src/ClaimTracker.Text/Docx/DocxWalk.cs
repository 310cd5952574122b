using System.Xml;

namespace ClaimTracker.Text.Docx;

/// <summary>
/// Reads a part with paragraphs, element by element and in one pass: its text as it would be if all tracked changes were accepted, with
/// the places of links, notes and deletions.
/// </summary>
internal sealed class DocxWalk
{
    private readonly XmlReader _reader;
    private readonly Dictionary<string, Relation> _relations;
    private readonly DocxContent _content = new();
    private readonly DocxRuns _runs;
    private readonly DocxTables _tables = new();

    /// <summary>The elements around whose ends matter, with what is to be done there.</summary>
    private readonly Stack<(int Depth, Action AtEnd)> _ends = new();

    private int _skipped = -1;
    private bool _inParagraphProperties;

    private DocxWalk(XmlReader reader, Dictionary<string, Relation> relations)
    {
        (_reader, _relations) = (reader, relations);
        _runs = new DocxRuns(_content, _tables);
    }

    /// <exception cref="ArticleReadException">The part has more of something than any document.</exception>
    public static DocxContent Read(XmlReader reader, Dictionary<string, Relation> relations)
    {
        var walk = new DocxWalk(reader, relations);
        while (reader.Read())
        {
            DocxNames.RequireDepth(reader);
            walk.Node();
        }

        return walk._content;
    }

    private void Node()
    {
        if (_skipped >= 0)
        {
            _skipped = _reader.NodeType == XmlNodeType.EndElement && _reader.Depth == _skipped ? -1 : _skipped;
            return;
        }

        switch (_reader.NodeType)
        {
            case XmlNodeType.Element:
                Element();
                if (_reader.IsEmptyElement)
                {
                    EndElement();
                }

                break;
            case XmlNodeType.EndElement:
                EndElement();
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace when _runs.TakesText:
                _runs.Read(_reader);
                break;
        }
    }

    private void EndElement()
    {
        while (_ends.TryPeek(out var end) && end.Depth == _reader.Depth)
        {
            _ends.Pop();
            end.AtEnd();
        }
    }

    private void AtEnd(Action act) => _ends.Push((_reader.Depth, act));

    private void Skip() => _skipped = _reader.IsEmptyElement ? -1 : _reader.Depth;

    private void Element()
    {
        switch (DocxNames.VocabularyOf(_reader), _reader.LocalName)
        {
            case (DocxVocabulary.Words, var name) when _inParagraphProperties:
                ParagraphProperty(name);
                break;
            case (DocxVocabulary.Words, "p") or (DocxVocabulary.Drawing, "p"):
                var id = _reader.GetAttribute("paraId", "http://schemas.microsoft.com/office/word/2010/wordml");
                AtEnd(_runs.OpenParagraph(id));
                break;
            case (DocxVocabulary.Words, "pPr"):
                _inParagraphProperties = true;
                AtEnd(() => _inParagraphProperties = false);
                break;
            case (DocxVocabulary.Words, "tbl" or "tr" or "tc"):
                AtEnd(_tables.Open(_reader.LocalName));
                break;
            case (DocxVocabulary.Words, "comment" or "footnote" or "endnote"):
                Note();
                break;
            case (DocxVocabulary.Words, _) or (DocxVocabulary.Maths or DocxVocabulary.Drawing, "r" or "t" or "br" or "ctrlPr"):
                Inline(_reader.LocalName);
                break;
            case (DocxVocabulary.Compatibility, "AlternateContent"):
                AtEnd(_runs.OpenAlternatives());
                break;
            case (DocxVocabulary.Compatibility, "Choice" or "Fallback") when _runs.HasAlternative:
                Skip();
                break;
            case (DocxVocabulary.Shapes, "textpath") when _reader.GetAttribute("string") is { } words:
                _runs.Add(words);
                break;
        }
    }

    private void Inline(string name)
    {
        switch (name)
        {
            case "del" or "moveFrom":
                AtEnd(_runs.OpenDeletion(DocxNames.Attribute(_reader, "author"), DocxNames.Date(_reader), isMove: name == "moveFrom"));
                break;
            case "hyperlink":
                Hyperlink();
                break;
            case "commentRangeStart" when DocxNames.Attribute(_reader, "id") is { } id:
                _runs.BeginComment(id);
                break;
            case "commentRangeEnd" when DocxNames.Attribute(_reader, "id") is { } id:
                _runs.EndComment(id);
                break;
            case "commentReference" or "footnoteReference" or "endnoteReference" when DocxNames.Attribute(_reader, "id") is { } id:
                _runs.Mark(
                    name[0] switch { 'c' => CitationKind.Comment, 'f' => CitationKind.Footnote, _ => CitationKind.Endnote },
                    id,
                    hasOwnSign: DocxNames.Attribute(_reader, "customMarkFollows") is "1" or "true" or "on");
                break;
            case "fldSimple":
                _runs.BeginField();
                _runs.AddInstruction(DocxNames.Attribute(_reader, "instr") ?? "");
                _runs.BeginResult();
                AtEnd(_runs.EndField);
                break;
            case "fldChar":
                Field(DocxNames.Attribute(_reader, "fldCharType"));
                break;
            case "t" or "delText" or "instrText":
                AtEnd(_runs.OpenText(isInstruction: name == "instrText"));
                break;
            case "r":
                AtEnd(_runs.OpenRun());
                break;
            case "vanish":
                _runs.IsHidden = DocxNames.IsOn(_reader);
                break;
            case "rt":
                AtEnd(_runs.OpenReading());
                break;
            case "ruby":
                AtEnd(_runs.AddReading);
                break;
            case "tab" or "ptab":
                _runs.Add("\t");
                break;
            case "br" or "cr":
                _runs.Add("\n");
                break;
            case "noBreakHyphen":
                _runs.Add("\u2011");
                break;
            case "sym":
                _runs.Add(DocxSymbols.Of(DocxNames.Attribute(_reader, "font"), DocxNames.Attribute(_reader, "char")));
                break;
            case "rPrChange" or "sectPr" or "sectPrChange" or "tblPr" or "tblPrEx" or "tblGrid" or "trPr" or "tcPr" or "sdtPr" or "sdtEndPr"
                or "ctrlPr" or "delInstrText":
                Skip();
                break;
        }
    }

    private void ParagraphProperty(string name)
    {
        switch (name)
        {
            case "pStyle":
                _runs.Current.Style = DocxNames.Value(_reader);
                break;
            case "numId":
                _runs.Current.IsListItem = DocxNames.Value(_reader) != "0";
                break;
            case "outlineLvl" when int.TryParse(DocxNames.Value(_reader), out var level):
                _runs.Current.Level = level;
                break;
            case "del" or "moveFrom":
                _runs.Current.JoinsNext = true;
                break;
            case "pPrChange" or "sectPr" or "rPrChange" or "tabs":
                Skip();
                break;
        }
    }

    private void Hyperlink()
    {
        var target = DocxNames.Relation(_reader) is { } id && _relations.TryGetValue(id, out var relation) && relation.IsExternal
            ? relation.Target
            : null;
        if (target is not null)
        {
            AtEnd(_runs.OpenLink(target));
        }
    }

    private void Field(string? step)
    {
        switch (step)
        {
            case "begin":
                _runs.BeginField();
                break;
            case "separate":
                _runs.BeginResult();
                break;
            case "end":
                _runs.EndField();
                break;
        }
    }

    /// <summary>The lines above footnotes are notes with a type.</summary>
    private void Note()
    {
        if (DocxNames.Attribute(_reader, "type") is not null and not "normal" || DocxNames.Attribute(_reader, "id") is not { } id)
        {
            Skip();
            return;
        }

        _content.CountNote();
        var note = new DocxNote(id, DocxNames.Attribute(_reader, "author"), DocxNames.Date(_reader), _content.Paragraphs.Count);
        _content.Notes.Add(note);
        AtEnd(() => note.End = _content.Paragraphs.Count);
    }
}
