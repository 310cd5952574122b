namespace ClaimTracker.Api.Domain.Matching;

/// <summary>
/// Looks up earlier checks of what was just written, to tell them along with it. The write is durable by then: a search that fails, or
/// takes too long, is left out of the answer.
/// </summary>
internal sealed class EarlierChecks(
    MatchFinder finder, ReviewFinder reviews, ArticleMatches articles, TimeProvider time, ILogger<EarlierChecks> log)
    : IDisposable
{
    /// <summary>The most that are told of a new claim.</summary>
    public const int Most = 3;

    /// <summary>Searches at once. Those who only write must not take the processor from those who search.</summary>
    private const int Places = 2;

    private static readonly TimeSpan PatienceForClaim = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan PatienceForArticle = TimeSpan.FromSeconds(20);

    private readonly SemaphoreSlim _places = new(Places, Places);

    /// <summary>Adds to the reply of a new claim the earlier claims that may say the same, and reviews of other publishers.</summary>
    public async Task<Reply> AddToAsync(Reply reply, Actor actor, string text, string? headline, CancellationToken cancellation)
    {
        var asked = new AskedText(text, headline, Most) { Claim = Subject.IdOf(reply.Location!) };
        var found = await TryAsync(
            async patience => new FoundChecks(
                (await finder.FindAsync(actor, [asked], patience))[0], (await reviews.FindAsync([asked], patience))[0]),
            PatienceForClaim,
            cancellation);
        return found is null ? reply : reply.With("matches", found.Claims).With("reviews", found.Reviews);
    }

    /// <summary>Finds those of the open sentences of an article.</summary>
    /// <returns>Null if it failed, or took too long.</returns>
    public Task<IReadOnlyList<MatchedSentence>?> OfArticleAsync(Actor actor, long article, CancellationToken cancellation) => TryAsync(
        patience => articles.FindAsync(actor, article, ArticleMatches.UsualLimit, patience), PatienceForArticle, cancellation);

    /// <summary>Looks something up that an answer can do without.</summary>
    /// <returns>Null if it failed, or took too long.</returns>
    public async Task<T?> TryAsync<T>(Func<CancellationToken, Task<T>> find, TimeSpan patience, CancellationToken cancellation)
        where T : class
    {
        using var late = new CancellationTokenSource(patience, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellation);
        var entered = false;
        try
        {
            await _places.WaitAsync(end.Token);
            entered = true;
            return await find(end.Token);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return null;
        }
#pragma warning disable CA1031 // Whatever failed, what was written is answered.
        catch (Exception failed) when (failed is not OperationCanceledException)
#pragma warning restore CA1031
        {
            log.MatchesUnfound(failed);
            return null;
        }
        finally
        {
            if (entered)
            {
                _places.Release();
            }
        }
    }

    public void Dispose() => _places.Dispose();

    private sealed record FoundChecks(IReadOnlyList<MatchResponse> Claims, IReadOnlyList<MatchedReview> Reviews);
}
