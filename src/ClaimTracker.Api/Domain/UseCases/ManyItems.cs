using System.Text.Json.Serialization;

namespace ClaimTracker.Api.Domain.UseCases;

/// <summary>The result of each item of a request with many, in their order.</summary>
internal sealed record ManyResponse(IReadOnlyList<ItemResult> Results);

/// <summary>The result of one item.</summary>
/// <param name="Id">The id that the request gave.</param>
/// <param name="Status">
/// The status that a request for this item alone would have got. 424 if it was not tried, or undone, because another item was refused.
/// </param>
internal sealed record ItemResult(long Id, int Status)
{
    /// <summary>The reason of a refusal.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ProblemBody? Problem { get; init; }
}

/// <summary>Carries out many items in one change.</summary>
internal static class ManyItems
{
    private const int Undone = StatusCodes.Status424FailedDependency;

    /// <summary>Carries out each item. One that is refused harms no other, unless all or none are asked for.</summary>
    /// <param name="change">The change.</param>
    /// <param name="http">The request, for the reasons of refusals.</param>
    /// <param name="items">The items, with their ids.</param>
    /// <param name="atomic">Whether a refusal undoes all.</param>
    /// <param name="use">Carries out one item, or refuses it.</param>
    public static async Task<Reply> RunAsync<T>(
        Change change, HttpContext http, IReadOnlyList<(long Id, T Item)> items, bool atomic, Func<T, Task> use)
    {
        var results = new List<ItemResult>(items.Count);
        if (!atomic)
        {
            foreach (var (id, item) in items)
            {
                results.Add(await AttemptAsync(id, item));
            }

            return Reply.Answer(new ManyResponse(results));
        }

        try
        {
            await change.AttemptAsync(async () =>
            {
                foreach (var (id, item) in items)
                {
                    results.Add(await AttemptAsync(id, item));
                    if (results[^1].Problem is not null)
                    {
                        throw new ProblemException(ProblemType.Conflict, "Another item was refused.");
                    }
                }

                return true;
            });
        }
        catch (ProblemException) when (results is [.., { Problem: not null }])
        {
            var refused = results[^1];
            results = [.. items.Select(item => item.Id == refused.Id ? refused : new ItemResult(item.Id, Undone))];
        }

        return Reply.Answer(new ManyResponse(results));

        async Task<ItemResult> AttemptAsync(long id, T item)
        {
            try
            {
                await change.AttemptAsync(async () =>
                {
                    await use(item);
                    return true;
                });
                return new ItemResult(id, StatusCodes.Status200OK);
            }
            catch (ProblemException refusal)
            {
                return new ItemResult(id, refusal.Type.Status) { Problem = ProblemBody.Of(refusal, http) };
            }
        }
    }
}
