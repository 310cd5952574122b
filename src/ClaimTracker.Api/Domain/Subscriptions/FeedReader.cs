using System.Net;
using System.Net.Http.Headers;
using ClaimTracker.Api.Domain.Archives;
using ClaimTracker.Api.Domain.ImportedReviews;
using ClaimTracker.Api.Domain.Users;
using ClaimTracker.Api.Web.Outbound;

namespace ClaimTracker.Api.Domain.Subscriptions;

/// <summary>What a fetch came to.</summary>
/// <param name="Taken">Reviews that were new, or newer.</param>
/// <param name="Problem">What was wrong, in a sentence; null for nothing.</param>
/// <param name="Etag">The validator of the answer.</param>
/// <param name="LastModified">The other validator of the answer.</param>
internal sealed record FetchOutcome(long Taken, string? Problem, string? Etag = null, string? LastModified = null);

/// <summary>
/// Fetches a feed and takes its reviews. It is asked for with its validators: one that has not changed costs an empty answer.
/// </summary>
internal sealed class FeedReader(Db db, CarefulHttp http, WorkFiles files, TimeProvider time, ILogger<FeedReader> log)
{
    /// <summary>Reviews in one write.</summary>
    private const int ReviewsAtOnce = 200;

    private const string Empty = "It holds no ClaimReview: a DataFeed, a list of them or an answer of claims:search does.";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Fetches one. Whatever goes wrong is in the outcome.</summary>
    /// <exception cref="OperationCanceledException">The service stops.</exception>
    public async Task<FetchOutcome> FetchAsync(SubscriptionRow subscription, CancellationToken stopping)
    {
        using var late = new CancellationTokenSource(Patience, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(late.Token, stopping);
        try
        {
            using var request = RequestOf(subscription);
            using var answer = await http.SendAsync(request, end.Token);
            if (answer.StatusCode == HttpStatusCode.NotModified)
            {
                return new FetchOutcome(0, null, subscription.Etag, subscription.LastModified);
            }

            if (answer.StatusCode != HttpStatusCode.OK)
            {
                return new FetchOutcome(0, $"It answered {(int)answer.StatusCode}.");
            }

            await using var file = files.MakeTemporary();
            if (!await KeepAsync(await answer.Content.ReadAsStreamAsync(end.Token), file, end.Token))
            {
                return new FetchOutcome(0, $"It is longer than {Limits.FeedBytes:N0} bytes.");
            }

            file.Position = 0;
            var (taken, problem) = await TakeAsync(file, subscription, stopping);
            return problem is null
                ? new FetchOutcome(taken, null, answer.Headers.ETag?.ToString(), answer.Content.Headers.LastModified?.ToString("R"))
                : new FetchOutcome(taken, problem);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            return new FetchOutcome(0, $"It was not whole after {Patience.TotalSeconds:N0} seconds.");
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException or InvalidDataException)
        {
            return new FetchOutcome(0, $"It cannot be fetched: {(failed.InnerException ?? failed).Message}");
        }
    }

    private static HttpRequestMessage RequestOf(SubscriptionRow subscription)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, subscription.FeedUrl);
        request.Headers.Accept.ParseAdd("application/ld+json, application/json");
        if (subscription.Etag is { } etag && EntityTagHeaderValue.TryParse(etag, out var tag))
        {
            request.Headers.IfNoneMatch.Add(tag);
        }

        if (subscription.LastModified is { } modified)
        {
            request.Headers.TryAddWithoutValidation("If-Modified-Since", modified);
        }

        return request;
    }

    private static async Task<bool> KeepAsync(Stream body, FileStream file, CancellationToken cancellation)
    {
        var buffer = new byte[128 * 1024];
        while (await body.ReadAsync(buffer, cancellation) is > 0 and var read)
        {
            if (file.Length + read > Limits.FeedBytes)
            {
                return false;
            }

            await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }

        return true;
    }

    private async Task<(long Taken, string? Problem)> TakeAsync(
        FileStream file, SubscriptionRow subscription, CancellationToken cancellation)
    {
        var actor = await db.ReadAsync(tx => ActingUser.FindAsync(tx, subscription.CreatedBy), cancellation);
        if (actor?.Decide(Permission.Publish) != Decision.Allowed)
        {
            return (0, $"{subscription.CreatedBy}, who subscribed, is no editor any more.");
        }

        var (taken, seen, fault) = (0L, 0L, (string?)null);
        var items = JsonItems.ReadAsync(file, ClaimReviewMarkup.Lists, Limits.ImportRowBytes, cancellation);
        await foreach (var group in items.Chunk(ReviewsAtOnce).WithCancellation(cancellation))
        {
            var reviews = group.Where(static item => item.Fault is null).SelectMany(static item => ClaimReviewMarkup.Read(item.Value))
                .ToList();
            var (made, refused) = await ChangeRunner.RunAsync(
                db, log, actor, change => TakeAsync(change, reviews, subscription.FeedUrl));
            (taken, seen) = (taken + made, seen + reviews.Count);
            fault = group[^1].Fault is { } broken ? $"Item {group[^1].Number}: {broken}" : refused ?? fault;
        }

        return (taken, fault ?? (seen > 0 ? null : Empty));
    }

    private static async Task<(long Made, string? Refused)> TakeAsync(
        Change change, IEnumerable<TakenReview> reviews, string feedUrl)
    {
        var (made, refused) = (0L, (string?)null);
        foreach (var review in reviews)
        {
            try
            {
                made += await change.AttemptAsync(() => ImportedReviewWriter.TakeAsync(change, review, feedUrl)) ? 1 : 0;
            }
            catch (ProblemException problem)
            {
                var why = problem.Errors?.Select(static error => $"{error.Key} {error.Value[0]}").First() ?? problem.Message;
                refused = $"A review was left out: {why}";
            }
        }

        return (made, refused);
    }
}
