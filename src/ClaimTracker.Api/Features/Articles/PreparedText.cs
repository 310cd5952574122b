using System.Security.Cryptography;
using System.Text;

namespace ClaimTracker.Api.Features.Articles;

/// <summary>A text that was read, with all that can be worked out of it before it is written.</summary>
/// <param name="Read">The text with its blocks and sentences.</param>
/// <param name="Digest">SHA-256 of its UTF-8, in lower-case hex.</param>
/// <param name="Scores">The check-worthiness of its new sentences, by their ordinal.</param>
internal sealed record PreparedText(ReadArticle Read, string Digest, IReadOnlyDictionary<int, CheckWorthinessScore> Scores)
{
    /// <summary>Prepares a text of which no sentence is known.</summary>
    public static PreparedText Of(ReadArticle read, string language) => Of(read, language, read.Sentences);

    /// <summary>Prepares a text of which all other sentences are known.</summary>
    /// <param name="read">The text.</param>
    /// <param name="language">Its language tag.</param>
    /// <param name="fresh">The sentences that are new.</param>
    public static PreparedText Of(ReadArticle read, string language, IEnumerable<TextSentence> fresh) => new(
        read,
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(read.Text))),
        fresh.ToDictionary(static sentence => sentence.Ordinal, sentence => CheckWorthiness.Score(sentence.Text, language)));
}
