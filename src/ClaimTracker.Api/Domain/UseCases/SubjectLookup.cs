using System.Diagnostics.CodeAnalysis;

namespace ClaimTracker.Api.Domain.UseCases;

/// <summary>Refusals that name a subject.</summary>
internal static class SubjectLookup
{
    /// <summary>Takes what a query found, or refuses with 404.</summary>
    [return: NotNull]
    public static T OrNotFound<T>(this T? found, Subject subject) => found ?? throw subject.ToNotFound();

    public static ProblemException ToNotFound(this Subject subject) =>
        new(ProblemType.NotFound, $"There is no {subject.Kind} {subject.Id}.");
}
