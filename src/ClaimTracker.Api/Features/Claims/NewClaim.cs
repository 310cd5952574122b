using System.Text.Json.Serialization;
using ClaimTracker.Api.Domain.Claims;
using ClaimTracker.Api.Domain.Hints;
using ClaimTracker.Api.Domain.Matching;

namespace ClaimTracker.Api.Features.Claims;

/// <summary>A new claim, with what is told along with it.</summary>
internal sealed record NewClaimResponse : ClaimResponse
{
    /// <summary>
    /// Up to three earlier claims that may say the same, best first: suggestions. They are no part of the claim or its ETag; a repeat with
    /// the same Idempotency-Key looks them up again. Left out if nobody asked, or if the search failed or took more than two seconds.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<MatchResponse>? Matches { get; init; }

    /// <summary>Reviews of other publishers that may be about the same, told in the same way.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<MatchedReview>? Reviews { get; init; }

    /// <summary>
    /// Who is said to have said what, the dates and the numbers of the sentence that the claim was made of, as `GET /articles/{id}/hints`
    /// gives them. They are no part of the claim or its ETag either, and left out of other new claims.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<HintResponse>? Hints { get; init; }
}
