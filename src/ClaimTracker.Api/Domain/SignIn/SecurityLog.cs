using ClaimTracker.Api.Web.Edge;
using ClaimTracker.Api.Web.Logs;

namespace ClaimTracker.Api.Domain.SignIn;

/// <summary>
/// Logs whoever was not let in, once the answer is complete. It looks at the refusal that was sent, and not where each is thrown, so
/// that none goes without a line.
/// </summary>
internal sealed class SecurityLog(RequestDelegate next, ILogger<SecurityLog> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        finally
        {
            if (http.Features.Get<ProblemException>() is { } problem)
            {
                Note(http, problem);
            }
        }
    }

    private void Note(HttpContext http, ProblemException problem)
    {
        var address = ClientAddress.Of(http);
        if (problem.Type == ProblemType.Unauthorized)
        {
            var key = KeyAuthentication.Credential(http.Request);
            log.KeyRefused(
                key is null ? "missing" : Tokens.Is(key) ? "token" : "key",
                key is null ? null : KeyForm.IdOf(key),
                address,
                http.TraceIdentifier);
        }
        else if (problem.Type == ProblemType.Forbidden)
        {
            log.Forbidden(
                RequestLog.ActorOf(http),
                http.FindPermission()?.ToString() ?? "same_site",
                RequestLog.RouteOf(http),
                http.TraceIdentifier);
        }
        else if (problem.Type == ProblemType.Misdirected)
        {
            log.HostRefused(address, http.TraceIdentifier);
        }
    }
}
