using ClaimTracker.Api.Domain.Sentences;

namespace ClaimTracker.Api.Domain.Claims;

/// <summary>Finds the claim that evidence on a sentence is meant for.</summary>
internal static class ClaimOfSentence
{
    private const string TextSql = "select text from sentences where id = @sentence";
    private const string ClaimsSql = "select claim_id from sentence_claims where sentence_id = @sentence order by claim_id";

    /// <summary>The claim of a sentence that is meant. A sentence without one gets a claim with the same words, with its events.</summary>
    /// <param name="change">The change.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="wanted">The claim that the request names; null if it names none.</param>
    /// <exception cref="ProblemException">
    /// 404. 400: the sentence does not have the claim. 409: it has several, and the request names none; or it is gone, or too long.
    /// </exception>
    public static async Task<long> ChooseOrMakeAsync(Change change, long sentence, long? wanted)
    {
        var text = (await change.FirstAsync<string>(TextSql, new { sentence })).OrNotFound(Subject.Sentence(sentence));
        var claims = await change.ListAsync<long>(ClaimsSql, new { sentence });
        return Choose(sentence, wanted, claims) ?? await MakeAsync(change, sentence, text);
    }

    private static long? Choose(long sentence, long? wanted, IReadOnlyList<long> claims)
    {
        var named = string.Join(", ", claims);
        if (wanted is { } claim)
        {
            return claims.Contains(claim)
                ? claim
                : throw Problem.Invalid(
                    "claimId",
                    claims.Count == 0 ? "must be left out: the sentence has no claim yet" : $"must be a claim of the sentence: {named}");
        }

        return claims.Count switch
        {
            0 => null,
            1 => claims[0],
            _ => throw Problem.Conflict($"Sentence {sentence} has several claims: {named}. Say which with claimId."),
        };
    }

    private static async Task<long> MakeAsync(Change change, long sentence, string text)
    {
        if (CodePoints.Count(text) > Limits.ClaimText)
        {
            throw Problem.Conflict(
                $"Sentence {sentence} is longer than a claim may be ({Limits.ClaimText:N0} characters). "
                + $"Make a claim of part of it first: POST {Subject.Sentence(sentence).Address}/claims.");
        }

        await SentencePlace.RequireAsync(change, sentence);
        var body = await ClaimOrigin.FillAsync(change, new ClaimBody { Text = text }, sentence, SentenceRole.Asserts);
        var claim = await ClaimWriter.InsertAsync(change, body, isSent: false);
        await SentenceLinkWriter.WriteAsync(change, SentenceLink.Of(sentence, claim));
        return claim;
    }
}
