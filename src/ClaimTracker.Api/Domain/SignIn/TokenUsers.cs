using System.Security.Cryptography;
using System.Text;
using ClaimTracker.Api.Domain.Users;

namespace ClaimTracker.Api.Domain.SignIn;

/// <summary>
/// The users that tokens stand for: one row for each subject, made when it is first seen. The role is that of the token, each time; the
/// row gives the name, on which the history and the guards of the workflow rely.
/// </summary>
internal static class TokenUsers
{
    private const string BySubjectSql = "select id, name, removed_at from users where subject = @subject";
    private const string ByEmailSql =
        "select id, name, removed_at from users where lower(email) = lower(@email) and subject is null order by id";
    private const int DigestLength = 8;

    /// <summary>The sender of a request with this token.</summary>
    /// <exception cref="ProblemException">401: the user was removed. 403: the token gives no role.</exception>
    public static async Task<Actor> FindAsync(Db db, TokenHolder token, ILogger log, HttpContext http)
    {
        if (token.Role is not { } role)
        {
            throw new ProblemException(
                ProblemType.Forbidden, "The identity provider gives you no role here: reader, checker, editor or admin.");
        }

        var user = await db.AskAsync(tx => tx.FirstAsync<TokenUser>(BySubjectSql, new { subject = token.Subject }), http.RequestAborted)
            ?? await ChangeRunner.RunAsync(db, log, Actor.System, change => AddAsync(change, token, role), http.TraceIdentifier);
        return user.RemovedAt is null
            ? new Actor(user.Name, role) { AlsoEditor = token.AlsoEditor, UserId = user.Id }
            : throw new ProblemException(ProblemType.Unauthorized, $"{user.Name} has been removed.");
    }

    private static async Task<TokenUser> AddAsync(Change change, TokenHolder token, Role role)
    {
        if (await change.FirstAsync<TokenUser>(BySubjectSql, new { subject = token.Subject }) is { } known)
        {
            return known; // Another request of theirs came first.
        }

        var same = token is { Email: { } email, EmailVerified: true } ? await change.ListAsync<TokenUser>(ByEmailSql, new { email }) : [];
        if (same.Where(static user => user.RemovedAt is null).ToList() is [var one])
        {
            await UserWriter.LinkAsync(change, one.Id, token.Subject);
            change.AfterCommit((log, trace) => log.UserLinked(ReservedNames.System, one.Id, trace));
            return one;
        }

        if (same.Count > 0 && same.All(static user => user.RemovedAt is not null))
        {
            return same[0]; // Removed before they came with a token.
        }

        var name = await FreeNameAsync(change, token);
        var body = new UserBody { Name = name, Email = token.Email, Role = role, AlsoEditor = token.AlsoEditor };
        var id = await UserWriter.InsertAsync(change, body, token.Subject);
        change.AfterCommit((log, trace) => log.UserCreated(ReservedNames.System, id, body.RoleInWords(), trace));
        return new TokenUser { Id = id, Name = name };
    }

    private static async Task<string> FreeNameAsync(Change change, TokenHolder token)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token.Subject)))[..DigestLength];
        var best = token.Names.First(static name => CodePoints.Count(name) <= Limits.UserName - DigestLength - 3);
        return IsReserved(best) || await UserWriter.FindAsync(change, best) is not null ? $"{best} ({digest})" : best;
    }

    // The name of the first start's key holder is also one that nobody gets by what a token says.
    private static bool IsReserved(string name) => ReservedNames.Contains(name) || UserNames.AreAlike(name, FirstKeys.FirstAdmin);

    private sealed record TokenUser
    {
        public long Id { get; init; }

        public string Name { get; init; } = "";

        public DateTimeOffset? RemovedAt { get; init; }
    }
}
