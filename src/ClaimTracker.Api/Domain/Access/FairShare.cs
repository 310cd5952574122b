using ClaimTracker.Api.Web.Edge;

namespace ClaimTracker.Api.Domain.Access;

/// <summary>
/// Gives each caller a fair share of what is scarce. The public, the readers and the desk have places of their own: four readers that
/// read an export slowly do not stop the one of an editor.
/// </summary>
internal sealed class FairShare(RequestDelegate next, RateLimits limits)
{
    private const string PublicPool = "public";
    private const string ReaderPool = "readers";
    private const string DeskPool = "desk";

    public Task InvokeAsync(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<HeavyRoute>() is not { } heavy || ActorIdentity.Find(http.User) is not { } actor)
        {
            return next(http);
        }

        return limits.RunHeavyAsync(heavy.Kind, PlaceOf(http, actor), () => next(http), http.RequestAborted);
    }

    /// <summary>The place that a caller takes.</summary>
    public static PlaceOf PlaceOf(HttpContext http, Actor actor) => actor.UserId is null
        ? new PlaceOf(PublicPool, ClientAddress.Of(http))
        : new PlaceOf(actor.SeesDrafts ? DeskPool : ReaderPool, actor.LimitKey.ToString());
}
