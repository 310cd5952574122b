using System.Security.Claims;
using System.Text.Encodings.Web;
using ClaimTracker.Api.Web.Edge;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace ClaimTracker.Api.Domain.SignIn;

/// <param name="Public">Whether callers without a key may read what was published.</param>
internal sealed record AccessSettings(bool Public);

/// <summary>
/// Finds out who sends a request, by its key or its token. Requests are counted here too, since only here it is known whose they are.
/// </summary>
internal sealed class KeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory loggers,
    UrlEncoder encoder,
    Db db,
    KeyHolders holders,
    TimeProvider time,
    AccessSettings settings,
    RateLimits limits,
    Tokens? tokens = null) : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string SchemeName = "Bearer";

    private const string Prefix = SchemeName + " ";

    /// <summary>How long a request waits until the day of its key's use is stored.</summary>
    private static readonly TimeSpan UsePatience = TimeSpan.FromSeconds(1);

    /// <summary>The key or token of a request; null where it has none, or not in the form that it must have.</summary>
    public static string? Credential(HttpRequest request) =>
        request.Headers.Authorization is [{ } value]
        && value.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
        && value.Length > Prefix.Length
            ? value[Prefix.Length..].Trim()
            : null;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.IsProbe() || Request.Path == ProblemType.RateLimited.Address)
        {
            return AuthenticateResult.NoResult();
        }

        if (Credential(Request) is not { } credential)
        {
            limits.CountStranger(Context);
            return settings.Public && Request.Headers.Authorization.Count == 0 ? Success(Actor.Public) : AuthenticateResult.NoResult();
        }

        limits.RefuseGuess(Context, credential);
        try
        {
            var actor = await FindAsync(credential);
            limits.CountActor(Context, actor.LimitKey, actor.Name, credential);
            return Success(actor);
        }
        catch (ProblemException refused) when (refused.Type == ProblemType.Unauthorized || refused.Type == ProblemType.Forbidden)
        {
            limits.CountStranger(Context);
            return AuthenticateResult.Fail(refused);
        }
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties) =>
        throw (await HandleAuthenticateOnceAsync()).Failure
            ?? new ProblemException(
                ProblemType.Unauthorized, "The header `Authorization: Bearer <key>` is missing, or is not of that form.");

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Context.Actor().Require(Context.Permission());
        throw new InvalidOperationException("A request was refused that its permission allows.");
    }

    private static AuthenticateResult Success(Actor actor) =>
        AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ActorIdentity(actor)), SchemeName));

    private async Task<Actor> FindAsync(string credential) => tokens is not null && Tokens.Is(credential)
        ? await TokenUsers.FindAsync(
            db, await tokens.ReadAsync(credential), Context.RequestServices.GetRequiredService<ILogger<Tokens>>(), Context)
        : await HolderAsync(credential);

    private async Task<Actor> HolderAsync(string key)
    {
        var now = time.GetUtcNow();
        var holder = await holders.FindAsync(key, now, Context.RequestAborted)
            ?? throw new ProblemException(ProblemType.Unauthorized, "This key is not valid here.");
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        if (holder.LastUsedOn != today)
        {
            await RememberUseAsync(holder.KeyId, today);
        }

        return holder.ToActor();
    }

    private async Task RememberUseAsync(long key, DateOnly today)
    {
        try
        {
            await KeyHolder.UseAsync(db, key, today).WaitAsync(UsePatience);
        }
        catch (Exception failure) when (failure is TimeoutException || DbErrors.Classify(failure) != DbError.Other)
        {
            // Reads go on where nothing can be written, or not soon: the day is remembered at the next chance.
        }
    }
}
