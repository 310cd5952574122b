using System.Text.Json.Serialization;
using ClaimTracker.Api.Domain.Claims;

namespace ClaimTracker.Api.Features.Claims;

/// <summary>A line of POST /claims/bulk, read before it is written: either a claim, or a refusal.</summary>
/// <param name="Number">Number of the line, from 1.</param>
/// <param name="Digest">Tells whether a line that is sent again is the same.</param>
internal sealed record BulkLine(int Number, string Digest)
{
    public CreateClaimRequest? Claim { get; private init; }

    /// <summary>The line as an edit of a claim that exists; null if it brings more than a claim.</summary>
    public MergePatch<ClaimBody>? Edit { get; private init; }

    public ProblemException? Refusal { get; private init; }

    /// <summary>Reads lines that follow each other; blank ones are passed over.</summary>
    public static List<BulkLine> ReadAll(IReadOnlyList<byte[]> lines, int first) =>
        [.. lines.Index().Where(static line => !NdJson.IsBlank(line.Item)).Select(line => Read(line.Item, first + line.Index))];

    public static BulkLine Read(byte[] line, int number)
    {
        var read = new BulkLine(number, RequestDigest.OfLine(line));
        try
        {
            var claim = Parse(line);
            var isAlone = (claim.SentenceIds, claim.Sentences, claim.Evidence, claim.Verdict) is (null, null, null, null);
            return read with { Claim = claim, Edit = isAlone ? MergePatch<ClaimBody>.Read(line) : null };
        }
        catch (ProblemException refusal)
        {
            return read with { Refusal = refusal };
        }
    }

    private static CreateClaimRequest Parse(byte[] line)
    {
        if (line.Length > Limits.BulkLineBytes)
        {
            throw Problem.TooLarge($"A line must be at most {Limits.BulkLineBytes:N0} bytes.");
        }

        var request = JsonBody.Read<CreateClaimRequest>(line);
        var result = CreateClaimValidator.Instance.Validate(request);
        return result.IsValid ? request : throw Problem.Invalid(result.Errors);
    }
}

/// <summary>The outcome of a line.</summary>
/// <param name="Line">Number of the line, from 1.</param>
/// <param name="Status">The status that POST /claims would have answered.</param>
internal sealed record BulkResult(int Line, int Status)
{
    /// <summary>The claim.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Id { get; init; }

    /// <summary>The members that differ from the claim that existed; null for a new one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Changed { get; init; }

    /// <summary>Its evidence records, in the order of the line.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<long>? EvidenceIds { get; init; }

    /// <summary>The draft of its verdict.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? VerdictId { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ProblemBody? Problem { get; init; }
}
