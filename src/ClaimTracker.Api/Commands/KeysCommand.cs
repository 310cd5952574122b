using System.CommandLine;
using System.Globalization;
using ClaimTracker.Api.Domain.Users;
using ClaimTracker.Api.Host;
using ClaimTracker.Api.Host.Settings;
using ParseResult = System.CommandLine.ParseResult;

namespace ClaimTracker.Api.Commands;

/// <summary>
/// keys: lets the owner of the machine make, list and revoke keys, even when everybody has lost theirs. The service may be running.
/// </summary>
internal static class KeysCommand
{
    private const string ListSql = """
        select k.id, u.name, u.role, u.also_editor, k.label, k.expires_at, k.last_used_on
        from api_keys k
        join users u on u.id = k.user_id
        where k.revoked_at is null
        order by k.id
        """;

    private const string ExistsSql = "select id from api_keys where id = @id";

    /// <param name="settings">Reads the settings of a call.</param>
    /// <param name="guard">Runs it, and turns what it refuses into a sentence and an exit code.</param>
    public static Command Make(Func<ParseResult, ServiceSettings> settings, Func<Func<Task>, Task<int>> guard)
    {
        var user = new Option<string>("--user") { Description = "Name of the user, who is added if nobody has that name", Required = true };
        var role = new Option<string?>("--role")
        {
            Description = "Role of a user who is added: reader, checker, editor or admin (default admin, who is also an editor)",
        };
        var label = new Option<string>("--label")
        {
            Description = "The purpose of the key",
            DefaultValueFactory = static _ => "command line",
        };
        var expires = new Option<string?>("--expires") { Description = "When it expires, such as 2027-01-31T00:00:00Z" };
        var create = new Command("create", "Make a key, and print it once") { user, role, label, expires };
        create.SetAction((parsed, _) => guard(() => CreateAsync(
            settings(parsed),
            parsed.GetRequiredValue(user),
            parsed.GetValue(role),
            parsed.GetRequiredValue(label),
            parsed.GetValue(expires))));

        var list = new Command("list", "List the keys that open the API; never the keys themselves");
        list.SetAction((parsed, _) => guard(() => ListAsync(settings(parsed))));

        var id = new Argument<long>("id") { Description = "Number of the key" };
        var revoke = new Command("revoke", "Revoke a key") { id };
        revoke.SetAction((parsed, _) => guard(() => RevokeAsync(settings(parsed), parsed.GetValue(id))));
        return new Command("keys", "Make, list and revoke keys") { create, list, revoke };
    }

    private static async Task CreateAsync(ServiceSettings settings, string name, string? role, string label, string? expires)
    {
        DateTimeOffset? until = expires is null
            ? null
            : InstantConverter.TryParse(expires, out var instant)
                ? instant
                : throw new StartException($"--expires {InstantConverter.Expected}.");
        var body = new UserBody { Name = name, Role = RoleOf(role), AlsoEditor = role is null };
        if (string.IsNullOrWhiteSpace(name) || CodePoints.Count(name) > Limits.UserName || TextGuard.Check(name) is not null
            || CodePoints.Count(label) > Limits.KeyLabel || TextGuard.Check(label) is not null)
        {
            throw new StartException(
                $"--user must be a name of 1 to {Limits.UserName} characters, and --label a text of at most {Limits.KeyLabel}.");
        }

        if (until <= TimeProvider.System.GetUtcNow())
        {
            throw new StartException("--expires must be in the future.");
        }

        if (settings.KeyLife.IsExceeded(until, TimeProvider.System.GetUtcNow()))
        {
            throw new StartException($"--expires {settings.KeyLife.Expected}.");
        }

        await using var db = (await Databases.FindAsync(settings)).Open(TimeProvider.System);
        using var logs = settings.OpenLog();
        var key = await ChangeRunner.RunAsync(db, logs.CreateLogger(Log.Category), Actor.Operator, async change =>
        {
            var user = await UserAsync(change, body, isNew: role is not null);
            var (id, key) = await KeyWriter.IssueAsync(change, new NewKey(user, label, settings.KeyLife.EndOf(until, change.Now)));
            change.AfterCommit((log, trace) => log.KeyCreated(ReservedNames.Operator, id, user, trace));
            return key;
        });
        await Console.Out.WriteLineAsync(key);
    }

    private static async Task<long> UserAsync(Change change, UserBody user, bool isNew)
    {
        var name = user.Name!;
        if (await UserWriter.FindAsync(change, name) is { } known)
        {
            return isNew ? throw new StartException($"{name} exists already: leave out --role.")
                : await KeyHolder.IsPresentAsync(change, known) ? known
                : throw new StartException($"{name} has been removed.");
        }

        if (ReservedNames.Contains(name))
        {
            throw new StartException($"--user {ReservedNames.Refusal}.");
        }

        var id = await UserWriter.InsertAsync(change, user);
        change.AfterCommit((log, trace) => log.UserCreated(ReservedNames.Operator, id, user.RoleInWords(), trace));
        return id;
    }

    private static async Task ListAsync(ServiceSettings settings)
    {
        await using var db = (await Databases.FindAsync(settings)).OpenReadOnly();
        foreach (var key in await db.ReadAsync(static tx => tx.ListAsync<ListedKey>(ListSql), CancellationToken.None))
        {
            await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"{key.Id,6}  {key.Role.ToWord() + (key.AlsoEditor ? "+editor" : ""),-12}  {key.Name}  "
                + $"({key.Label}{(key.ExpiresAt is { } at ? ", until " + InstantConverter.Format(at) : "")}, "
                + $"{(key.LastUsedOn is { } day ? $"last used {day:yyyy-MM-dd}" : "never used")})"));
        }
    }

    private static async Task RevokeAsync(ServiceSettings settings, long id)
    {
        await using var db = (await Databases.FindAsync(settings)).Open(TimeProvider.System);
        using var logs = settings.OpenLog();
        await ChangeRunner.RunAsync(db, logs.CreateLogger(Log.Category), Actor.Operator, async change =>
        {
            if (!await change.AnyAsync(ExistsSql, new { id }))
            {
                throw new StartException($"There is no key {id}.");
            }

            if (await KeyWriter.RevokeAsync(change, id) is { } user)
            {
                change.AfterCommit((log, trace) => log.KeyRevoked(ReservedNames.Operator, id, user, trace));
            }

            return true;
        });
        await Console.Out.WriteLineAsync($"Key {id} is revoked.");
    }

    private static Role RoleOf(string? role) => role is null
        ? Role.Admin
        : EnumWords.TryParse(typeof(Role), role, out var value)
            ? (Role)value!
            : throw new StartException($"--role must be reader, checker, editor or admin, not {role}.");

    private sealed record ListedKey
    {
        public long Id { get; init; }

        public string Name { get; init; } = "";

        public Role Role { get; init; }

        public bool AlsoEditor { get; init; }

        public string Label { get; init; } = "";

        public DateTimeOffset? ExpiresAt { get; init; }

        public DateOnly? LastUsedOn { get; init; }
    }
}
