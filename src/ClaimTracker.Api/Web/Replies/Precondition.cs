using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace ClaimTracker.Api.Web.Replies;

/// <summary>The state that an edit was made on, as its If-Match names it (RFC 9110, 13.1.1).</summary>
/// <param name="Tags">The entity tags; an asterisk stands for any.</param>
/// <param name="IsSent">Whether the header was sent, whatever it holds.</param>
internal sealed record Precondition(IReadOnlyList<EntityTagHeaderValue> Tags, bool IsSent)
{
    /// <summary>An edit that names no state.</summary>
    public static readonly Precondition None = new([], IsSent: false);

    /// <summary>An edit of the state with this entity tag.</summary>
    public static Precondition On(string tag) => new([EntityTagHeaderValue.Parse(tag)], IsSent: true);

    /// <exception cref="ProblemException">400: it is no list of entity tags.</exception>
    public static Precondition Of(HttpRequest request)
    {
        if (StringValues.IsNullOrEmpty(request.Headers.IfMatch))
        {
            return None;
        }

        return EntityTagHeaderValue.TryParseStrictList(request.Headers.IfMatch, out var tags)
            ? new([.. tags], IsSent: true)
            : throw Problem.Invalid(HeaderNames.IfMatch, "must be an ETag in quotes as a GET gives it, several of them with commas, or *");
    }

    /// <summary>Refuses an edit that names no state, or another than the present one.</summary>
    /// <param name="current">The ETag that the resource has now. The refusal carries it.</param>
    /// <param name="address">The address whose GET gives it; if left out, that of the request.</param>
    /// <exception cref="ProblemException">428, 412.</exception>
    public void Require(string current, string? address = null)
    {
        RequireSent();
        RequireIfSent(current, address);
    }

    /// <summary>Refuses an edit that names no state.</summary>
    /// <exception cref="ProblemException">428.</exception>
    public void RequireSent()
    {
        if (!IsSent)
        {
            throw new ProblemException(
                ProblemType.PreconditionRequired,
                "The header If-Match is missing: send the ETag of the state that you edit. Nothing was written.");
        }
    }

    /// <summary>Refuses an edit that names another state than the present one.</summary>
    /// <param name="current">The ETag that the resource has now. The refusal carries it.</param>
    /// <param name="address">The address whose GET gives it; if left out, that of the request.</param>
    /// <exception cref="ProblemException">412.</exception>
    public void RequireIfSent(string current, string? address = null)
    {
        if (IsSent && !Matches(EntityTagHeaderValue.Parse(current)))
        {
            throw new ProblemException(
                ProblemType.Stale,
                "It has changed since the ETag in If-Match was given, or that ETag is of another resource. The address in `existing` "
                + "gives the right one. Nothing was written.")
            {
                ETag = current,
                Existing = address,
            };
        }
    }

    /// <summary>Whether the edit was made on the state with this entity tag.</summary>
    public bool Allows(string tag) => Matches(EntityTagHeaderValue.Parse(tag));

    // A proxy that compresses makes our tags weak. They are the hash of the resource, so a weak one names the same state (RFC 9110 would
    // refuse it, since in general it may not).
    private bool Matches(EntityTagHeaderValue current) =>
        Tags.Any(tag => tag.Equals(EntityTagHeaderValue.Any)
            || ETags.WithoutEncoding(tag).Compare(current, useStrongComparison: current.IsWeak));
}
