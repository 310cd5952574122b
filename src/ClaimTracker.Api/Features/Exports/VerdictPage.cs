using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using ClaimTracker.Api.Domain.Reviews;
using ClaimTracker.Api.Domain.Sources;

namespace ClaimTracker.Api.Features.Exports;

/// <summary>A verdict list as a page to print. It loads and runs nothing.</summary>
internal static class VerdictPage
{
    private const string Style = """
        :root { color-scheme: light dark; }
        body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 46rem; padding: 0 1rem; }
        article { border-top: 2px solid GrayText; padding: 0.5rem 0 1rem; }
        small { color: GrayText; }
        .notice { border-left: 4px solid; padding-left: 0.7rem; }
        @media print { body { margin: 0; max-width: none; font-size: 10pt; } article { break-after: page; border: 0; } }
        """;

    /// <summary>The policy of the page: only its own style is applied (CSP 3).</summary>
    public static readonly string Policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; "
        + "frame-ancestors 'none'";

    private static readonly byte[] HeadBytes = Encoding.UTF8.GetBytes($"""
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Verdicts</title>
        <style>{Style}</style></head>
        <body><h1>Verdicts</h1>

        """);

    /// <summary>What stands before the verdicts.</summary>
    public static ReadOnlySpan<byte> Head => HeadBytes;

    /// <summary>What stands behind them.</summary>
    public static ReadOnlySpan<byte> Foot => "</body></html>\n"u8;

    public static void Write(IBufferWriter<byte> output, PublicReview review)
    {
        var verdict = review.Verdict;
        var claimants = string.Join("; ", verdict.Claim.Claimants.Select(static one => one.Name));
        var about = string.Join(
            ", ", new[] { claimants, verdict.Claim.ClaimDate?.ToString() }.Where(static part => !string.IsNullOrEmpty(part)));
        var notices = string.Concat(review.Corrections.Select(static one => Notice("Corrected", one.CorrectionPublicText!)))
            + (verdict.Retraction is { } retraction ? Notice("Retracted", retraction.Reason) : "");
        var evidence = string.Concat(verdict.Evidence.Select(Item));
        var published = verdict.PublishedAt is { } at ? string.Create(CultureInfo.InvariantCulture, $", {at.UtcDateTime:yyyy-MM-dd}") : "";
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"""
            <article id="verdict-{verdict.Id}" lang="{Html(review.About.Language)}">
            <h2>{Html(verdict.Claim.Text)}</h2>
            <p><small>{Html(about)}</small></p>
            {notices}<p><strong>{Html(verdict.Rating.Name)}</strong> <small>({Html(verdict.State.ToWord())}{published})</small></p>
            <p>{Html(verdict.Justification)}</p>
            {(evidence.Length == 0 ? "" : $"<ol>{evidence}</ol>")}
            </article>

            """), output);
    }

    private static string Item(CitedEvidence cited)
    {
        var words = cited.Excerpt is { } excerpt ? $"<q>{Html(excerpt)}</q> " : "";
        var source = string.Join(", ", new[] { cited.Source.Title, cited.Source.Publisher, cited.Source.Url }.OfType<string>());
        return $"<li>{words}<small>{Html(cited.Stance.ToWord().Replace('_', ' '))}:</small> {Html(source)}</li>\n";
    }

    private static string Notice(string word, string text) => $"<p class=\"notice\"><strong>{word}:</strong> {Html(text)}</p>\n";

    private static string Html(string? text) => HtmlEncoder.Default.Encode(text ?? "");
}
