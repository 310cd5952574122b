using AngleSharp.Dom;
using ClaimTracker.Text.Basics;
using ClaimTracker.Text.Blocks;
using ClaimTracker.Text.Citations;
using ClaimTracker.Text.Html;

namespace ClaimTracker.Text.Markup;

/// <summary>Reads a block of HTML within a Markdown text as a page is read.</summary>
internal static class HtmlPart
{
    /// <exception cref="ArticleReadException">It is larger, or nested more deeply, than any article.</exception>
    public static void Add(string html, DocumentText document, List<DraftNote> notes)
    {
        using var page = PageParser.Parse(html);
        var walk = PageWalk.Of(page.Body ?? page.DocumentElement);
        var text = walk.Text.ToString();
        var link = 0;
        foreach (var passage in walk.Text.Passages)
        {
            document.Add(passage.Span.In(text));
            var moved = document.End(passage.Type).Start - passage.Span.Start;
            for (; link < walk.Text.Links.Count && walk.Text.Links[link].Span.Start < passage.Span.End; link++)
            {
                var (span, address) = walk.Text.Links[link];
                if (WebAddress.Of(address) is { } url)
                {
                    notes.Add(new DraftNote(CitationKind.Link, new CharSpan(span.Start + moved, span.End + moved), null, url));
                }
            }
        }
    }
}
