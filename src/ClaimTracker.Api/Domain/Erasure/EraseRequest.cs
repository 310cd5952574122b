namespace ClaimTracker.Api.Domain.Erasure;

/// <summary>A request to erase the words of one resource.</summary>
internal sealed record EraseRequest
{
    [RouteParam]
    public long Id { get; init; }

    /// <summary>Why. It stays in the history for good: name nobody in it.</summary>
    public string? Reason { get; init; }
}

internal sealed class EraseValidator : Validator<EraseRequest>
{
    public EraseValidator() => RuleFor(static r => r.Reason).Required(Limits.Text);
}

/// <summary>What was erased, and what may still quote it.</summary>
internal sealed record ErasureResponse
{
    /// <summary>The resource, such as article/12.</summary>
    public required string Subject { get; init; }

    public required DateTimeOffset ErasedAt { get; init; }

    /// <summary>Addresses of what has words of its own about it, which stay: at most 500.</summary>
    public required IReadOnlyList<string> MayQuote { get; init; }

    /// <summary>The number of all of them.</summary>
    public required long MayQuoteCount { get; init; }
}

internal static class Erasures
{
    /// <summary>Says in the description of a route what an erasure answers.</summary>
    public static RouteHandlerBuilder Erases(this RouteHandlerBuilder route) => route
        .Produces<ErasureResponse>()
        .AnswersNoResource()
        .RunsHeavy()
        .ProducesProblem(404)
        .ProducesProblem(409)
        .RequiresIfMatch();

    /// <summary>Refuses to edit what was erased.</summary>
    /// <exception cref="ProblemException">409.</exception>
    public static void RefuseIfErased(this Subject subject, bool erased)
    {
        if (erased)
        {
            throw Problem.Conflict(
                $"The words of {subject.Kind} {subject.Id} were erased: it can be read or deleted, but not edited.", subject.Address);
        }
    }
}
