using FastEndpoints;

namespace ClaimTracker.Api.Features.Comments;

/// <summary>What the desk says to itself about claims, evidence, sentences and verdicts.</summary>
internal sealed class CommentsGroup : Group
{
    public const string Address = "/api/v1/comments/";

    public CommentsGroup() => Configure("", static group => group.Tags("Comments"));
}
