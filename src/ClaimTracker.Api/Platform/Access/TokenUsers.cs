using System.Security.Cryptography;
using System.Text;
using ClaimTracker.Api.Platform.Problems;
using ClaimTracker.Data;
using ClaimTracker.Text;

namespace ClaimTracker.Api.Platform.Access;

/// <summary>
/// The users that tokens stand for: one row for each subject, made when it is first seen. The role is that of the token, each time;
/// the row gives the name, by which the history and the guards of the workflow go.
/// </summary>
internal static class TokenUsers
{
    private const string BySubjectSql = "select id, name, removed_at from users where subject = @subject";
    private const string ByEmailSql = "select id, name, removed_at from users where lower(email) = lower(@email) and subject is null order by id";
    private const string LinkSql = "update users set subject = @subject where id = @id";
    private const int DigestLength = 8;

    /// <summary>Who sends a request with this token.</summary>
    /// <exception cref="ProblemException">401: the user was removed. 403: the token gives no role.</exception>
    public static async Task<Actor> FindAsync(HttpContext http, Db db, TokenHolder token, ILogger log)
    {
        if (token.Role is not { } role)
        {
            throw new ProblemException(ProblemType.Forbidden, "The sign-in of the newsroom gives you no role here: reader, checker, editor or admin.");
        }

        if (await db.ReadAsync(tx => tx.FirstAsync<TokenUserRow>(BySubjectSql, new { subject = token.Subject }), http.RequestAborted) is not { } user)
        {
            (user, var told) = await db.WriteAsync(tx => AddAsync(tx, token, role));
            told?.Invoke(log, http.TraceIdentifier);
        }

        return user.RemovedAt is null
            ? new Actor(user.Name, role) { AlsoEditor = token.AlsoEditor, UserId = user.Id }
            : throw new ProblemException(ProblemType.Unauthorized, $"{user.Name} was taken off the desk.");
    }

    private static async Task<(TokenUserRow User, Announcement? Told)> AddAsync(WriteTx tx, TokenHolder token, Role role)
    {
        if (await tx.FirstAsync<TokenUserRow>(BySubjectSql, new { subject = token.Subject }) is { } known)
        {
            return (known, null); // Another request of theirs came first.
        }

        var same = token is { Email: { } email, EmailVerified: true } ? await tx.ListAsync<TokenUserRow>(ByEmailSql, new { email }) : [];
        if (same.Where(static user => user.RemovedAt is null).ToList() is [var one])
        {
            await tx.ExecuteAsync(LinkSql, new { id = one.Id, subject = token.Subject });
            await tx.RecordAsync(ReservedNames.System, "user.linked", $"user/{one.Id}", before: null, after: new { subject = token.Subject });
            return (one, (log, trace) => log.UserLinked(ReservedNames.System, one.Id, trace));
        }

        if (same.Count > 0 && same.All(static user => user.RemovedAt is not null))
        {
            return (same[0], null); // Taken off the desk before they came with a token.
        }

        var name = await FreeNameAsync(tx, token);
        var body = new UserBody { Name = name, Email = token.Email, Role = role, AlsoEditor = token.AlsoEditor };
        var id = await UserRecord.InsertAsync(tx, ReservedNames.System, body, token.Subject);
        return (new TokenUserRow { Id = id, Name = name }, (log, trace) => log.UserCreated(ReservedNames.System, id, body.Standing(), trace));
    }

    private static async Task<string> FreeNameAsync(WriteTx tx, TokenHolder token)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token.Subject)))[..DigestLength];
        var best = token.Names.First(static name => CodePoints.Count(name) <= Limits.UserName - DigestLength - 3);
        return IsReserved(best) || await UserRecord.FindAsync(tx, best) is not null ? $"{best} ({digest})" : best;
    }

    // Whose key the first start prints goes by a name as well that nobody gets by what a token says.
    private static bool IsReserved(string name) => ReservedNames.Contains(name) || UserNames.AreAlike(name, FirstKeys.FirstAdmin);
}

/// <summary>A user whom a token stands for, as the database gives it.</summary>
internal sealed record TokenUserRow
{
    public long Id { get; init; }

    public string Name { get; init; } = "";

    public DateTimeOffset? RemovedAt { get; init; }
}
