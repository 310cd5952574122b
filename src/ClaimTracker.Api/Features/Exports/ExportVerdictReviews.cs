using System.Buffers;
using System.Text.Json;
using ClaimTracker.Api.Domain.Claims;
using ClaimTracker.Api.Domain.Reviews;
using ClaimTracker.Api.Domain.Verdicts;
using ClaimTracker.Api.Web.Edge;

namespace ClaimTracker.Api.Features.Exports;

internal sealed record ExportVerdictReviewsRequest : VerdictFilter;

internal sealed class ExportVerdictReviewsValidator : Validator<ExportVerdictReviewsRequest>
{
    public ExportVerdictReviewsValidator() => Include(VerdictFilterValidator.Instance);
}

internal sealed class ExportVerdictReviews(Db db, TimeProvider time, Checkpoints checkpoints, ReviewPublisher publisher)
    : Endpoint<ExportVerdictReviewsRequest>
{
    /// <summary>Reviews in one read.</summary>
    private const int AtOnce = 200;

    private static readonly Dictionary<string, string> ContentTypes = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["html"] = "text/html",
        ["jsonld"] = ClaimReview.ContentType,
    };

    public override void Configure()
    {
        Get([.. ContentTypes.Keys.Select(static form => $"verdicts.{form}")]);
        Group<ExportsGroup>();
        Policies(nameof(Permission.ReadPublished));
        Summary(static s =>
        {
            s.Summary = "Export reviews to print or as ClaimReview";
            s.Description =
                "html is a page to print, with a review on each sheet if a browser prints it. jsonld is a graph of ClaimReview. Published "
                + "verdicts, unless `state` says otherwise, in the order of their ids, as the public sees them.";
        });
        Description(
            static d => d.AnswersForms(ContentTypes)
                .SendsFile("verdicts-2026-01-31.jsonld"),
            clearDefaults: true);
    }

    public override async Task HandleAsync(ExportVerdictReviewsRequest request, CancellationToken ct)
    {
        var isPage = HttpContext.Request.Path.Value!.EndsWith(".html", StringComparison.Ordinal);
        var checkpoint = await checkpoints.TakeAsync(ct);
        if (await ExportFile.IsKnownAsync(Send, checkpoint))
        {
            return;
        }

        var file = new ArrayBufferWriter<byte>();
        var (after, count) = (0L, 0);
        while (true)
        {
            var reviews = await db.ReadAsync(tx => ReadAsync(tx, request, after), ct);
            if (after == 0)
            {
                Begin(isPage, checkpoint);
                file.Write(isPage ? VerdictPage.Head : "{\"@context\":\"https://schema.org\",\"@graph\":[\n"u8);
            }

            foreach (var review in reviews)
            {
                Write(file, review, isPage, isFirst: count++ == 0);
            }

            var isLast = reviews.Count < AtOnce;
            file.Write(!isLast ? [] : isPage ? VerdictPage.Foot : "\n]}\n"u8);
            await HttpContext.Response.BodyWriter.WriteAsync(file.WrittenMemory, ct);
            file.ResetWrittenCount();
            if (isLast || HeadAndOptions.IsHead(HttpContext))
            {
                return;
            }

            after = reviews[^1].Verdict.Id;
        }
    }

    private void Begin(bool isPage, Checkpoint checkpoint)
    {
        ExportFile.Begin(
            HttpContext,
            isPage ? "text/html; charset=utf-8" : ClaimReview.ContentType,
            ExportFile.NameOf("verdicts", isPage ? "html" : "jsonld", checkpoint.At),
            checkpoint);
        if (isPage)
        {
            HttpContext.Response.Headers.ContentSecurityPolicy = VerdictPage.Policy;
        }
    }

    private void Write(IBufferWriter<byte> file, PublicReview review, bool isPage, bool isFirst)
    {
        if (isPage)
        {
            VerdictPage.Write(file, review);
            return;
        }

        var json = ClaimReview.Of(review, publisher, publisher.AddressOf(HttpContext.Request, review.Path));
        json.Remove("@context"); // The graph has it.
        file.Write(isFirst ? [] : ",\n"u8);
        file.Write(JsonSerializer.SerializeToUtf8Bytes(json, ApiJson.Options));
    }

    private async Task<IReadOnlyList<PublicReview>> ReadAsync(ReadTx tx, ExportVerdictReviewsRequest request, long after)
    {
        var (now, actor) = (time.GetUtcNow(), await KeyHolder.AsOfNowAsync(tx, HttpContext.Actor(), time.GetUtcNow()));
        var filter = await (await request.OrPublished().FilterAsync(tx, actor, now)).OnlyOnListAsync(tx, actor, request.List, now);
        return await ReviewPages.AfterAsync(tx, filter, after, AtOnce, actor);
    }
}
