using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using ClaimTracker.Api.Domain.Reviews;

namespace ClaimTracker.Api.Features.Reviews;

internal sealed record GetOembedRequest
{
    /// <summary>The address of the page of a review.</summary>
    [QueryParam]
    public string? Url { get; init; }

    /// <summary>json, the only form that there is.</summary>
    [QueryParam]
    public string? Format { get; init; }

    /// <summary>The most pixels across.</summary>
    [QueryParam]
    public int? Maxwidth { get; init; }

    /// <summary>The most pixels down.</summary>
    [QueryParam]
    public int? Maxheight { get; init; }
}

/// <summary>How to show a review in another page: <see href="https://oembed.com/">oEmbed</see> 1.0, of the type rich.</summary>
internal sealed record OembedResponse
{
    public required string Version { get; init; }

    public required string Type { get; init; }

    public required string Title { get; init; }

    [JsonPropertyName("provider_name")]
    public required string ProviderName { get; init; }

    [JsonPropertyName("provider_url")]
    public required string? ProviderUrl { get; init; }

    public required string Html { get; init; }

    public required int Width { get; init; }

    public required int Height { get; init; }
}

internal sealed class GetOembedValidator : Validator<GetOembedRequest>
{
    public GetOembedValidator()
    {
        RuleFor(static r => r.Url).Required(Limits.Url);
        RuleFor(static r => r.Format).Must(static format => format is null or "json").WithMessage("must be json");
        RuleFor(static r => r.Maxwidth).GreaterThan(0).WithMessage("must be 1 or more");
        RuleFor(static r => r.Maxheight).GreaterThan(0).WithMessage("must be 1 or more");
    }
}

internal sealed class GetOembed(Db db, ReviewPublisher publisher) : Endpoint<GetOembedRequest, OembedResponse>
{
    private const int Width = 600;
    private const int Height = 480;

    public override void Configure()
    {
        Get("");
        Group<OembedGroup>();
        Policies(nameof(Permission.ReadPublished));
        Summary(static s =>
        {
            s.Summary = "How to embed a review";
            s.Description = "oEmbed 1.0, JSON. A page of a site that `Embeds:Origins` names may show the frame. It is at /oembed too.";
        });
        Description(static d => d.Produces<OembedResponse>().ProducesProblem(404), clearDefaults: true);
    }

    public override async Task HandleAsync(GetOembedRequest request, CancellationToken ct)
    {
        var last = request.Url!.Split('/')[^1];
        var id = long.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var review = id == 0 ? null : await db.ReadAsync(tx => ReviewReader.FindNewestAsync(tx, id, HttpContext.Actor()), ct);
        if (review is null || review.IsDraft || request.Url != publisher.AddressOf(HttpContext.Request, PublicReview.PathOf(id)))
        {
            throw new ProblemException(ProblemType.NotFound, "No published review has the address in url.");
        }

        var (width, height) = (Math.Min(Width, request.Maxwidth ?? Width), Math.Min(Height, request.Maxheight ?? Height));
        var page = HtmlEncoder.Default.Encode(publisher.AddressOf(HttpContext.Request, review.Path));
        await Send.ResourceAsync(new OembedResponse
        {
            Version = "1.0",
            Type = "rich",
            Title = review.Title,
            ProviderName = publisher.ShownName,
            ProviderUrl = publisher.Url,
            Html = $"<iframe src=\"{page}\" width=\"{width}\" height=\"{height}\" title=\"{HtmlEncoder.Default.Encode(review.Title)}\" "
                + "sandbox=\"allow-popups\" loading=\"lazy\"></iframe>",
            Width = width,
            Height = height,
        });
    }
}
