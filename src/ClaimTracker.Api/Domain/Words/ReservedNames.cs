using ClaimTracker.Api.Web.Logs;

namespace ClaimTracker.Api.Domain.Words;

/// <summary>
/// Names that no user is given. The history, the log and filters mean another by each of them: a user of that name could be taken for
/// the service, be given what is not theirs, or not be found.
/// </summary>
internal static class ReservedNames
{
    /// <summary>The service itself.</summary>
    public const string System = "system";

    /// <summary>Who owns the machine, at its command line.</summary>
    public const string Operator = "operator";

    /// <summary>Whoever sends no key, where the public may read.</summary>
    public const string Public = "public";

    /// <summary>Whoever was not let in.</summary>
    public const string Nobody = RequestLog.Nobody;

    /// <summary>Whose the key of the configuration is.</summary>
    public const string ConfiguredAdmin = "admin (configured)";

    /// <summary>In a filter, the caller.</summary>
    public const string Me = "me";

    /// <summary>In a filter, no user.</summary>
    public const string None = "none";

    public static readonly IReadOnlyList<string> All = [System, Operator, Public, Nobody, ConfiguredAdmin, Me, None];

    /// <summary>What is said of one, as the end of a sentence.</summary>
    public static readonly string Refusal =
        $"must not be one of {string.Join(", ", All)}: the history and filters mean others by these names";

    /// <summary>Whether it is one of them, by what makes two names of users the same.</summary>
    public static bool Contains(string name) => All.Any(reserved => UserNames.AreAlike(reserved, name));
}
