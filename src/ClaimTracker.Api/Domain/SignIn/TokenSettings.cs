namespace ClaimTracker.Api.Domain.SignIn;

/// <summary>The identity provider, whose tokens open the API beside keys.</summary>
/// <param name="Issuer">Its address, as it stands in its tokens.</param>
/// <param name="Audience">What its tokens for this service are made out to.</param>
/// <param name="RoleClaim">The claim that holds the role, or a list of roles.</param>
internal sealed record TokenSettings(string Issuer, string Audience, string RoleClaim)
{
    public const string DefaultRoleClaim = "roles";
}
