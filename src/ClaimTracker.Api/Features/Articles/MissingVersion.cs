using System.Diagnostics.CodeAnalysis;

namespace ClaimTracker.Api.Features.Articles;

/// <summary>The refusal of a version that an article does not have, or of an article that does not exist.</summary>
internal static class MissingVersion
{
    /// <summary>Takes what a query found, or refuses with 404.</summary>
    [return: NotNull]
    public static T OrNoVersion<T>(this T? found, long article, int? version) => found ?? throw Of(article, version);

    public static ProblemException Of(long article, int? version) => version is null
        ? Subject.Article(article).ToNotFound()
        : new ProblemException(ProblemType.NotFound, $"There is no version {version} of article {article}.");
}
