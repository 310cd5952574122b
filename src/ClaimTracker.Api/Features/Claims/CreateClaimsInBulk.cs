using System.Buffers;
using System.Text.Json;

namespace ClaimTracker.Api.Features.Claims;

internal sealed class CreateClaimsInBulk(ChangeRunner changes, ILogger<CreateClaimsInBulk> log) : EndpointWithoutRequest, IWriteRoute
{
    /// <summary>Lines in one transaction. A bad line spoils no other: what it wrote is undone.</summary>
    private const int LinesAtOnce = 1_000;

    public override void Configure()
    {
        Post("bulk");
        Group<ClaimsGroup>();
        Policies(nameof(Permission.Write));
        Summary(static s =>
        {
            s.Summary = "Create many claims";
            s.Description =
                "One claim per line in, as for POST /claims; one result per line out, in the same order. A bad line does not affect the "
                + "others. Lines are stored in groups; if a group fails after the response has started, each of its lines reports the "
                + "error.";
        });
        Description(static d => d.Produces<BulkResult>(200, NdJson.ContentType).Takes(NdJson.ContentType), clearDefaults: true);
    }

    public override async Task HandleAsync(CancellationToken ct)
    {
        if (RequestBody.IsMissing(HttpContext.Request))
        {
            throw Problem.Malformed($"The body is missing: send a claim on each line, as {NdJson.ContentType}.");
        }

        RequestBody.RequireType(HttpContext.Request, NdJson.ContentType);
        HttpContext.MarkResponseStart();
        HttpContext.Response.ContentType = NdJson.ContentType;
        var first = 1;
        try
        {
            await foreach (var lines in NdJson.ReadAsync(HttpContext.Request.BodyReader, LinesAtOnce, ct))
            {
                await WriteAsync(await TakeAsync(lines, first), ct);
                first += lines.Count;
            }
        }
        catch (BadHttpRequestException cut) when (HttpContext.Response.HasStarted)
        {
            // The lines before are stored and reported; this result says why there are no more.
            await WriteAsync([Refused(first, Problem.Malformed("The body ended early, or is too large: " + cut.Message))], ct);
        }
    }

    // Once the response has started, the failure of a group can only be reported for each of its lines.
    private async Task<List<BulkResult>> TakeAsync(IReadOnlyList<byte[]> lines, int first)
    {
        try
        {
            return await InsertAsync([.. lines.Select((line, i) => BulkLine.Read(line, first + i))]);
        }
#pragma warning disable CA1031 // Whatever it is, each line gets its result.
        catch (Exception failure) when (HttpContext.Response.HasStarted && !HttpContext.RequestAborted.IsCancellationRequested)
#pragma warning restore CA1031
        {
            var problem = ProblemMiddleware.Take(HttpContext, failure, log);
            return [.. lines.Select((_, i) => Refused(first + i, problem))];
        }
    }

    private Task<List<BulkResult>> InsertAsync(IReadOnlyList<BulkLine> lines) => IdempotencyKey.Of(HttpContext) is { } key
        ? changes.RunOnceAsync(Caller.Of(HttpContext), key.Value, change => InsertOnceAsync(change, key.Value, lines))
        : changes.RunAsync(Caller.Of(HttpContext), change => InsertAsync(change, lines));

    private async Task<List<BulkResult>> InsertAsync(Change change, IReadOnlyList<BulkLine> lines)
    {
        var results = new List<BulkResult>(lines.Count);
        foreach (var line in lines)
        {
            results.Add(await InsertAsync(change, line));
        }

        return results;
    }

    // Each result is stored with its claim: a client that lost the connection sends the whole body again, and no line is carried out twice.
    private async Task<List<BulkResult>> InsertOnceAsync(Change change, string key, IReadOnlyList<BulkLine> lines)
    {
        var known = await StoredReplies.FindAsync(change, key, lines[0].Number, lines[^1].Number);
        var (results, made) = (new List<BulkResult>(lines.Count), new List<StoredReply>());
        foreach (var line in lines)
        {
            var before = known.GetValueOrDefault(line.Number);
            var result = before is null ? await InsertAsync(change, line) : Repeat(before, line.Digest);
            results.Add(result);
            if (before is null && result.Id is not null)
            {
                var body = JsonSerializer.Serialize(result, ApiJson.Options);
                made.Add(new StoredReply { Line = line.Number, RequestSha256 = line.Digest, Status = result.Status, Body = body });
            }
        }

        await StoredReplies.KeepAsync(change, key, made);
        return results;
    }

    private BulkResult Repeat(StoredReply before, string digest)
    {
        try
        {
            before.Require(digest);
            return JsonSerializer.Deserialize<BulkResult>(before.Body!, ApiJson.Options)!;
        }
        catch (ProblemException refusal)
        {
            return Refused(before.Line, refusal);
        }
    }

    private async Task<BulkResult> InsertAsync(Change change, BulkLine line)
    {
        try
        {
            return line.Claim is { } claim
                ? Made(line.Number, await change.AttemptAsync(() => ClaimWithParts.InsertAsync(change, claim)))
                : Refused(line.Number, line.Refusal!);
        }
        catch (ProblemException refusal)
        {
            return Refused(line.Number, refusal);
        }
    }

    private static BulkResult Made(int line, CreatedClaim claim) => new(line, StatusCodes.Status201Created)
    {
        Id = claim.Id,
        EvidenceIds = claim.EvidenceIds.Count == 0 ? null : claim.EvidenceIds,
        VerdictId = claim.VerdictId,
    };

    private BulkResult Refused(int line, ProblemException problem) =>
        new(line, problem.Type.Status) { Problem = ProblemBody.Of(problem, HttpContext) };

    private async Task WriteAsync(List<BulkResult> results, CancellationToken ct)
    {
        foreach (var result in results)
        {
            HttpContext.Response.BodyWriter.Write((byte[])[.. JsonSerializer.SerializeToUtf8Bytes(result, ApiJson.Options), (byte)'\n']);
        }

        await HttpContext.Response.BodyWriter.FlushAsync(ct);
    }
}
