using ClaimTracker.Text.Basics;
using ClaimTracker.Text.Blocks;
using ClaimTracker.Text.Citations;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace ClaimTracker.Text.Markup;

/// <summary>Walks the blocks of a Markdown text and writes the words that it shows.</summary>
internal sealed class MarkdownWalk
{
    /// <summary>Lists in quotes in lists. The parser gives up at about the same depth.</summary>
    private const int DeepestNesting = 100;

    /// <summary>Blocks of HTML, each of which is a page of its own to the parser.</summary>
    private const int MostHtmlBlocks = 5_000;

    private readonly WordsOfLine _words;
    private int _depth;
    private int _htmlBlocks;
    private bool _hasTitle;

    public MarkdownWalk() => _words = new WordsOfLine(Document, Notes);

    /// <summary>The text.</summary>
    public DocumentText Document { get; } = new();

    /// <summary>Links and footnotes, at their words.</summary>
    public List<DraftNote> Notes { get; } = [];

    /// <summary>What the footnotes say that stand at words of the text.</summary>
    public HashSet<string> Footnotes { get; } = new(StringComparer.Ordinal);

    /// <exception cref="ArticleReadException">The text is nested more deeply than any article.</exception>
    public void Add(ContainerBlock container, BlockType? type)
    {
        if (++_depth > DeepestNesting)
        {
            throw new ArticleReadException($"The text nests lists and quotes more than {DeepestNesting} levels deep.");
        }

        foreach (var block in container)
        {
            Add(block, type);
        }

        _depth--;
    }

    private void Add(Block block, BlockType? type)
    {
        switch (block)
        {
            case HeadingBlock heading:
                AddWords(heading, heading.Level == 1 && !_hasTitle && type is null ? BlockType.Title : BlockType.Heading);
                _hasTitle = true;
                break;
            case Table table:
                AddTable(table);
                break;
            case FootnoteGroup:
                break;
            case HtmlBlock html:
                AddHtml(html);
                break;
            case CodeBlock code:
                Document.Add(code.Lines.ToString().Trim('\n', '\r'));
                Document.End(BlockType.Code);
                break;
            case LinkReferenceDefinitionGroup:
                break;
            case ListItemBlock item:
                Add(item, type == BlockType.Quote ? type : BlockType.ListItem);
                break;
            case QuoteBlock quote:
                Add(quote, BlockType.Quote);
                break;
            case ContainerBlock inner:
                Add(inner, type);
                break;
            case LeafBlock { Inline: not null } leaf:
                AddWords(leaf, type);
                break;
        }
    }

    private void AddWords(LeafBlock leaf, BlockType? type)
    {
        _words.Add(leaf.Inline!, Say);
        _words.End(type);
    }

    private void AddTable(Table table)
    {
        foreach (var row in table.OfType<TableRow>())
        {
            foreach (var cell in row.OfType<TableCell>())
            {
                if (Document.IsOpen)
                {
                    Document.Add("\t");
                }

                foreach (var leaf in cell.Descendants<LeafBlock>().Where(static l => l.Inline is not null))
                {
                    _words.Add(leaf.Inline!, Say);
                }
            }

            _words.End(BlockType.TableRow);
        }
    }

    private void AddHtml(HtmlBlock html)
    {
        if (++_htmlBlocks > MostHtmlBlocks)
        {
            throw new ArticleReadException($"The text has more than {MostHtmlBlocks:N0} blocks of HTML.");
        }

        HtmlPart.Add(html.Lines.ToString(), Document, Notes);
    }

    /// <summary>What a footnote says, and the first address in it.</summary>
    private (string Text, string? Url) Say(Footnote note)
    {
        var walk = new MarkdownWalk { _depth = _depth };
        walk.Add(note, null);
        var text = walk.Document.ToString();
        Footnotes.Add(text);
        return (text, walk.Notes.Find(static n => n.Url is not null).Url ?? NoteWords.Address(text));
    }
}
