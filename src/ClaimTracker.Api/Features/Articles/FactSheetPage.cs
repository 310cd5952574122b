using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;

namespace ClaimTracker.Api.Features.Articles;

/// <summary>Writes a fact sheet as a page to print. It loads and runs nothing.</summary>
internal static class FactSheetPage
{
    private const string Style = """
        :root { color-scheme: light dark; }
        body { font: 0.95rem/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; }
        table { border-collapse: collapse; width: 100%; }
        th, td { border-top: 1px solid GrayText; padding: 0.4rem 0.5rem; text-align: left; vertical-align: top; }
        td.line { text-align: right; }
        ul { margin: 0.2rem 0 0; padding-left: 1.1rem; }
        del, small { color: GrayText; }
        tr { break-inside: avoid; }
        thead { display: table-header-group; }
        @media print { body { margin: 0; max-width: none; font-size: 9pt; } }
        """;

    /// <summary>The policy of the page: only its own style is applied (CSP 3).</summary>
    public static readonly string Policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; "
        + "frame-ancestors 'none'";

    public static void Write(IBufferWriter<byte> output, FactSheetResponse sheet)
    {
        var title = Html(sheet.Title ?? string.Create(CultureInfo.InvariantCulture, $"Article {sheet.ArticleId}"));
        var about = new[] { sheet.Byline, sheet.Publisher, sheet.PublishedOn?.ToString(), sheet.Url };
        Put(output, $"""
            <!doctype html>
            <html>
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Fact sheet: {title}</title>
            <style>{Style}</style></head>
            <body>
            <h1>{title}</h1>
            <p>{Html(string.Join(" \u00b7 ", about.OfType<string>()))}</p>
            <p><small>Fact sheet of article {sheet.ArticleId}, version {sheet.Version}</small></p>
            <table>
            <thead><tr>
            <th>Line</th><th>Sentence</th><th>Claim</th><th>Verdict</th><th>Evidence</th><th>Readers</th><th>Outcome</th>
            </tr></thead>
            <tbody>

            """);
        foreach (var line in sheet.Lines)
        {
            foreach (var (index, claim) in line.Claims.DefaultIfEmpty<FactClaim?>(null).Index())
            {
                Put(output, Row(line, claim, isFirst: index == 0));
            }
        }

        Put(output, "</tbody></table></body></html>\n");
    }

    private static string Row(FactLine line, FactClaim? claim, bool isFirst)
    {
        var number = line.Line?.ToString(CultureInfo.InvariantCulture) ?? "taken out";
        var words = claim?.SentenceWas is { } was ? $"<del>{Html(was)}</del><br>{Html(line.Sentence)}" : Html(line.Sentence);
        var verdict = claim is null
            ? Html(Join(": ", line.State.ToWord().Replace('_', ' '), line.Reason))
            : $"<strong>{Html(claim.Rating ?? claim.Status.ToWord())}</strong> {Html(claim.Justification)}";
        var evidence = string.Concat((claim?.Evidence ?? []).Select(static e => $"<li>{Html(FactSheetCsv.InShort(e))}</li>"));
        var outcome = claim?.NeedsRecheck == true
            ? "to be checked again"
            : Html(Join(": ", claim?.Outcome?.ToWord(), claim?.OutcomeNote));
        return $"""
            <tr><td class="line">{(isFirst ? number : "")}</td><td>{(isFirst ? words : "")}</td><td>{Html(claim?.Claim)}</td>
            <td>{verdict}</td><td>{(evidence.Length == 0 ? "" : $"<ul>{evidence}</ul>")}</td>
            <td>{Html(Join(", ", claim?.CheckedBy, claim?.SecondReader))}</td>
            <td>{outcome}</td></tr>

            """;
    }

    private static string Join(string separator, params IEnumerable<string?> parts) => string.Join(separator, parts.OfType<string>());

    private static string Html(string? text) => HtmlEncoder.Default.Encode(text ?? "");

    private static void Put(IBufferWriter<byte> output, string text) => Encoding.UTF8.GetBytes(text, output);
}
