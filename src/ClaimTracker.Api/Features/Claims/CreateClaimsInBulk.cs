using System.Buffers;
using System.Text.Json;

namespace ClaimTracker.Api.Features.Claims;

internal sealed record CreateClaimsInBulkRequest : IReadsItsBody
{
    /// <summary>What becomes of a line whose externalApp and externalId a claim has already: fail (the default), skip or update.</summary>
    [QueryParam]
    public OnConflict? OnConflict { get; init; }

    /// <summary>Whether to say what would be done, and do nothing.</summary>
    [QueryParam]
    public bool? DryRun { get; init; }
}

internal sealed class CreateClaimsInBulk(ChangeRunner changes, ILogger<CreateClaimsInBulk> log)
    : Endpoint<CreateClaimsInBulkRequest>, IWriteRoute
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
                + "others. With `onConflict=update` the members of a line replace those of the claim that has its external id, and "
                + "`changed` names those that differed. With `dryRun=true` each result is the one that there would be, without new ids, "
                + "and nothing is stored. If a group of lines fails after the response has started, each of them reports the error.";
        });
        Description(
            static d => d.Produces<BulkResult>(200, NdJson.ContentType).AnswersNoResource().Takes(NdJson.ContentTypes),
            clearDefaults: true);
    }

    public override async Task HandleAsync(CreateClaimsInBulkRequest request, CancellationToken ct)
    {
        if (RequestBody.IsMissing(HttpContext.Request))
        {
            throw Problem.Malformed($"The body is missing: send a claim on each line, as {NdJson.ContentType}.");
        }

        RequestBody.RequireType(HttpContext.Request, NdJson.ContentTypes);
        HttpContext.MarkResponseStart();
        HttpContext.Response.ContentType = NdJson.ContentType;
        var (first, answered) = (1, Task.CompletedTask);
        try
        {
            await foreach (var lines in NdJson.ReadAsync(HttpContext.Request.BodyReader, LinesAtOnce, ct))
            {
                // They are read while those before them are written.
                var read = BulkLine.ReadAll(lines, first);
                await answered;
                answered = read.Count == 0 ? Task.CompletedTask : WriteAsync(TakeAsync(request, read), ct);
                first += lines.Count;
            }

            await answered;
        }
        catch (BadHttpRequestException cut) when (first > 1)
        {
            // The lines before are stored and reported; this result says why there are no more.
            await answered;
            await WriteAsync(Task.FromResult<List<BulkResult>>([Refused(first, NdJson.Ended(cut))]), ct);
        }
        finally
        {
            await answered.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // No request ends before what it has begun.
        }
    }

    // Once the response has started, the failure of a group can only be reported for each of its lines.
    private async Task<List<BulkResult>> TakeAsync(CreateClaimsInBulkRequest request, IReadOnlyList<BulkLine> lines)
    {
        try
        {
            return await InsertAsync(request, lines);
        }
#pragma warning disable CA1031 // Whatever it is, each line gets its result.
        catch (Exception failure) when (HttpContext.Response.HasStarted && !HttpContext.RequestAborted.IsCancellationRequested)
#pragma warning restore CA1031
        {
            var problem = ProblemMiddleware.Take(HttpContext, failure, log);
            return [.. lines.Select(line => Refused(line.Number, problem))];
        }
    }

    private Task<List<BulkResult>> InsertAsync(CreateClaimsInBulkRequest request, IReadOnlyList<BulkLine> lines)
    {
        var (caller, rule) = (Caller.Of(HttpContext), request.OnConflict ?? OnConflict.Fail);
        return request.DryRun == true ? changes.RunAsync(caller, change => TryOutAsync(change, rule, lines))
            : IdempotencyKey.Of(HttpContext) is { } key
                ? changes.RunOnceAsync(caller, key.Value, change => InsertOnceAsync(change, key.Value, rule, lines))
                : changes.RunAsync(caller, change => InsertAsync(change, rule, lines));
    }

    // An id that was taken back is nobody's.
    private async Task<List<BulkResult>> TryOutAsync(Change change, OnConflict rule, IReadOnlyList<BulkLine> lines) =>
    [
        .. (await change.TryOutAsync(() => InsertAsync(change, rule, lines)))
            .Select(static result => result.Changed is null ? result with { Id = null, EvidenceIds = null, VerdictId = null } : result),
    ];

    private async Task<List<BulkResult>> InsertAsync(Change change, OnConflict rule, IReadOnlyList<BulkLine> lines)
    {
        var results = new List<BulkResult>(lines.Count);
        foreach (var line in lines)
        {
            results.Add(await InsertAsync(change, rule, line));
        }

        return results;
    }

    // Each result is stored with its claim: a client that lost the connection sends the whole body again, and no line is carried out twice.
    private async Task<List<BulkResult>> InsertOnceAsync(
        Change change, string key, OnConflict rule, IReadOnlyList<BulkLine> lines)
    {
        var known = await StoredReplies.FindAsync(change, key, lines[0].Number, lines[^1].Number);
        var (results, made) = (new List<BulkResult>(lines.Count), new List<StoredReply>());
        foreach (var line in lines)
        {
            var before = known.GetValueOrDefault(line.Number);
            var result = before is null ? await InsertAsync(change, rule, line) : Repeat(before, line.Digest);
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

    private async Task<BulkResult> InsertAsync(Change change, OnConflict rule, BulkLine line)
    {
        try
        {
            return await change.AttemptAsync(() => BulkClaim.TakeAsync(change, line, rule));
        }
        catch (ProblemException refusal)
        {
            return Refused(line.Number, refusal);
        }
    }

    private BulkResult Refused(int line, ProblemException problem) =>
        new(line, problem.Type.Status) { Problem = ProblemBody.Of(problem, HttpContext) };

    private async Task WriteAsync(Task<List<BulkResult>> results, CancellationToken ct)
    {
        foreach (var result in await results)
        {
            HttpContext.Response.BodyWriter.Write((byte[])[.. JsonSerializer.SerializeToUtf8Bytes(result, ApiJson.Options), (byte)'\n']);
        }

        await HttpContext.Response.BodyWriter.FlushAsync(ct);
    }
}
