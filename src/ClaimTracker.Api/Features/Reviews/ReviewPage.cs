using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using ClaimTracker.Api.Domain.Reviews;
using ClaimTracker.Api.Domain.Sources;
using ClaimTracker.Api.Domain.Verdicts;

namespace ClaimTracker.Api.Features.Reviews;

/// <summary>
/// Writes a review as a page for its readers: the claim, the rating, the reasons, the evidence, and every correction. The ClaimReview
/// stands
/// in it for search engines. It loads and runs nothing.
/// </summary>
internal static class ReviewPage
{
    private const string Style = """
        :root { color-scheme: light dark; }
        body { font: 1.05rem/1.55 system-ui, sans-serif; margin: 2rem auto; max-width: 42rem; padding: 0 1rem; }
        h1 { line-height: 1.2; }
        blockquote { border-left: 4px solid GrayText; margin: 1rem 0; padding: 0.1rem 1rem; font-size: 1.15rem; }
        .rating { border: 2px solid; border-radius: 0.4rem; display: inline-block; font-weight: 700; padding: 0.3rem 0.8rem; }
        .notice { border: 1px solid; border-left-width: 6px; margin: 1rem 0; padding: 0.4rem 1rem; }
        small, .about { color: GrayText; }
        li { margin: 0.6rem 0; }
        article, details, li { break-inside: avoid; }
        @media print { body { margin: 0; max-width: none; font-size: 10pt; } }
        """;

