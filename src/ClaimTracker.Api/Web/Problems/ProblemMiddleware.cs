using System.Globalization;
using ClaimTracker.Api.Web.Logs;

namespace ClaimTracker.Api.Web.Problems;

/// <summary>The one writer of errors: whatever goes wrong below it leaves as problem+json, and tells nothing of the inside.</summary>
internal sealed class ProblemMiddleware(RequestDelegate next, ILogger<ProblemMiddleware> log)
{
    private const string Scheme = "Bearer";
    private const int MemorySeconds = 5;
    private const string Kestrel = "Microsoft.AspNetCore.Server.Kestrel.Core";

    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
            if (http.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null })
            {
                await WriteAsync(http, OfBareStatus(http));
            }
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The client has gone.
        }
        catch (IOException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The connection was reset.
        }
        catch (MovedException moved) when (!http.Response.HasStarted)
        {
            http.Response.Clear();
            http.Response.StatusCode = StatusCodes.Status308PermanentRedirect;
            http.Response.Headers.Location = moved.Of(http.Request);
        }
#pragma warning disable CA1031 // This is the last catch: nothing above it answers.
        catch (Exception failure) when (!http.Response.HasStarted)
#pragma warning restore CA1031
        {
            var problem = Take(http, failure, log);
            http.Response.Clear();
            await WriteAsync(http, problem);
        }
        catch (ProblemException refused)
        {
            http.Features.Set(refused); // Such as a key that was revoked while it read: the answer is cut off.
            http.Abort();
        }
        catch (Exception failure)
        {
            // Its status was sent before it failed; the server cuts the answer off.
            log.RequestFailed(failure, RequestLog.MethodOf(http), RequestLog.RouteOf(http), http.TraceIdentifier);
            throw;
        }
    }

    /// <summary>What a client is told of a failure; the log is told what it has to know.</summary>
    public static ProblemException Take(HttpContext http, Exception failure, ILogger log)
    {
        var problem = Translate(failure, http);
        if (problem.Type.Status >= 500)
        {
            log.RequestFailed(failure, RequestLog.MethodOf(http), RequestLog.RouteOf(http), http.TraceIdentifier);
        }

        http.Features.Set(problem); // For whoever logs refusals, once the answer is complete.
        return problem;
    }

    private static ProblemException Translate(Exception failure, HttpContext http) => failure switch
    {
        ProblemException problem => problem,
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Problem.BodyTooLarge(),
        BadHttpRequestException bad => NotHttp(bad.StatusCode),
        InvalidOperationException { Source: Kestrel } when http.Request.Headers.TransferEncoding.Count > 0 =>
            NotHttp(StatusCodes.Status400BadRequest), // Kestrel reports a malformed trailer in this way.
        OutOfMemoryException => new(
            ProblemType.Unavailable,
            "The service is short of memory just now: try again later. Check first whether a write was carried out.")
        {
            RetryAfter = MemorySeconds,
        },
        _ => DbProblems.Of(failure),
    };

    private static ProblemException NotHttp(int status) =>
        new(ProblemType.OfStatus(status), "The request is not well-formed HTTP, or its body ended early.");

    private static ProblemException OfBareStatus(HttpContext http) => http.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => new(ProblemType.NotFound, "There is no such path. The routes are listed in /openapi/v1.json."),
        StatusCodes.Status405MethodNotAllowed =>
            new(ProblemType.MethodNotAllowed, $"This path accepts {http.Response.Headers.Allow}, not {http.Request.Method}."),
        var status => new(ProblemType.OfStatus(status), ProblemType.OfStatus(status).Title + "."),
    };

    private static Task WriteAsync(HttpContext http, ProblemException problem)
    {
        http.Response.StatusCode = problem.Type.Status;
        if (problem.Type == ProblemType.Unauthorized)
        {
            http.Response.Headers.WWWAuthenticate = Challenge(http.Request);
        }
        else if (problem.RetryAfter is { } seconds)
        {
            http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        if (problem.ETag is not null)
        {
            http.Response.Headers.ETag = problem.ETag;
        }

        return http.Response.WriteAsJsonAsync(
            ProblemBody.Of(problem, http), ApiJson.Options, "application/problem+json", CancellationToken.None);
    }

    // Whether a key or token was sent, and is the reason (RFC 6750, 3): who sent none is told nothing of errors.
    private static string Challenge(HttpRequest request) =>
        request.Headers.Authorization is [{ } sent] && sent.StartsWith(Scheme + " ", StringComparison.OrdinalIgnoreCase)
            ? Scheme + " error=\"invalid_token\""
            : Scheme;
}
