using System.Text.Json.Nodes;
using ClaimTracker.Api.Domain.Claims;
using ClaimTracker.Api.Domain.Sources;
using ClaimTracker.Api.Domain.Verdicts;

namespace ClaimTracker.Api.Domain.Reviews;

/// <summary>
/// A review as schema.org's <see href="https://schema.org/ClaimReview">ClaimReview</see>, in JSON-LD. Its <c>@id</c> stays when it is
/// corrected. Members without a value are left out.
/// </summary>
internal static class ClaimReview
{
    public const string ContentType = "application/ld+json";
    public const string Context = "https://schema.org";

    /// <summary>Words by which a claimant is an organisation. A claimant with a job title is a person in any case.</summary>
    private static readonly HashSet<string> OrganisationWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "party", "ministry", "department", "office", "agency", "government", "council", "committee", "commission", "parliament", "senate",
        "union", "association", "institute", "university", "company", "corporation", "inc", "ltd", "llc", "gmbh", "ag", "bank", "group",
        "foundation", "organization", "organisation", "court", "police", "army", "campaign", "news", "times", "post", "facebook", "tiktok",
        "twitter", "instagram", "whatsapp", "users", "posts", "media", "partei", "ministerium", "verein", "verband", "of", "and",
    };

    /// <param name="review">The review.</param>
    /// <param name="publisher">Who publishes it.</param>
    /// <param name="address">The address of its page.</param>
    public static JsonObject Of(PublicReview review, ReviewPublisher publisher, string address)
    {
        var verdict = review.Verdict;
        return Filled(
            ("@context", Context),
            ("@type", "ClaimReview"),
            ("@id", $"{address}#review"),
            ("url", verdict.Review?.Url ?? address),
            ("name", review.Title),
            ("inLanguage", review.About.Language),
            ("datePublished", review.FirstPublishedAt is { } first ? InstantConverter.Format(first) : null),
            ("dateModified", review.ModifiedAt is { } modified ? InstantConverter.Format(modified) : null),
            ("author", Organisation(publisher)),
            ("publisher", Organisation(publisher)),
            ("license", publisher.License),
            ("claimReviewed", verdict.Claim.Text),
            ("reviewRating", Rating(review)),
            ("itemReviewed", Claim(review)),
            ("reviewBody", verdict.Justification),
            ("keywords", review.About.Tags is { Count: > 0 } tags ? string.Join(", ", tags) : null),
            ("citation", Each(verdict.Evidence.Select(static cited => Source(cited)))),
            ("isBasedOn", Each(verdict.Evidence.SelectMany(static cited => new[] { cited.Source.Url, cited.Source.ArchivedUrl })
                .OfType<string>().Distinct(StringComparer.Ordinal).Select(static url => (JsonNode)url))),
            ("correction", Each([.. RetractionOf(review), .. review.Corrections.Select(Correction)])),
            ("creativeWorkStatus", StatusOf(review)));
    }

    private static JsonObject Rating(PublicReview review)
    {
        var (rating, scale) = (review.Verdict.Rating, review.Verdict.Scale);
        return Filled(
            ("@type", "Rating"),
            ("ratingValue", rating.Value),
            ("bestRating", rating.Value is null ? null : scale.Best),
            ("worstRating", rating.Value is null ? null : scale.Worst),
            ("alternateName", rating.Name),
            ("ratingExplanation", review.Verdict.Justification));
    }

    // Where it first appeared stands apart; of several dates in part as much is told as is known.
    private static JsonObject Claim(PublicReview review)
    {
        var (claim, about) = (review.Verdict.Claim, review.About);
        var appearances = about.Appearances.Where(static one => one.Url is not null)
            .Select(static one => (Url: one.Url!, one.Date, IsFirst: one.First == true))
            .Concat((about.Articles ?? []).Select(static article => (article.Url, Date: article.PublishedOn, IsFirst: false)))
            .DistinctBy(static one => one.Url, StringComparer.Ordinal)
            .ToList();
        return Filled(
            ("@type", "Claim"),
            ("text", claim.Text),
            ("author", Each(claim.Claimants.Select(Claimant))),
            ("datePublished", claim.ClaimDate?.ToString()),
            ("firstAppearance", Each(appearances.Where(static one => one.IsFirst).Take(1).Select(static one => Work(one.Url, one.Date)))?[0]
                ?.DeepClone()),
            ("appearance", Each(appearances.Select(static one => Work(one.Url, one.Date)))));
    }

    private static JsonObject Claimant(ClaimClaimant claimant) => Filled(
        ("@type", IsPerson(claimant) ? "Person" : "Organization"),
        ("name", claimant.Name),
        ("jobTitle", claimant.JobTitle),
        ("image", claimant.ImageUrl),
        ("sameAs", claimant.SameAs));

    private static bool IsPerson(ClaimClaimant claimant) =>
        claimant.JobTitle is not null || !claimant.Name!.Split(' ', '.', ',').Any(OrganisationWords.Contains);

    private static JsonObject Work(string url, PartialDate? date) =>
        Filled(("@type", "CreativeWork"), ("url", url), ("datePublished", date?.ToString()));

    private static JsonObject? Source(CitedEvidence cited)
    {
        var source = cited.Source;
        return (source.Title ?? source.Url) is null ? null : Filled(
            ("@type", source.Kind == SourceKind.Dataset ? "Dataset" : "CreativeWork"),
            ("name", source.Title),
            ("url", source.Url),
            ("archivedAt", source.ArchivedUrl),
            ("author", source.Author),
            ("publisher", source.Publisher),
            ("datePublished", source.PublishedOn?.ToString()),
            ("text", cited.Excerpt));
    }

    private static JsonObject Correction(ReviewVersion version) => Correction(version.CorrectionPublicText, version.PublishedAt);

    private static IEnumerable<JsonObject> RetractionOf(PublicReview review) =>
        review.Verdict.Retraction is { } retraction ? [Correction(retraction.Reason, retraction.At)] : [];

    private static JsonObject Correction(string? text, DateTimeOffset? at) => Filled(
        ("@type", "CorrectionComment"),
        ("text", text),
        ("datePublished", at is { } instant ? InstantConverter.Format(instant) : null));

    private static string? StatusOf(PublicReview review) => review.Verdict.State switch
    {
        VerdictState.Retracted => "Retracted",
        VerdictState.Superseded => "Superseded",
        _ => review.IsDraft ? "Draft" : null,
    };

    private static JsonObject Organisation(ReviewPublisher publisher) => Filled(
        ("@type", "Organization"), ("name", publisher.ShownName), ("url", publisher.Url), ("logo", publisher.Logo));

    private static JsonArray? Each(IEnumerable<JsonNode?> nodes)
    {
        JsonNode[] present = [.. nodes.OfType<JsonNode>()];
        return present.Length == 0 ? null : new JsonArray(present);
    }

    private static JsonObject Filled(params ReadOnlySpan<(string Name, JsonNode? Value)> members)
    {
        var filled = new JsonObject();
        foreach (var (name, value) in members)
        {
            if (value is not null)
            {
                filled.Add(name, value);
            }
        }

        return filled;
    }
}
