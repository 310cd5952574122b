using FastEndpoints;

namespace ClaimTracker.Api.Features.Articles;

/// <summary>Articles, and the sentences that they are made of.</summary>
internal sealed class ArticlesGroup : Group
{
    public const string Address = "/api/v1/articles/";

    public ArticlesGroup() => Configure("", static group => group.Tags("Articles"));
}
