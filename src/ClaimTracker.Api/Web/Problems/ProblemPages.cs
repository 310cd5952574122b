using System.Text;

namespace ClaimTracker.Api.Web.Problems;

/// <summary>The pages that the <c>type</c> of a problem points to: one a kind, in plain text.</summary>
internal static class ProblemPages
{
    public static void MapProblemPages(this IEndpointRouteBuilder app) =>
        app.MapGet(ProblemType.Folder + "{slug}", static (string slug) =>
            ProblemType.All.FirstOrDefault(type => type.Slug == slug) is { } type
                ? Results.Text($"{type.Slug} ({type.Status})\n\n{type.Title}.\n\n{type.Remedy}\n", "text/plain", Encoding.UTF8)
                : Results.NotFound()).ExcludeFromDescription();
}
