using System.Globalization;
using ClaimTracker.Api.Web.Edge;

namespace ClaimTracker.Api.Features.Changes;

/// <summary>
/// Streams of changes (Server-Sent Events, WHATWG HTML 9.2). A stream is a loop that reads the next page: it holds no queue, so a slow
/// client costs nothing but its connection, which is cut, and goes on later where it was.
/// </summary>
internal sealed class ChangeStreams(ChangePages pages, Db db, RateLimits limits, TimeProvider time, IHostApplicationLifetime life)
{
    public const string ContentType = "text/event-stream";

    private const string LastEventIdHeader = "Last-Event-ID";

    /// <summary>How often a stream looks for something new.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>After this time without a change it says that it is still there, and where it is.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(HttpLimits.StreamSilenceSeconds);

    /// <summary>
    /// How long a client may take for a page. The server's own limit does not help: it counts what the buffers of the network took.
    /// </summary>
    private static readonly TimeSpan Sending = TimeSpan.FromSeconds(HttpLimits.StreamSendSeconds);

    /// <summary>Then it ends, and the client opens another: with a token that is valid then.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(HttpLimits.StreamMinutes);

    /// <summary>Where a client was when it was cut off; null where it does not say.</summary>
    /// <exception cref="ProblemException">400.</exception>
    public static long? LastEventId(HttpRequest request) => request.Headers[LastEventIdHeader] switch
    {
        [] or [null or ""] => null,
        [var text] when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seq) => seq,
        _ => throw Problem.Invalid(LastEventIdHeader, "must be the number of the last event that you have"),
    };

    /// <summary>Sends changes until the client leaves, the key is revoked, the service stops or the stream has run for an hour.</summary>
    /// <exception cref="ProblemException">400: the history does not go as far. 429: too many streams are open.</exception>
    public Task RunAsync(HttpContext http, Actor actor, string[] kinds, long after, CancellationToken cancellation) => limits.RunHeavyAsync(
        Heavy.Stream,
        FairShare.PlaceOf(http, actor),
        async () =>
        {
            using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation, life.ApplicationStopping);
            var first = await pages.ReadAsync(actor, kinds, after, end.Token); // Before the answer begins: it may be refused.
            Begin(http);
            if (HeadAndOptions.IsHead(http))
            {
                return;
            }

            try
            {
                await FollowAsync(http.Response, actor, kinds, first, end.Token);
            }
            catch (OperationCanceledException)
            {
                // The client left or does not read, or the service stops.
            }
        },
        cancellation);

    private static void Begin(HttpContext http)
    {
        http.MarkResponseStart();
        http.Response.ContentType = ContentType;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no"; // nginx then passes on each change as it comes.
    }

    private async Task FollowAsync(HttpResponse response, Actor actor, string[] kinds, ChangePage page, CancellationToken cancellation)
    {
        await SendAsync(response, ChangePage.Opening, cancellation);
        var (began, said) = (time.GetTimestamp(), time.GetTimestamp());
        while (time.GetElapsedTime(began) < Life)
        {
            var silent = page.Events.IsEmpty;
            if (!silent || time.GetElapsedTime(said) >= Silence)
            {
                if (await AsOfNowAsync(actor, cancellation) is not { } present)
                {
                    return;
                }

                actor = present;
                await SendAsync(response, silent ? page.Place() : page.Events, cancellation);
                said = time.GetTimestamp();
            }
            else if (page.Next == page.Head)
            {
                await Task.Delay(Pause, time, cancellation);
            }

            page = await pages.ReadAsync(actor, kinds, page.Next, cancellation);
        }
    }

    private async Task SendAsync(HttpResponse response, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(Sending, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            await response.Body.WriteAsync(bytes, either.Token);
            await response.Body.FlushAsync(either.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            response.HttpContext.Abort();
            throw;
        }
    }

    // Null where the key was revoked since: the next request of the client gets the 401.
    private async Task<Actor?> AsOfNowAsync(Actor actor, CancellationToken cancellation)
    {
        try
        {
            return await db.ReadAsync(tx => KeyHolder.AsOfNowAsync(tx, actor, time.GetUtcNow()), cancellation);
        }
        catch (ProblemException revoked) when (revoked.Type == ProblemType.Unauthorized)
        {
            return null;
        }
    }
}
