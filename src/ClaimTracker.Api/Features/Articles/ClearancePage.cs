using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;

namespace ClaimTracker.Api.Features.Articles;

/// <summary>Writes an article with the notes of its checkers as a page to print. It loads and runs nothing.</summary>
internal static class ClearancePage
{
    private const string Style = """
        :root { color-scheme: light dark; }
        body { font: 1rem/1.5 Georgia, serif; margin: 2rem auto; max-width: 46rem; padding: 0 1rem; }
        .text { white-space: pre-wrap; }
        .aside { color: GrayText; }
        mark { background: none; border-bottom: 2px solid; color: inherit; }
        a { color: inherit; }
        aside { border-left: 3px solid; font: 0.85rem/1.4 system-ui, sans-serif; margin: 0.3rem 0 1rem 1.5rem; padding-left: 0.8rem; }
        aside p { margin: 0.1rem 0; overflow-wrap: anywhere; }
        aside div { break-inside: avoid; margin-bottom: 0.5rem; }
        @media print { body { margin: 0; max-width: none; font-size: 10pt; } }
        """;

    /// <summary>The policy of the page: only its own style is applied (CSP 3).</summary>
    public static readonly string Policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; "
        + "frame-ancestors 'none'";

    public static void Write(IBufferWriter<byte> output, Clearance clearance)
    {
        var sheet = clearance.Sheet;
        var title = Html(sheet.Title ?? string.Create(CultureInfo.InvariantCulture, $"Article {sheet.ArticleId}"));
        var about = new[] { sheet.Byline, sheet.Publisher, sheet.PublishedOn?.ToString(), sheet.Url };
        Put(output, $"""
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Clearance: {title}</title>
            <style>{Style}</style></head>
            <body>
            <header>
            <p>Clearance of article {sheet.ArticleId}, version {sheet.Version}: <strong>{title}</strong></p>
            <p>{Html(string.Join(" \u00b7 ", about.OfType<string>()))}</p>
            </header>
            <main lang="{Html(clearance.Language)}">

            """);
        WriteBlocks(output, clearance);
        Put(output, "</main>\n</body></html>\n");
    }

    private static void WriteBlocks(IBufferWriter<byte> output, Clearance clearance)
    {
        BlockResponse? open = null;
        var notes = new List<int>();
        var around = 0;
        foreach (var piece in ClearancePieces.Of(clearance))
        {
            if (piece.Block != open)
            {
                CloseBlock(output, clearance, open, notes);
                open = piece.Block;
                Put(output, OpeningOf(open.Type));
            }

            notes.AddRange(piece.Begin);
            around += piece.Begin.Count;
            Put(output, around > 0 ? $"<mark>{Html(piece.Text)}</mark>" : Html(piece.Text));
            around -= piece.End.Count;
            foreach (var number in piece.End)
            {
                var shown = number + 1;
                Put(output, $"<sup><a id=\"r{shown}\" href=\"#n{shown}\" aria-label=\"Note {shown}\">{shown}</a></sup>");
            }
        }

        CloseBlock(output, clearance, open, notes);
    }

    private static void CloseBlock(IBufferWriter<byte> output, Clearance clearance, BlockResponse? block, List<int> notes)
    {
        if (block is null)
        {
            return;
        }

        Put(output, ClosingOf(block.Type));
        if (notes.Count > 0)
        {
            Put(output, "<aside lang=\"en\" aria-label=\"Notes\">\n");
            foreach (var number in notes)
            {
                Put(output, Note(clearance.Notes[number], number + 1));
            }

            Put(output, "</aside>\n");
            notes.Clear();
        }
    }

    private static string Note(ClearanceNote note, int number)
    {
        var at = note.At is { } instant
            ? $" <time datetime=\"{instant.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}\">{instant.UtcDateTime:yyyy-MM-dd}</time>"
            : "";
        var lines = string.Concat(ClearanceWords.Lines(note).Select(static line => $"<p dir=\"auto\">{Html(line)}</p>"));
        return $"""
            <div id="n{number}"><p><a href="#r{number}" aria-label="Back to the words of note {number}">{number}</a>
            <strong>{Html(ClearanceWords.Heading(note))}</strong> {Html(note.Author)}{at}</p>{lines}</div>

            """;
    }

    private static string OpeningOf(BlockType type) => type switch
    {
        BlockType.Title => "<h1 class=\"text\" dir=\"auto\">",
        BlockType.Heading => "<h2 class=\"text\" dir=\"auto\">",
        BlockType.Quote => "<blockquote class=\"text\" dir=\"auto\"><p>",
        _ when type.HasSentences() => $"<p class=\"text {type.ToWord()}\" dir=\"auto\">",
        _ => "<p class=\"text aside\" dir=\"auto\">",
    };

    private static string ClosingOf(BlockType type) => type switch
    {
        BlockType.Title => "</h1>\n",
        BlockType.Heading => "</h2>\n",
        BlockType.Quote => "</p></blockquote>\n",
        _ => "</p>\n",
    };

    private static string Html(string? text) => HtmlEncoder.Default.Encode(text ?? "");

    private static void Put(IBufferWriter<byte> output, string text) => Encoding.UTF8.GetBytes(text, output);
}
