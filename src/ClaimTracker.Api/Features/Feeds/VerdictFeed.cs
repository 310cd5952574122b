using System.ServiceModel.Syndication;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using ClaimTracker.Api.Domain.Reviews;
using ClaimTracker.Api.Domain.Verdicts;

namespace ClaimTracker.Api.Features.Feeds;

/// <summary>Reviews as a feed, in each of its forms.</summary>
/// <param name="reviews">The reviews, those that were changed last first.</param>
/// <param name="publisher">Who publishes them.</param>
/// <param name="address">Makes the address of a path of this service.</param>
/// <param name="path">The path of the feed.</param>
internal sealed class VerdictFeed(IReadOnlyList<PublicReview> reviews, ReviewPublisher publisher, Func<string, string> address, string path)
{
    private const string Atom = "atom";
    private const string JsonFeed = "json";

    /// <summary>The content types by extension.</summary>
    public static readonly IReadOnlyDictionary<string, string> ContentTypes = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [Atom] = "application/atom+xml",
        [JsonFeed] = "application/feed+json",
        ["jsonld"] = ClaimReview.ContentType,
    };

    private string Title => $"{publisher.ShownName}: fact checks";

    // Of an empty feed, an instant that stays.
    private DateTimeOffset ChangedAt => reviews.Select(static review => review.ModifiedAt).Max() ?? DateTimeOffset.UnixEpoch;

    public byte[] Write(string form) => form switch
    {
        Atom => WriteAtom(),
        JsonFeed => JsonSerializer.SerializeToUtf8Bytes(ToJsonFeed(), ApiJson.Options),
        _ => JsonSerializer.SerializeToUtf8Bytes(ToDataFeed(), ApiJson.Options),
    };

    private byte[] WriteAtom()
    {
        var feed = new SyndicationFeed(Title, "", new Uri(publisher.Url ?? address("/")), address(path), ChangedAt, reviews.Select(ToItem));
        feed.Links.Add(SyndicationLink.CreateSelfLink(new Uri(address(path)), ContentTypes[Atom]));
        feed.Authors.Add(new SyndicationPerson { Name = publisher.ShownName, Uri = publisher.Url });
        if (publisher.License is { } license)
        {
            feed.Links.Add(new SyndicationLink(new Uri(license)) { RelationshipType = "license" });
        }

        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            new Atom10FeedFormatter(feed).WriteTo(xml);
        }

        return bytes.ToArray();
    }

    private SyndicationItem ToItem(PublicReview review)
    {
        var item = new SyndicationItem
        {
            Id = address(review.Path),
            Title = new TextSyndicationContent(TitleOf(review)),
            Content = new TextSyndicationContent(Html(review), TextSyndicationContentKind.Html),
            PublishDate = review.FirstPublishedAt!.Value,
            LastUpdatedTime = review.ModifiedAt!.Value,
        };
        item.Links.Add(SyndicationLink.CreateAlternateLink(new Uri(UrlOf(review))));
        foreach (var tag in review.About.Tags ?? [])
        {
            item.Categories.Add(new SyndicationCategory(tag));
        }

        return item;
    }

    private JsonObject ToJsonFeed() => new()
    {
        ["version"] = "https://jsonfeed.org/version/1.1",
        ["title"] = Title,
        ["home_page_url"] = publisher.Url ?? address("/"),
        ["feed_url"] = address(path),
        ["authors"] = new JsonArray(new JsonObject { ["name"] = publisher.ShownName }),
        ["items"] = new JsonArray([.. reviews.Select(ToJsonItem)]),
    };

    private JsonNode ToJsonItem(PublicReview review)
    {
        var item = new JsonObject
        {
            ["id"] = address(review.Path),
            ["url"] = UrlOf(review),
            ["title"] = TitleOf(review),
            ["content_html"] = Html(review),
            ["summary"] = $"{review.Verdict.Rating.Name}: {review.Verdict.Claim.Text}",
            ["date_published"] = InstantConverter.Format(review.FirstPublishedAt!.Value),
            ["date_modified"] = InstantConverter.Format(review.ModifiedAt!.Value),
            ["tags"] = new JsonArray([.. (review.About.Tags ?? []).Select(static tag => (JsonNode)tag)]),
        };
        if (review.About.Language is { } language)
        {
            item["language"] = language;
        }

        return item;
    }

    /// <summary>The shape that Data Commons reads.</summary>
    private JsonObject ToDataFeed() => new()
    {
        ["@context"] = ClaimReview.Context,
        ["@type"] = "DataFeed",
        ["name"] = Title,
        ["dateModified"] = InstantConverter.Format(ChangedAt),
        ["dataFeedElement"] = new JsonArray(
        [
            .. reviews.Select(JsonNode (review) => new JsonObject
            {
                ["@type"] = "DataFeedItem",
                ["dateCreated"] = InstantConverter.Format(review.FirstPublishedAt!.Value),
                ["dateModified"] = InstantConverter.Format(review.ModifiedAt!.Value),
                ["url"] = UrlOf(review),
                ["item"] = new JsonArray(ClaimReview.Of(review, publisher, address(review.Path))),
            }),
        ]),
    };

    private string UrlOf(PublicReview review) => review.Verdict.Review?.Url ?? address(review.Path);

    // What a reader of feeds shows: that it was taken back must not be missed.
    private static string TitleOf(PublicReview review) =>
        review.Verdict.State == VerdictState.Retracted ? $"Retracted: {review.Title}"
        : review.Corrections.Any() ? $"Corrected: {review.Title}"
        : review.Title;

    private static string Html(PublicReview review)
    {
        var html = new StringBuilder();
        if (review.Verdict.Retraction is { } retraction)
        {
            html.Append($"<p><strong>Retracted:</strong> {Encoded(retraction.Reason)}</p>");
        }

        foreach (var version in review.Corrections)
        {
            html.Append($"<p><strong>Corrected:</strong> {Encoded(version.CorrectionPublicText!)}</p>");
        }

        html.Append($"<blockquote>{Encoded(review.Verdict.Claim.Text)}</blockquote>");
        html.Append($"<p><strong>{Encoded(review.Verdict.Rating.Name)}</strong></p><p>{Encoded(review.Verdict.Justification)}</p>");
        return html.ToString();
    }

    private static string Encoded(string text) => HtmlEncoder.Default.Encode(text);
}
