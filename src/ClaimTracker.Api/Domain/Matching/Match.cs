using System.Text.Json.Serialization;
using ClaimTracker.Api.Domain.Verdicts;

namespace ClaimTracker.Api.Domain.Matching;

/// <summary>A claim that may say what a text says. It is a suggestion: the verdict on it is none on the text.</summary>
internal sealed record MatchResponse
{
    public required long ClaimId { get; init; }

    /// <summary>The words of the claim.</summary>
    public required string Text { get; init; }

    /// <summary>How likely it says the same, from 0 to 1.</summary>
    public required double Score { get; init; }

    /// <summary>
    /// What the score is made of: `words` and `letters`, the share of the text's words and spellings that the claim has, rare ones
    /// counting more; `meaning`, how alike a model finds the two. The model reads English: for other languages words decide.
    /// </summary>
    public required IReadOnlyList<ScoreComponent> Components { get; init; }

    /// <summary>
    /// Whether the score is high and `mayDiffer` is empty. Of 69 posts for which the service said so, 66 were right: those are the posts
    /// by which the score was chosen.
    /// </summary>
    public required bool LikelySame { get; init; }

    /// <summary>What may make it another claim: a negation, a number, a date, a name, a direction.</summary>
    public required IReadOnlyList<MatchDifference> MayDiffer { get; init; }

    /// <summary>`confirmed` if somebody said that the two belong together; otherwise null.</summary>
    public required MatchState? State { get; init; }

    /// <summary>The verdict on that claim, as far as the caller may see it.</summary>
    public required VerdictInShort? Verdict { get; init; }
}

/// <summary>Words in which a text and a claim differ.</summary>
/// <param name="Kind">What the difference is in.</param>
/// <param name="Here">The words of the text; null if it has none.</param>
/// <param name="There">The words of the claim; null if it has none.</param>
internal sealed record MatchDifference(DifferenceKind Kind, string? Here, string? There)
{
    /// <summary>What differs between a text and another.</summary>
    public static IReadOnlyList<MatchDifference> Between(string text, string other) =>
        [.. ClaimComparer.Differences(text, other).Select(static d => new MatchDifference(d.Kind, d.Here, d.There))];
}

/// <summary>A sentence, and what was said of the same before.</summary>
/// <param name="SentenceId">The sentence.</param>
/// <param name="Ordinal">Its place in the article.</param>
/// <param name="Text">Its words.</param>
/// <param name="Matches">Claims that may say the same, best first.</param>
/// <param name="Reviews">Reviews of other publishers that may be about the same, best first.</param>
/// <param name="Sentences">
/// Sentences of other articles that have nearly all of its words, best first. The 30 open sentences are looked up that most deserve a
/// check.
/// </param>
internal sealed record MatchedSentence(
    long SentenceId,
    int Ordinal,
    string Text,
    IReadOnlyList<MatchResponse> Matches,
    IReadOnlyList<MatchedReview> Reviews,
    IReadOnlyList<EarlierSentence> Sentences)
{
    /// <summary>Whether anything was found.</summary>
    [JsonIgnore]
    public bool IsMatched => Matches.Count + Reviews.Count + Sentences.Count > 0;

    /// <summary>The score of the best claim or review.</summary>
    [JsonIgnore]
    public double Best => Math.Max(Matches is [var match, ..] ? match.Score : 0, Reviews is [var review, ..] ? review.Score : 0);
}
