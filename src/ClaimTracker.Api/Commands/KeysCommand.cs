using System.CommandLine;
using System.Globalization;
using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.Json;
using ClaimTracker.Data;
using ClaimTracker.Text;

namespace ClaimTracker.Api.Commands;

/// <summary>keys: lets who owns the machine make, list and revoke keys, whoever else has lost theirs. The service may be running.</summary>
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
    public static Command Make(Func<ParseResult, Settings> settings, Func<Func<Task>, Task<int>> guard)
    {
        var user = new Option<string>("--user") { Description = "Name of the user; one who is not there is made", Required = true };
        var role = new Option<string?>("--role") { Description = "Role of a user who is made: reader, checker, editor or admin (default admin, who is also an editor)" };
        var label = new Option<string>("--label") { Description = "What the key is for", DefaultValueFactory = static _ => "command line" };
        var expires = new Option<string?>("--expires") { Description = "From when on it opens nothing, such as 2027-01-31T00:00:00Z" };
        var create = new Command("create", "Make a key, and print it this once") { user, role, label, expires };
        create.SetAction((parsed, _) => guard(() => CreateAsync(
            settings(parsed), parsed.GetRequiredValue(user), parsed.GetValue(role), parsed.GetRequiredValue(label), parsed.GetValue(expires))));

        var list = new Command("list", "List the keys that open the API; never the keys themselves");
        list.SetAction((parsed, _) => guard(() => ListAsync(settings(parsed))));

        var id = new Argument<long>("id") { Description = "Number of the key" };
        var revoke = new Command("revoke", "Revoke a key") { id };
        revoke.SetAction((parsed, _) => guard(() => RevokeAsync(settings(parsed), parsed.GetValue(id))));
        return new Command("keys", "Make, list and revoke keys") { create, list, revoke };
    }

    private static async Task CreateAsync(Settings settings, string name, string? role, string label, string? expires)
    {
        DateTimeOffset? until = expires is null ? null : InstantConverter.TryParse(expires, out var instant) ? instant : throw new StartException($"--expires {InstantConverter.Expected}.");
        var body = new UserBody { Name = name, Role = RoleOf(role), AlsoEditor = role is null };
        if (string.IsNullOrWhiteSpace(name) || CodePoints.Count(name) > Limits.UserName || TextGuard.Check(name) is not null
            || CodePoints.Count(label) > Limits.KeyLabel || TextGuard.Check(label) is not null)
        {
            throw new StartException($"--user must be a name of 1 to {Limits.UserName} characters, and --label a text of at most {Limits.KeyLabel}.");
        }

        if (until <= TimeProvider.System.GetUtcNow())
        {
            throw new StartException("--expires must be in the future: such a key opens nothing.");
        }

        var operations = OperationSettings.Of(settings);
        await using var db = (await Databases.PrepareAsync(settings)).Database.Open(TimeProvider.System);
        var (key, told) = await db.WriteAsync(async tx =>
        {
            var known = await UserRecord.FindAsync(tx, name);
            if (known is not null && (role is not null || !await UserRecord.IsPresentAsync(tx, known.Value)))
            {
                throw new StartException(role is null ? $"{name} was taken off the desk." : $"{name} is there already: leave out --role.");
            }

            if (known is null && ReservedNames.Contains(name))
            {
                throw new StartException($"--user {ReservedNames.Refusal}.");
            }

            var user = known ?? await UserRecord.InsertAsync(tx, ReservedNames.Operator, body);
            var (id, key) = await ApiKeys.IssueAsync(tx, ReservedNames.Operator, new NewKey(user, label, until));
            Announcement? added = known is null ? (log, trace) => log.UserCreated(ReservedNames.Operator, user, body.Standing(), trace) : null;
            return (key, added + ((log, trace) => log.KeyCreated(ReservedNames.Operator, id, user, trace)));
        });
        await Console.Out.WriteLineAsync(key);
        Tell(settings, operations, told);
    }

    private static async Task ListAsync(Settings settings)
    {
        await using var db = (await Databases.FindAsync(settings)).OpenReadOnly();
        foreach (var key in await db.ReadAsync(static tx => tx.ListAsync<ListedKey>(ListSql), CancellationToken.None))
        {
            await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"{key.Id,6}  {key.Role + (key.AlsoEditor ? "+editor" : ""),-12}  {key.Name}  ({key.Label}{(key.ExpiresAt is { } at ? ", until " + InstantConverter.Format(at) : "")}, {(key.LastUsedOn is { } day ? $"last used {day:yyyy-MM-dd}" : "never used")})"));
        }
    }

    private static async Task RevokeAsync(Settings settings, long id)
    {
        var operations = OperationSettings.Of(settings);
        await using var db = (await Databases.FindAsync(settings)).Open(TimeProvider.System);
        var holder = await db.WriteAsync(async tx =>
        {
            if (!await tx.AnyAsync(ExistsSql, new { id }))
            {
                throw new StartException($"There is no key {id}.");
            }

            return await ApiKeys.RevokeAsync(tx, ReservedNames.Operator, id);
        });
        if (holder is { } user)
        {
            Tell(settings, operations, (log, trace) => log.KeyRevoked(ReservedNames.Operator, id, user, trace));
        }

        await Console.Out.WriteLineAsync($"Key {id} opens nothing any more.");
    }

    private static void Tell(Settings settings, OperationSettings operations, Announcement told)
    {
        using var logs = settings.OpenLog(operations);
        told(logs.CreateLogger(Log.Category), Log.NoTrace);
    }

    private static Role RoleOf(string? role) => role is null
        ? Role.Admin
        : Vocabulary.TryParse(typeof(Role), role, out var value) && value is Role known and not Role.Public
            ? known
            : throw new StartException($"--role must be reader, checker, editor or admin, not {role}.");

    private sealed record ListedKey
    {
        public long Id { get; init; }

        public string Name { get; init; } = "";

        public string Role { get; init; } = "";

        public bool AlsoEditor { get; init; }

        public string Label { get; init; } = "";

        public DateTimeOffset? ExpiresAt { get; init; }

        public DateOnly? LastUsedOn { get; init; }
    }
}
