using System.Buffers;
using System.Text.Json;
using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.Binding;
using ClaimTracker.Api.Platform.Json;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Api.Platform.Problems;
using FastEndpoints;

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

internal sealed class CreateClaimsInBulk(Writes writes) : EndpointWithoutRequest
{
    /// <summary>Lines in one transaction. A bad line in it harms no other: what it is refused for is found before it writes.</summary>
    private const int LinesAtOnce = 1_000;

    public override void Configure()
    {
        Post("/claims/bulk");
        Group<ClaimsGroup>();
        Description(static d => d
            .For(Permission.Write)
            .Says("Create many claims", "One claim per line in, as for POST /claims; one result per line out, in the same order. A bad line harms no other.")
            .Takes(NdJson.ContentType).Gives<BulkResult>(NdJson.ContentType));
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
                await WriteAsync(await InsertAsync(lines, first), ct);
                first += lines.Count;
            }
        }
        catch (BadHttpRequestException cut) when (HttpContext.Response.HasStarted)
        {
            // The lines before it are stored and reported; this one tells why there are no more.
            await WriteAsync([Refused(first, Problem.Malformed("The body ended early, or is too large: " + cut.Message))], ct);
        }
    }

    private Task<List<BulkResult>> InsertAsync(IReadOnlyList<byte[]> lines, int first)
    {
        return writes.RunAsync(HttpContext, async (tx, actor) =>
        {
            var results = new List<BulkResult>(lines.Count);
            foreach (var line in lines)
            {
                var number = first + results.Count;
                try
                {
                    results.Add(new BulkResult(number, StatusCodes.Status201Created) { Id = await CreateClaim.InsertAsync(tx, actor.Name, Read(line)) });
                }
                catch (ProblemException problem)
                {
                    results.Add(Refused(number, problem));
                }
            }

            return results;
        });
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
