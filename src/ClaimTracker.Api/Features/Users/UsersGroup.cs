using FastEndpoints;

namespace ClaimTracker.Api.Features.Users;

/// <summary>Who works at the desk, and the keys that they come with.</summary>
internal sealed class UsersGroup : Group
{
    public const string Address = "/api/v1/users/";

    /// <summary>Where a key of a user is.</summary>
    public static string KeyOf(long user, long key) => $"{Address}{user}/keys/{key}";

    public UsersGroup() => Configure("", static group => group.Tags("Users"));
}
