using System.Net;
using System.Text.RegularExpressions;
using ClaimTracker.Text.Basics;
using ClaimTracker.Text.Blocks;
using ClaimTracker.Text.Citations;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax.Inlines;

namespace ClaimTracker.Text.Markup;

/// <summary>Writes the words within a block of Markdown, without recursion: emphasis may be nested as deeply as a text is long.</summary>
internal sealed partial class WordsOfLine(DocumentText document, List<DraftNote> notes)
{
    private static readonly WordSet Unseen = new("script style template noscript iframe object svg canvas audio video select textarea");

    private readonly List<(string Address, string? Title)> _pictures = [];
    private readonly List<int> _unplaced = [];
    private readonly Stack<(int Start, string Address)> _anchors = [];
    private string? _unseen;
    private int _first;

    /// <param name="line">The words.</param>
    /// <param name="say">What a footnote says, and its address.</param>
    public void Add(ContainerInline line, Func<Footnote, (string Text, string? Url)> say)
    {
        var starts = new Stack<int>();
        for (var at = line.FirstChild; at is not null;)
        {
            if (at is ContainerInline { FirstChild: { } child } container && !IsPicture(at))
            {
                starts.Push(document.Length);
                at = child;
                continue;
            }

            AddLeaf(at, say);
            while (at is not null && at.NextSibling is null)
            {
                at = at.Parent == line ? null : at.Parent;
                if (at is LinkInline link && starts.TryPop(out var start))
                {
                    AddLink(start, link.GetDynamicUrl?.Invoke() ?? link.Url);
                }
                else if (at is not null)
                {
                    starts.Pop();
                }
            }

            at = at?.NextSibling;
        }
    }

    /// <summary>Ends the block, and adds the pictures that stand in it.</summary>
    public void End(BlockType? type)
    {
        var span = document.End(type);
        foreach (var at in _unplaced)
        {
            notes[at] = notes[at] with { Span = span };
        }

        AddAddresses(span);

        foreach (var (address, title) in _pictures)
        {
            document.Add(WebAddress.OfPicture(address));
            document.End(BlockType.Image);
            document.Add(title);
            document.End(BlockType.Caption);
        }

        _first = notes.Count;
        _unplaced.Clear();
        _pictures.Clear();
        _anchors.Clear();
        _unseen = null;
    }

    private static bool IsPicture(Inline inline) => inline is LinkInline { IsImage: true };

    private void AddLeaf(Inline inline, Func<Footnote, (string Text, string? Url)> say)
    {
        if (inline is HtmlInline tag)
        {
            AddTag(tag.Tag);
            return;
        }

        if (_unseen is not null)
        {
            return;
        }

        switch (inline)
        {
            case LiteralInline literal:
                document.Add(literal.Content.AsSpan());
                break;
            case CodeInline code:
                document.Add(code.Content);
                break;
            case HtmlEntityInline entity:
                document.Add(entity.Transcoded.AsSpan());
                break;
            case LineBreakInline { IsHard: true }:
                document.Add("\n");
                break;
            case LineBreakInline:
                document.AddSpace();
                break;
            case AutolinkInline auto:
                var start = document.Length;
                document.Add(auto.Url);
                AddLink(start, auto.Url);
                break;
            case TaskList task:
                document.Add(task.Checked ? "[x]" : "[ ]");
                break;
            case LinkInline { IsImage: true } picture:
                _pictures.Add((picture.GetDynamicUrl?.Invoke() ?? picture.Url ?? "", picture.Title));
                break;
            case FootnoteLink { IsBackLink: false } reference:
                var (text, url) = say(reference.Footnote);
                AddNote(new DraftNote(CitationKind.Footnote, document.LastWord(), text, url));
                break;
        }
    }

    /// <summary>A note before the first word of a block is about all of it.</summary>
    private void AddNote(DraftNote note)
    {
        if (note.Span.IsEmpty)
        {
            _unplaced.Add(notes.Count);
        }

        notes.Add(note);
    }

    private void AddLink(int start, string? address)
    {
        if (document.Length > start && WebAddress.Of(address) is { } url)
        {
            notes.Add(new DraftNote(CitationKind.Link, new CharSpan(start, document.Length), null, url));
        }
    }

    /// <summary>Adds the addresses that stand in the words as they are.</summary>
    private void AddAddresses(CharSpan block)
    {
        var words = document.Words(block);
        var linked = notes.Skip(_first).Where(static n => n.Kind == CitationKind.Link).Select(static n => n.Span).ToList();
        for (var from = 0; words.AsSpan(from).IndexOf("://") is >= 0 and var at;)
        {
            var mark = from + at;
            var scheme = words.AsSpan(from, at).EndsWith("https", StringComparison.OrdinalIgnoreCase) ? 5 : 4;
            from = mark + 3;
            var start = mark - scheme;
            var end = words.AsSpan(mark).IndexOfAny(" \t\n") is >= 0 and var space ? mark + space : words.Length;
            if (start >= 0 && NoteWords.Address(words.AsSpan(start, end - start)) is { } address
                && words.AsSpan(start).StartsWith(address, StringComparison.Ordinal))
            {
                var span = new CharSpan(block.Start + start, block.Start + start + address.Length);
                if (!linked.Exists(l => l.Start < span.End && l.End > span.Start) && WebAddress.Of(address) is { } url)
                {
                    notes.Add(new DraftNote(CitationKind.Link, span, null, url));
                }

                from = start + address.Length;
            }
        }
    }

    private void AddTag(string tag)
    {
        if (TagName().Match(tag) is not { Success: true } named)
        {
            return; // A comment or the like.
        }

        var (name, isEnd) = (named.Groups["name"].Value.ToLowerInvariant(), named.Groups["end"].Length > 0);
        if (_unseen is not null)
        {
            _unseen = isEnd && name == _unseen ? null : _unseen;
        }
        else if (!isEnd && Unseen.Contains(name) && !tag.EndsWith("/>", StringComparison.Ordinal))
        {
            _unseen = name;
        }
        else if (name == "br")
        {
            document.Add("\n");
        }
        else if (name == "a" && isEnd && _anchors.TryPop(out var anchor))
        {
            AddLink(anchor.Start, anchor.Address);
        }
        else if (name == "a" && !isEnd)
        {
            var found = Href().Match(tag);
            _anchors.Push((document.Length, WebUtility.HtmlDecode(found.Groups["address"].Value)));
        }
        else if (name == "img" && Source().Match(tag) is { Success: true } source)
        {
            _pictures.Add((WebUtility.HtmlDecode(source.Groups["address"].Value), null));
        }
    }

    [GeneratedRegex("^<(?<end>/?)(?<name>[A-Za-z][A-Za-z0-9-]*)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TagName();

    [GeneratedRegex(
        """\shref\s*=\s*(?:"(?<address>[^"]*)"|'(?<address>[^']*)'|(?<address>[^\s"'>]+))""",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Href();

    [GeneratedRegex(
        """\ssrc\s*=\s*(?:"(?<address>[^"]*)"|'(?<address>[^']*)'|(?<address>[^\s"'>]+))""",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Source();
}
