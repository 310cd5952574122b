using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using static ClaimTracker.Api.Web.Json.LooseJson;

namespace ClaimTracker.Api.Domain.ImportedReviews;

/// <summary>
/// Reads reviews from <see href="https://schema.org/ClaimReview">ClaimReview</see> as it is found in the wild, and from answers of
/// claims:search: members that are lists, texts with HTML, dates of many forms. A date that cannot be read is left out.
/// </summary>
internal static partial class ClaimReviewMarkup
{
    /// <summary>Members of an outer object that hold reviews: of a feed, a graph, a list, an answer of claims:search.</summary>
    public static readonly IReadOnlySet<string> Lists =
        new HashSet<string>(StringComparer.Ordinal) { "dataFeedElement", "@graph", "itemListElement", "claims", "items" };

    private static readonly string[] AppearanceNames = ["firstAppearance", "appearance"];

    private const int MostNested = 200;

    /// <summary>The most levels of lists, feeds and graphs in each other.</summary>
    private const int DeepestList = 4;

    /// <summary>The reviews of one object. None means that it holds none.</summary>
    public static IReadOnlyList<TakenReview> Read(JsonElement item)
    {
        var found = new List<TakenReview>();
        Collect(item, found, 0);
        return found;
    }

    private static void Collect(JsonElement node, List<TakenReview> found, int depth)
    {
        if (found.Count >= MostNested || depth > DeepestList)
        {
            return;
        }

        if (node.ValueKind == JsonValueKind.Array)
        {
            foreach (var one in node.EnumerateArray())
            {
                Collect(one, found, depth);
            }
        }
        else if (node.ValueKind == JsonValueKind.Object && node.TryGetProperty("claimReview", out var reviews))
        {
            found.AddRange(Each(reviews).Where(static review => review.ValueKind == JsonValueKind.Object)
                .Select(review => OfAnswer(node, review)));
        }
        else if (node.ValueKind == JsonValueKind.Object && IsReview(node))
        {
            found.Add(OfMarkup(node));
        }
        else if (node.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in node.EnumerateObject().Where(static m => m.Name is "item" or "mainEntity" || Lists.Contains(m.Name)))
            {
                Collect(member.Value, found, depth + 1);
            }
        }
    }

    private static bool IsReview(JsonElement node) =>
        Each(node, "@type").Any(static type => type.ValueKind == JsonValueKind.String
            && type.GetString()!.EndsWith("ClaimReview", StringComparison.Ordinal))
        || (Member(node, "claimReviewed") is not null && Member(node, "reviewRating") is not null);

    private static TakenReview OfMarkup(JsonElement node)
    {
        var (claim, rating, house) = (First(node, "itemReviewed"), First(node, "reviewRating"), First(node, "author"));
        return new TakenReview
        {
            Url = Address(node, "url") ?? Address(node, "mainEntityOfPage") ?? Address(node, "@id"),
            Title = Text(node, "headline") ?? Text(node, "name"),
            Publisher = Name(house) ?? Name(First(node, "publisher")),
            Claim = Text(node, "claimReviewed") ?? Text(claim, "text") ?? Text(claim, "name"),
            Claimant = Name(First(claim, "author")),
            ClaimDate = Instant(claim, "datePublished") is { } said ? DateOnly.FromDateTime(said.UtcDateTime) : null,
            ReviewedAt = Instant(node, "datePublished"),
            ChangedAt = Instant(node, "dateModified"),
            Language = Language(Text(node, "inLanguage")),
            Rating = Text(rating, "alternateName") ?? Text(rating, "name"),
            RatingValue = Number(rating, "ratingValue"),
            BestRating = Number(rating, "bestRating"),
            WorstRating = Number(rating, "worstRating"),
            Appearances = Appearances(claim),
            Markup = node.GetRawText(),
        };
    }

    private static TakenReview OfAnswer(JsonElement claim, JsonElement review) => new()
    {
        Url = Address(review, "url"),
        Title = Text(review, "title"),
        Publisher = Name(First(review, "publisher")) ?? Text(First(review, "publisher"), "site"),
        Claim = Text(claim, "text"),
        Claimant = Text(claim, "claimant"),
        ClaimDate = Instant(claim, "claimDate") is { } said ? DateOnly.FromDateTime(said.UtcDateTime) : null,
        ReviewedAt = Instant(review, "reviewDate"),
        Language = Language(Text(review, "languageCode")),
        Rating = Text(review, "textualRating"),
        Markup = claim.GetRawText(),
    };

    private static string[] Appearances(JsonElement? claim) =>
    [
        .. AppearanceNames
            .SelectMany(name => Each(claim, name))
            .Select(static work => work.ValueKind == JsonValueKind.String ? Plain(work) : Address(work, "url") ?? Address(work, "@id"))
            .OfType<string>()
            .Where(UrlKey.IsHttp)
            .Distinct(StringComparer.Ordinal)
            .Take(Limits.Appearances),
    ];

    /// <summary>The first text that says anything.</summary>
    private static string? Text(JsonElement? node, string name) =>
        Each(node, name).Select(Plain).FirstOrDefault(static text => text is not null);

    private static string? Name(JsonElement? thing) =>
        thing is { ValueKind: JsonValueKind.String } name ? Plain(name) : Text(thing, "name") ?? Text(thing, "legalName");

    private static string? Address(JsonElement? node, string name)
    {
        var value = First(node, name);
        var text = value is { ValueKind: JsonValueKind.Object } ? Text(value, "@id") ?? Text(value, "url") : Text(node, name);
        return text is null ? null
            : text.StartsWith("//", StringComparison.Ordinal) ? "https:" + text
            : text.Replace(" ", "%20", StringComparison.Ordinal);
    }

    private static double? Number(JsonElement? node, string name) => First(node, name) switch
    {
        { ValueKind: JsonValueKind.Number } number => Finite(number.GetDouble()),
        { ValueKind: JsonValueKind.String } text
            when double.TryParse(text.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => Finite(number),
        _ => null,
    };

    private static double? Finite(double number) => double.IsFinite(number) ? number : null;

    // Of several dates the first that can be read. With slashes nobody knows which is the month, but where the year stands first.
    private static DateTimeOffset? Instant(JsonElement? node, string name) =>
        Each(node, name).Select(static one => Plain(one) is { } text ? Instant(text) : null).FirstOrDefault(static at => at is not null);

    private static DateTimeOffset? Instant(string text) =>
        (!text.Contains('/', StringComparison.Ordinal) || (text.Length > 4 && text[4] == '/'))
        && DateTimeOffset.TryParse(
            text.Split(", 20", 2) is [{ Length: >= 10 } whole, _] && char.IsAsciiDigit(whole[0]) ? whole : text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var at) && at.Year > 1
            ? at
            : null;

    private static string? Language(string? tag) =>
        tag?.Replace('_', '-') is { } plain && TextRules.IsLanguageTag(plain) ? plain : null;

    /// <summary>A text without tags, entities and control characters, with single blanks; null if nothing is left.</summary>
    private static string? Plain(JsonElement value)
    {
        var text = TextOf(value) ?? TextOf(Member(value, "@value")) ?? "";
        if (text.Contains('&', StringComparison.Ordinal))
        {
            text = WebUtility.HtmlDecode(text);
        }

        if (text.Contains('<', StringComparison.Ordinal))
        {
            text = Tags().Replace(text, " ");
        }

        var plain = string.Concat(text.EnumerateRunes()
            .Select(static rune => TextGuard.Check(rune.ToString()) is null ? rune.ToString() : " "));
        var words = string.Join(' ', plain.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return words.Length == 0 ? null : words;
    }

    [GeneratedRegex("</?[a-zA-Z][^<>]*>|<!--[^<>]*-->", RegexOptions.NonBacktracking)]
    private static partial Regex Tags();
}
