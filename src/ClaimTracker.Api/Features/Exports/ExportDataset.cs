using System.Buffers;
using System.Text.Json;
using ClaimTracker.Api.Domain.Claims;
using ClaimTracker.Api.Domain.Reviews;
using ClaimTracker.Api.Domain.Verdicts;
using ClaimTracker.Api.Web.Edge;

namespace ClaimTracker.Api.Features.Exports;

internal sealed record ExportDatasetRequest : VerdictFilter
{
    /// <summary>
    /// The labels of ratings, such as <c>Half true:conflicting</c>. A label is supported, refuted, conflicting or not_enough. Others go by
    /// their value: the upper third of the scale is supported, the lower third refuted, what lies between conflicting; none is not_enough.
    /// </summary>
    [QueryParam]
    public IReadOnlyList<string>? Mapping { get; init; }
}

internal sealed class ExportDatasetValidator : Validator<ExportDatasetRequest>
{
    public ExportDatasetValidator()
    {
        Include(VerdictFilterValidator.Instance);
        RuleForEach(static r => r.Mapping).Must(static pair => DatasetLabels.Parse(pair) is not null)
            .WithMessage("must be pairs such as Half true:conflicting; a label is supported, refuted, conflicting or not_enough");
    }
}

internal sealed class ExportDataset(Db db, TimeProvider time, Checkpoints checkpoints, ReviewPublisher publisher)
    : Endpoint<ExportDatasetRequest>
{
    /// <summary>Reviews in one read.</summary>
    private const int AtOnce = 500;

    private static readonly Dictionary<string, string> ContentTypes = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["jsonl"] = NdJson.ContentType,
        ["json"] = "application/json",
    };

    public override void Configure()
    {
        Get("fever.jsonl", "averitec.json");
        Group<ExportsGroup>();
        Policies(nameof(Permission.ReadPublished));
        Summary(static s =>
        {
            s.Summary = "Export a data set for research";
            s.Description =
                "The published verdicts with the evidence that the public sees, in the shape of FEVER (a JSON object a line; members of "
                + "a set of evidence are needed together) or of AVeriTeC (a JSON array; each evidence record is the answer to "
                + "what its source says).";
        });
        Description(
            static d => d.AnswersForms(ContentTypes)
                .SendsFile("fever-2026-01-31.jsonl"),
            clearDefaults: true);
    }

    public override async Task HandleAsync(ExportDatasetRequest request, CancellationToken ct)
    {
        var checkpoint = await checkpoints.TakeAsync(ct);
        if (await ExportFile.IsKnownAsync(Send, checkpoint))
        {
            return;
        }

        var isFever = HttpContext.Request.Path.Value!.EndsWith(".jsonl", StringComparison.Ordinal);
        var labels = new DatasetLabels(request.Mapping ?? []);
        var file = new ArrayBufferWriter<byte>();
        var (after, count) = (0L, 0);
        while (true)
        {
            var reviews = await db.ReadAsync(tx => ReadAsync(tx, request, after), ct);
            if (after == 0)
            {
                var name = ExportFile.NameOf(isFever ? "fever" : "averitec", isFever ? "jsonl" : "json", checkpoint.At);
                ExportFile.Begin(HttpContext, ContentTypes[isFever ? "jsonl" : "json"], name, checkpoint);
                file.Write(isFever ? [] : "[\n"u8);
            }

            foreach (var review in reviews)
            {
                var json = isFever ? DatasetShapes.Fever(review, labels)
                    : DatasetShapes.Averitec(review, labels, publisher.AddressOf(HttpContext.Request, review.Path));
                file.Write(isFever || count++ == 0 ? [] : ",\n"u8);
                file.Write(JsonSerializer.SerializeToUtf8Bytes(json, ApiJson.Options));
                file.Write(isFever ? "\n"u8 : []);
            }

            var isLast = reviews.Count < AtOnce;
            file.Write(isLast && !isFever ? "\n]\n"u8 : []);
            await HttpContext.Response.BodyWriter.WriteAsync(file.WrittenMemory, ct);
            file.ResetWrittenCount();
            if (isLast || HeadAndOptions.IsHead(HttpContext))
            {
                return;
            }

            after = reviews[^1].Verdict.Id;
        }
    }

    private async Task<IReadOnlyList<PublicReview>> ReadAsync(ReadTx tx, ExportDatasetRequest request, long after)
    {
        var now = time.GetUtcNow();
        var actor = await KeyHolder.AsOfNowAsync(tx, HttpContext.Actor(), now);
        var wanted = (await request.OrPublished().FilterAsync(tx, actor, now)).OnlySeenBy(Actor.Public);
        return await ReviewPages.AfterAsync(
            tx, await wanted.OnlyOnListAsync(tx, actor, request.List, now), after, AtOnce, Actor.Public);
    }
}
