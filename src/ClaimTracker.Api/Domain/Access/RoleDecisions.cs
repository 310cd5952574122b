namespace ClaimTracker.Api.Domain.Access;

/// <summary>Decisions about a permission, role by role, for documents that list who may do what.</summary>
internal static class RoleDecisions
{
    /// <summary>Every role, from the least to the most, with what it may do by itself: an admin here is not an editor too.</summary>
    public static IEnumerable<(Role Role, Decision Decision)> ByRole(this Permission permission) =>
        Enum.GetValues<Role>().Select(role => (role, new Actor(role.ToWord(), role).Decide(permission)));

    /// <summary>The roles that may, in a sentence such as "Who may: checker (own or assigned drafts), editor."</summary>
    public static string WhoMay(this Permission permission) => $"Who may: {string.Join(", ", permission.ByRole()
        .Where(static one => one.Decision != Decision.Refused)
        .Select(static one => one.Role.ToWord() + Only(one.Decision)))}.";

    private static string Only(Decision decision) => decision switch
    {
        Decision.Published => " (published only)",
        Decision.Own => " (own or assigned drafts)",
        _ => "",
    };
}
