using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using ClaimTracker.Api.Domain.Matching;

namespace ClaimTracker.Api.Features.Articles;

/// <summary>An article that was handed in, with what is told along with it.</summary>
internal sealed record NewArticleResponse : ArticleResponse
{
    [SetsRequiredMembers]
    public NewArticleResponse(ArticleResponse article)
        : base(article)
    {
    }

    /// <summary>
    /// Sentences with earlier claims that may say the same, as `POST /articles/{id}/matches` finds them. They are no part of the article
    /// or its ETag. Left out if nobody asked, or if the search failed or took more than 20 seconds.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<MatchedSentence>? Matches { get; init; }
}
