using ClaimTracker.Api.Platform.Doors;
using ClaimTracker.Api.Platform.Json;
using ClaimTracker.Api.Platform.Logs;
using ClaimTracker.Data;

namespace ClaimTracker.Api.Platform.Problems;

/// <summary>The one writer of errors: whatever goes wrong below it leaves as problem+json, and tells nothing of the inside.</summary>
internal sealed class ProblemMiddleware(RequestDelegate next, ILogger<ProblemMiddleware> log)
{
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
            // Nobody is left to answer.
        }
#pragma warning disable CA1031 // This is the last catch: what it does not answer nobody does.
        catch (Exception failure) when (!http.Response.HasStarted)
#pragma warning restore CA1031
        {
            var problem = Translate(failure);
            if (problem.Type.Status >= 500)
            {
                log.RequestFailed(failure, RequestLog.MethodOf(http), RequestLog.RouteOf(http), http.TraceIdentifier);
            }

            SecurityLog.NoteRefusal(log, http, problem);
            http.Response.Clear();
            await WriteAsync(http, problem);
        }
    }

    private static ProblemException Translate(Exception failure) => failure switch
    {
        ProblemException problem => problem,
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Problem.TooLarge(BodyLimit.TooLarge),
        BadHttpRequestException bad => new(ProblemType.OfStatus(bad.StatusCode), "The request is not well-formed HTTP, or its body ended early."),
        _ => DbErrors.Classify(failure) switch
        {
            DbError.DiskFull => new(ProblemType.DiskFull, "There is no room left in the data folder. Nothing was written."),
            DbError.TooLong => Problem.TooLarge("A value is longer than the database can hold. Nothing was written."),
            DbError.Busy => new(ProblemType.Unavailable, "The database is busy. Nothing was written; try again."),
            DbError.Unreachable => new(ProblemType.Unavailable, "The database cannot be reached just now. Nothing was written; try again."),
            DbError.OutcomeUnknown => new(
                ProblemType.Unavailable, "The database was lost while it stored this: it may have been kept, or not. Look before you try again."),
            DbError.Unavailable => new(ProblemType.Unavailable, "The database cannot be used just now. Nothing was written; an operator has to look."),
            DbError.Duplicate => Problem.Conflict("Another request has just made the same thing."),
            DbError.BrokenReference => Problem.Conflict("Something that this refers to is gone, or still refers to it."),
            _ => new(ProblemType.Internal, "The request could not be carried out. Nothing was written."),
        },
    };

    private static ProblemException OfBareStatus(HttpContext http) => http.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => new(ProblemType.NotFound, "There is no such path. The routes are listed in /openapi/v1.json."),
        StatusCodes.Status405MethodNotAllowed =>
            new(ProblemType.MethodNotAllowed, $"This path takes {http.Response.Headers.Allow}, not {http.Request.Method}."),
        var status => new(ProblemType.OfStatus(status), ProblemType.OfStatus(status).Title + "."),
    };

    private static Task WriteAsync(HttpContext http, ProblemException problem)
    {
        http.Response.StatusCode = problem.Type.Status;
        if (problem.Type == ProblemType.Unauthorized)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
        }
        else if (problem.RetryAfter is { } seconds)
        {
            http.Response.Headers.RetryAfter = seconds.ToString();
        }
        else if (problem.Type == ProblemType.Unavailable || problem.Type == ProblemType.InProgress)
        {
            http.Response.Headers.RetryAfter = "1";
        }

        return http.Response.WriteAsJsonAsync(
            ProblemBody.Of(problem, http), ApiJson.Options, "application/problem+json", CancellationToken.None);
    }
}