    private static readonly string StyleHash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)));

    /// <summary>The policy of the page: only its own style is applied, and only these origins may frame it (CSP 3).</summary>
    public static string Policy(IReadOnlyList<string> frames) =>
        $"default-src 'none'; style-src 'sha256-{StyleHash}'; base-uri 'none'; form-action 'none'; "
        + $"frame-ancestors {(frames.Count == 0 ? "'none'" : string.Join(' ', frames))}";

    /// <param name="output">Receives the page.</param>
    /// <param name="review">The review.</param>
    /// <param name="publisher">Who publishes it.</param>
    /// <param name="address">Makes the address of a path of this service.</param>
    public static void Write(IBufferWriter<byte> output, PublicReview review, ReviewPublisher publisher, Func<string, string> address)
    {
        var page = address(review.Path);
        var oembed = address($"/oembed?url={Uri.EscapeDataString(page)}");

        // The encoder turns < into an escape: no text ends the element.
        var json = ClaimReview.Of(review, publisher, page).ToJsonString();
        Put(output, $"""
            <!doctype html>
            <html lang="{Html(review.About.Language ?? "")}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>{Html(review.Title)}</title>
            <meta name="description" content="{Html($"{review.Verdict.Rating.Name}: {review.Verdict.Claim.Text}")}">
            <meta property="og:type" content="article"><meta property="og:title" content="{Html(review.Title)}">
            <meta property="og:url" content="{Html(page)}">
            <link rel="canonical" href="{Html(review.Verdict.Review?.Url ?? page)}">
            <link rel="alternate" type="application/json+oembed" href="{Html(oembed)}">
            <link rel="alternate" type="application/atom+xml" href="{Html(address("/feeds/verdicts.atom"))}">
            <script type="application/ld+json">{json}</script>
            <style>{Style}</style></head>
            <body><main><article>
            <h1>{Html(review.Title)}</h1>
            {Notices(review)}
            <blockquote><p>{Html(review.Verdict.Claim.Text)}</p>{Claimants(review)}</blockquote>
            <p class="rating">{Html(review.Verdict.Rating.Name)}</p>
            {Paragraphs(review.Verdict.Justification)}
            {Evidence(review.Verdict.Evidence)}
            {Earlier(review)}
            <footer><p class="about">{About(review, publisher)}</p></footer>
            </article></main></body></html>

            """);
    }

    private static string Notices(PublicReview review)
    {
        var notices = review.Corrections.Select(
            static version => (Word(version.CorrectionKind!.Value), version.PublishedAt, version.CorrectionPublicText!));
        if (review.Verdict.Retraction is { } retraction)
        {
            notices = notices.Prepend(("Retracted", retraction.At, retraction.Reason));
        }

        return string.Concat(notices.Select(static notice =>
            $"<section class=\"notice\"><p><strong>{notice.Item1}</strong>{Dated(notice.Item2)}: {Html(notice.Item3)}</p></section>\n"));
    }

    private static string Word(CorrectionKind kind) => kind switch
    {
        CorrectionKind.Correction => "Correction",
        CorrectionKind.Update => "Update",
        _ => "Clarification",
    };

    private static string Claimants(PublicReview review)
    {
        var claim = review.Verdict.Claim;
        var who = string.Join("; ", claim.Claimants.Select(static one => one.JobTitle is { } title ? $"{one.Name}, {title}" : one.Name));
        var line = string.Join(", ", new[] { who, claim.ClaimDate?.ToString() }.Where(static part => !string.IsNullOrEmpty(part)));
        var places = string.Concat(review.About.Appearances.Where(static one => one.Url is not null).Select(static one => one.Url!)
            .Concat((review.About.Articles ?? []).Select(static article => article.Url)).Distinct(StringComparer.Ordinal)
            .Select(static url => $" <a href=\"{Html(url)}\" rel=\"nofollow\">{Html(HostOf(url))}</a>"));
        return line.Length + places.Length == 0 ? "" : $"<p><small>{Html(line)}{places}</small></p>";
    }

    private static string Evidence(IReadOnlyList<CitedEvidence> evidence)
    {
        if (evidence.Count == 0)
        {
            return "";
        }

        return $"<section><h2>Evidence</h2><ol>{string.Concat(evidence.Select(Item))}</ol></section>";

        static string Item(CitedEvidence cited)
        {
            var (source, excerpt) = (cited.Source, cited.Excerpt is { } words ? $"<q>{Html(words)}</q> " : "");
            var name = Html(source.Title ?? source.Url ?? (source.Confidential ? "A source that is not named" : "A source"));
            var link = source.Url is { } url ? $"<a href=\"{Html(url)}\">{name}</a>" : name;
            var about = string.Concat(new[] { source.Author, source.Publisher, source.PublishedOn?.ToString() }.OfType<string>()
                .Select(static part => $", {Html(part)}"));
            var copy = source.ArchivedUrl is { } archived ? $" <a href=\"{Html(archived)}\">(archived copy)</a>" : "";
            var note = cited.PublicNote is { } text ? $"<br>{Html(text)}" : "";
            return $"<li>{excerpt}<small>{Html(cited.Stance.ToWord().Replace('_', ' '))}:</small> {link}{about}{copy}{note}</li>\n";
        }
    }

    private static string Earlier(PublicReview review)
    {
        var versions = review.Chain.SkipLast(1).Reverse().Select(static version =>
            $"<details><summary>{Html(version.Rating)}{Dated(version.PublishedAt)}</summary>"
            + $"{Paragraphs(version.Justification)}</details>\n");
        return review.Chain.Count < 2 ? "" : $"<section><h2>Earlier versions</h2>\n{string.Concat(versions)}</section>";
    }

    private static string About(PublicReview review, ReviewPublisher publisher)
    {
        var name = publisher.Url is { } url ? $"<a href=\"{Html(url)}\">{Html(publisher.ShownName)}</a>" : Html(publisher.ShownName);
        var license = publisher.License is { } terms ? $" <a href=\"{Html(terms)}\" rel=\"license\">Licence</a>." : "";
        return $"{name}. Checked by {Html(review.Verdict.Author)}"
            + (review.Verdict.Reviewer is { } second ? $", read by {Html(second)}" : "")
            + $".{(review.FirstPublishedAt is { } first ? $" Published{Dated(first)}." : " Not published.")}{license}";
    }

    private static string Paragraphs(string text) => string.Concat(
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(static line => $"<p>{Html(line)}</p>\n"));

    private static string Dated(DateTimeOffset? at) => at is { } instant
        ? string.Create(
            CultureInfo.InvariantCulture,
            $" <time datetime=\"{InstantConverter.Format(instant)}\">{instant.UtcDateTime:yyyy-MM-dd}</time>")
        : "";

    private static string HostOf(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.Host : url;

    private static string Html(string? text) => HtmlEncoder.Default.Encode(text ?? "");

    private static void Put(IBufferWriter<byte> output, string text) => Encoding.UTF8.GetBytes(text, output);
}
