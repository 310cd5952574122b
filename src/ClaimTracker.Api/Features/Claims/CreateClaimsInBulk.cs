using System.Buffers;
using System.Text.Json;

namespace ClaimTracker.Api.Features.Claims;

/// <summary>What became of one line.</summary>
/// <param name="Line">Its number, from 1.</param>
/// <param name="Status">The status that POST /claims would have answered.</param>
internal sealed record BulkResult(int Line, int Status)
{
    /// <summary>The new claim.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    public long? Id { get; init; }

    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    public ProblemBody? Problem { get; init; }
}

internal sealed class CreateClaimsInBulk(ChangeRunner changes, ILogger<CreateClaimsInBulk> log) : EndpointWithoutRequest, IWriteRoute
{
    /// <summary>Lines in one transaction. A bad line in it harms no other: what it is refused for is found before it writes.</summary>
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
                "One claim per line in, as for POST /claims; one result per line out, in the same order. A bad line harms no other. They "
                + "are stored in groups; what refuses a group after the answer has begun is told of each of its lines.";
        });
        Description(static d => d.Produces<BulkResult>(200, NdJson.ContentType).Takes(NdJson.ContentType), clearDefaults: true);
    }

    public override async Task HandleAsync(CancellationToken ct)
    {
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
            // The lines before it are stored and reported; this one tells why there are no more.
            await WriteAsync([Refused(first, Problem.Malformed("The body ended early, or is too large: " + cut.Message))], ct);
        }
    }

    // Once the answer has begun, what refuses a whole group can only be told of each of its lines.
    private async Task<List<BulkResult>> TakeAsync(IReadOnlyList<byte[]> lines, int first)
    {
        try
        {
            return await InsertAsync(lines, first);
        }
#pragma warning disable CA1031 // Whatever it is, each line gets its result.
        catch (Exception failure) when (HttpContext.Response.HasStarted && !HttpContext.RequestAborted.IsCancellationRequested)
#pragma warning restore CA1031
        {
            var problem = ProblemMiddleware.Take(HttpContext, failure, log);
            return [.. lines.Select((_, i) => Refused(first + i, problem))];
        }
    }

    private Task<List<BulkResult>> InsertAsync(IReadOnlyList<byte[]> lines, int first) => IdempotencyKey.Of(HttpContext) is { } key
        ? changes.RunOnceAsync(Caller.Of(HttpContext), key.Value, change => InsertOnceAsync(change, key.Value, lines, first))
        : changes.RunAsync(Caller.Of(HttpContext), change => InsertAsync(change, lines, first));

    private async Task<List<BulkResult>> InsertAsync(Change change, IReadOnlyList<byte[]> lines, int first)
    {
        var results = new List<BulkResult>(lines.Count);
        foreach (var line in lines)
        {
            results.Add(await InsertAsync(change, line, first + results.Count));
        }

        return results;
    }

    // Each line is stored with its claim: a client that lost the connection sends the whole body again, and what was done is not done twice.
    private async Task<List<BulkResult>> InsertOnceAsync(Change change, string key, IReadOnlyList<byte[]> lines, int first)
    {
        var known = await StoredReplies.FindAsync(change, key, first, first + lines.Count - 1);
        var (results, made) = (new List<BulkResult>(lines.Count), new List<StoredReply>());
        foreach (var line in lines)
        {
            var (number, digest) = (first + results.Count, RequestDigest.OfLine(line));
            var before = known.GetValueOrDefault(number);
            var result = before is null ? await InsertAsync(change, line, number) : Again(before, digest);
            results.Add(result);
            if (before is null && result.Id is not null)
            {
                made.Add(new StoredReply { Line = number, RequestSha256 = digest, Status = result.Status, Body = JsonSerializer.Serialize(result, ApiJson.Options) });
            }
        }

        await StoredReplies.KeepAsync(change, key, made);
        return results;
    }

    private BulkResult Again(StoredReply before, string digest)
    {
        try
        {
            before.Require(digest);
            return JsonSerializer.Deserialize<BulkResult>(before.Body!, ApiJson.Options)!;
        }
        catch (ProblemException problem)
        {
            return Refused(before.Line, problem);
        }
    }

    private async Task<BulkResult> InsertAsync(Change change, byte[] line, int number)
    {
        try
        {
            return new BulkResult(number, StatusCodes.Status201Created) { Id = await CreateClaim.InsertAsync(change, Read(line)) };
        }
        catch (ProblemException problem)
        {
            return Refused(number, problem);
        }
    }

    private static CreateClaimRequest Read(byte[] line)
    {
        if (line.Length > Limits.BulkLineBytes)
        {
            throw Problem.TooLarge($"A line must be at most {Limits.BulkLineBytes:N0} bytes.");
        }

        var request = JsonBody.Read<CreateClaimRequest>(line);
        var result = CreateClaimValidator.Instance.Validate(request);
        return result.IsValid ? request : throw Problem.Invalid(result.Errors);
    }

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
